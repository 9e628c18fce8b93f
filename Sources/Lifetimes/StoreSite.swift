import Source

/// Where a value is stored, by the names of the source.
public struct StoreSite: Hashable, Sendable, Codable {
  public let range: SourceRange
  /// What is stored; `nil` to find a name for it.
  public let name: String?
  /// Where it is stored; `nil` to find a name for it.
  public let place: String?
  public init(range: SourceRange, name: String? = nil, place: String? = nil) {
    self.range = range
    self.name = name
    self.place = place
  }
}
