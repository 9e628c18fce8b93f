import Source

/// The states at one point of a function, as text.
public struct StateListing: Hashable, Sendable {
  /// The instruction before which they hold.
  public let range: SourceRange
  /// One text for each disjunct, sorted.
  public let disjuncts: [String]
  public init(range: SourceRange, disjuncts: [String]) {
    self.range = range
    self.disjuncts = disjuncts
  }
}
