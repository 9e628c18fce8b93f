import IR
import Source

/// What the analysis of one function gave.
public struct Outcome: Sendable {

  /// A call that was judged by a default.
  public struct DefaultedCall: Hashable, Sendable {
    public let callee: String
    public let reason: String
    public let range: SourceRange
    public init(callee: String, reason: String, range: SourceRange) {
      self.callee = callee
      self.reason = reason
      self.range = range
    }
  }

  /// Something that a rule would have judged if more were known of it.
  public struct Doubt: Hashable, Sendable {
    /// What is not known, and of what.
    public let reason: String
    public let range: SourceRange
    public init(_ reason: String, at range: SourceRange) {
      self.reason = reason
      self.range = range
    }
  }

  /// The function.
  public let name: FunctionName
  public let range: SourceRange
  public var summary: FunctionSummary
  /// What was seen, in source order.
  public var observations: [Observation]
  /// The calls that were judged by a default, in source order.
  public var defaultedCalls: [DefaultedCall]
  /// Why the function was not analyzed exactly; empty if it was.
  public var limits: [String]
  /// Where rules are silent because too little is known, in source order.
  public var doubts: [Doubt]
  /// The states at the beginning of each block and before each instruction, as text.
  public var states: [StateListing]

  public init(
    name: FunctionName, range: SourceRange, summary: FunctionSummary,
    observations: [Observation] = [], defaultedCalls: [DefaultedCall] = [], limits: [String] = [],
    doubts: [Doubt] = [], states: [StateListing] = []
  ) {
    self.name = name
    self.range = range
    self.summary = summary
    self.observations = observations
    self.defaultedCalls = defaultedCalls
    self.limits = limits
    self.doubts = doubts
    self.states = states
  }

}
