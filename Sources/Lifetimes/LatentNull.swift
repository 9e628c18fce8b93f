/// A handle parameter that is passed on where null is not allowed, without a test.
public struct LatentNull: Hashable, Sendable {
  /// The position of the parameter.
  public let parameter: Int
  /// What holds of the other arguments on the path to that.
  public let requirements: [SummaryCase.Requirement]
  public init(parameter: Int, requirements: [SummaryCase.Requirement]) {
    self.parameter = parameter
    self.requirements = requirements
  }
}
