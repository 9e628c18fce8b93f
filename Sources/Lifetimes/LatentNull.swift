/// A handle that a caller passed, and that is passed on where null is not allowed, without a test.
public struct LatentNull: Hashable, Sendable, Codable {
  /// Where it was at entry.
  public let handle: AccessPath
  /// What holds of the rest of what was passed on the path to that.
  public let requirements: [SummaryCase.Requirement]
  public init(handle: AccessPath, requirements: [SummaryCase.Requirement]) {
    self.handle = handle
    self.requirements = requirements
  }
}
