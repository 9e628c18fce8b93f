import Source

/// Where a value is stored, by the names of the source.
public struct StoreSite: Hashable, Sendable, Codable {
  public let range: SourceRange
  /// What is stored; `nil` to find a name for it.
  public let name: Designation?
  /// Where it is stored; `nil` to find a name for it.
  public let place: Designation?
  public init(range: SourceRange, name: Designation? = nil, place: Designation? = nil) {
    self.range = range
    self.name = name
    self.place = place
  }
}
