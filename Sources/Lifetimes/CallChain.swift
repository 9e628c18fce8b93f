import Source

/// The calls from a function down to the runtime's function that gives it its property.
public struct CallChain: Hashable, Sendable {

  /// One call on the way.
  public struct Link: Hashable, Sendable {
    /// The called function.
    public let callee: String
    /// Where it is called.
    public let range: SourceRange
    public init(_ callee: String, at range: SourceRange) {
      self.callee = callee
      self.range = range
    }
  }

  /// The calls, outermost first; empty for a runtime's own function.
  public let links: [Link]
  /// Why the last function has the property.
  public let reason: String

  public init(_ links: [Link] = [], reason: String) {
    self.links = links
    self.reason = reason
  }

  /// The chain that begins with a call of `callee` at `range`.
  public func called(_ callee: String, at range: SourceRange) -> CallChain {
    .init([Link(callee, at: range)] + links, reason: reason)
  }

  /// The names of the called functions, outermost first, long chains cut in the middle.
  public var description: String {
    let names = links.map(\.callee)
    if names.count <= 12 { return names.joined(separator: " → ") }
    return (names.prefix(6) + ["…"] + names.suffix(5)).joined(separator: " → ")
  }

}
