import Source

extension FunctionSummary {

  /// Whether what it says can be true of some function: a summary that was read from a file may be
  /// anything.
  public var isPossible: Bool {
    !isRuntime && !isTrampoline && !isDefault
      && cases.count <= Limit.items && cases.allSatisfy(\.isPossible)
      && (parameters + [variadic]).allSatisfy { Limit.isArgument($0.count ?? 0) }
      && latentUses.allSatisfy(\.isPossible)
      && latentNulls.allSatisfy {
        $0.handle.isPossible(made: 0)
          && $0.requirements.allSatisfy { $0.isPossible(made: 0) }
      }
      && usedPaths.allSatisfy { $0.path.isPossible(made: 0) && $0.conditions.isPossible }
      && calledPaths.allSatisfy { $0.isPossible(made: 0) }
      && runtimeAccess?.isPossible != false
  }

}

/// How large the parts of a summary can be.
private enum Limit {
  /// The greatest number of cases, effects and objects.
  static let items = 4096
  /// The greatest line, column and number of calls.
  static let number = 1 << 30
  /// The greatest number of steps of a path.
  static let steps = 256

  /// Whether a parameter can have this position.
  static func isArgument(_ index: Int) -> Bool { (0 ..< 1024).contains(index) }
}

extension SummaryCase {
  /// Whether all indices are those of something, and all numbers are ordinary.
  fileprivate var isPossible: Bool {
    let count = fresh.count
    return count <= Limit.items && effects.count <= Limit.items && !writesByFormat
      && requirements.allSatisfy { $0.isPossible(made: count) }
      && result.isPossible(made: count)
      && fresh.allSatisfy { (object) in
        if case .tracked(let value) = object.ownership, !value.isPossible(made: count) {
          return false
        }
        return object.nullSource?.isPossible(made: count) != false
      }
      && effects.allSatisfy { $0.isPossible(made: count) }
      && collection?.isPossible != false
  }
}

extension SummaryCase.Requirement {
  /// Whether all indices are those of something, if the call makes `count` objects.
  fileprivate func isPossible(made count: Int) -> Bool {
    path.isPossible(made: count) && subtrahend?.isPossible(made: count) != false
      && interval.isPossible
  }
}

extension Effect {
  /// Whether all indices are those of something, if the call makes `count` objects.
  fileprivate func isPossible(made count: Int) -> Bool {
    switch self {
    case .closes(let value, let site), .keeps(let value, let site):
      value.isPossible(made: count) && site?.isPossible != false
    case .tracks(let first, let second), .copies(let first, let second):
      first.isPossible(made: count) && second.isPossible(made: count)
    case .gives(let value), .forgets(let value), .calls(let value): value.isPossible(made: count)
    case .writes(let path, let value, let site):
      path.isPossible(made: count) && value.isPossible(made: count)
        && site?.range.isPossible != false
    case .leaves, .reenters: true
    }
  }
}

extension SummaryValue {
  /// Whether all indices are those of something, if the call makes `count` objects.
  fileprivate func isPossible(made count: Int) -> Bool {
    switch self {
    case .unknown, .function: true
    case .integer(let interval): interval.isPossible
    case .initial(let path), .address(let path), .whole(let path), .sum(let path, _):
      path.isPossible(made: count)
    case .fresh(let index): (0 ..< count).contains(index)
    case .interior(let object, let steps, _):
      object.isPossible(made: count) && steps.count <= Limit.steps
    }
  }
}

extension AccessPath {
  /// Whether all indices are those of something, if the call makes `count` objects.
  fileprivate func isPossible(made count: Int) -> Bool {
    guard steps.count <= Limit.steps else { return false }
    for case .indexHeld(let index, _) in steps where !index.isPossible(made: count) { return false }
    return switch root {
    case .argument(let index): Limit.isArgument(index)
    case .fresh(let index): (0 ..< count).contains(index)
    case .global, .keeper, .result: true
    }
  }
}

extension Interval {
  /// Whether zero is left out as the initializer does it.
  fileprivate var isPossible: Bool {
    self == Interval(lower, upper, excludesZero: excludesZero)
  }
}

extension CallChain {
  /// Whether its length is that of a chain.
  fileprivate var isPossible: Bool {
    links.count <= Limit.steps && (links.count ..< Limit.number).contains(length)
      && links.allSatisfy { $0.range.isPossible }
  }
}

extension LatentUse {
  /// Whether its parts can be true.
  fileprivate var isPossible: Bool {
    pointer.isPossible(made: 0) && use.isPossible && reason.isPossible
      && reasonRange.isPossible && conditions.isPossible
  }
}

extension LatentUse.Reason {
  /// Whether its parts can be true.
  fileprivate var isPossible: Bool {
    switch self {
    case .collected(let chain): chain.isPossible
    case .ended(let path, _, _): path.isPossible(made: 0)
    }
  }
}

extension EntryConditions {
  /// Whether its parts can be true.
  fileprivate var isPossible: Bool {
    alternatives.count <= Limit.items
      && alternatives.joined().allSatisfy { $0.isPossible(made: 0) }
  }
}

extension SourceRange {
  /// Whether its positions can be those of a file.
  fileprivate var isPossible: Bool {
    [start, end, macro?.definition ?? start].allSatisfy {
      (0 ..< Limit.number).contains($0.line) && (0 ..< Limit.number).contains($0.column)
    }
  }
}
