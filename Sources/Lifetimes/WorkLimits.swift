/// How much work the analysis may be before things are given up, in units of about ten nanoseconds.
///
/// Work is counted in what is looked at, not in time, which is never the same twice.
public struct WorkLimits: Sendable {

  /// What a function may take however small it is, many times what ordinary code does.
  public var least = 300_000_000

  /// What it may take where the whole program has been too much work already.
  public var leastWhereScarce = 3_000_000

  /// What a function may take besides for each of its instructions.
  public var perInstruction = 10_000

  /// How much more functions that call each other may take for each of their instructions, since
  /// they are analyzed in rounds.
  public var rounds = 2

  /// What all functions of a program may take, besides for each instruction.
  public var leastForPrograms = 10_000_000_000

  /// How many entries the states of a function may have that are kept at one time.
  public var entries = 6_000_000

  public init() {}

}
