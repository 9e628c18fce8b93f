import Source

/// The calls from a function down to the runtime's function that gives it its property.
public struct CallChain: Hashable, Sendable, Codable {

  /// One call on the way.
  public struct Link: Hashable, Sendable, Codable {
    /// The called function.
    public let callee: String
    /// How the source writes the pointer that it is called through; `nil` if it is called by name.
    public let pointer: String?
    /// Where it is called.
    public let range: SourceRange
    public init(_ callee: String, through pointer: String? = nil, at range: SourceRange) {
      self.callee = callee
      self.pointer = pointer
      self.range = range
    }
  }

  /// How many links a chain keeps; of a longer one those in the middle are left out.
  private static let capacity = 24

  /// The calls, outermost first; empty for a runtime's own function.
  public let links: [Link]
  /// The number of calls, also those that were left out.
  public let length: Int
  /// Why the last function has the property, in a clause.
  public let reason: String

  public init(_ links: [Link] = [], reason: String) {
    self.init(links, length: links.count, reason: reason)
  }

  private init(_ links: [Link], length: Int, reason: String) {
    self.links = links
    self.length = length
    self.reason = reason
  }

  /// The chain that begins with a call of `callee` at `range`.
  public func called(_ callee: String, at range: SourceRange) -> CallChain {
    called(by: Link(callee, at: range))
  }

  /// The chain that begins with a call.
  public func called(by link: Link) -> CallChain {
    var kept = [link] + links
    if kept.count > Self.capacity { kept.remove(at: Self.capacity / 2) }
    return .init(kept, length: length + 1, reason: reason)
  }

  /// The number of calls in the middle that are not among the links.
  public var leftOut: Int { length - links.count }

  /// The names of the called functions, outermost first, long chains cut in the middle.
  public var description: String {
    let names = links.map(\.callee)
    if names.count <= 12 { return names.joined(separator: " → ") }
    return (names.prefix(6) + ["…"] + names.suffix(5)).joined(separator: " → ")
  }

}
