/// How much work the analysis of something may be, and what has to be given up when it becomes too
/// much: code under analysis can be made so that it takes forever.
struct WorkBudget {

  /// How exactly a function is analyzed.
  enum Stage: Comparable {
    /// As exactly as can be.
    case exact
    /// With fewer states for each block.
    case fewStates
    /// With one state for each block that has none yet.
    case oneState
    /// Not any further.
    case exhausted
  }

  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// How exactly to go on when so much is used.
  func stage(after used: Int) -> Stage {
    if used < limit / 2 { return .exact }
    if used < limit / 4 * 3 { return .fewStates }
    return used < limit ? .oneState : .exhausted
  }

}

extension WorkLimits {

  /// The budget for a whole program of `size` instructions.
  func budget(forProgramOf size: Int) -> WorkBudget {
    WorkBudget(limit: leastForPrograms + perInstruction * size)
  }

  /// The budget for functions of `size` instructions that call each other.
  func budget(forRingOf size: Int, isScarce: Bool) -> WorkBudget {
    budget(forFunctionOf: size * rounds, isScarce: isScarce)
  }

  /// The budget for a function of `size` instructions; less if the whole program has been too much
  /// work already.
  func budget(forFunctionOf size: Int, isScarce: Bool) -> WorkBudget {
    WorkBudget(limit: (isScarce ? leastWhereScarce : least) + perInstruction * size)
  }

}
