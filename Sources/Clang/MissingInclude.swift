import Source

/// A header that was not found.
public struct MissingInclude: Hashable, Sendable {

  /// The header as it is named in the directive, such as `numpy/arrayobject.h`.
  public let header: String

  /// The directive that includes it.
  public let position: SourcePosition

  public init(header: String, position: SourcePosition) {
    self.header = header
    self.position = position
  }

  /// The header that a diagnostic says is missing; `nil` if it says something else.
  init?(_ diagnostic: ParseDiagnostic) {
    let suffix = "' file not found"
    guard diagnostic.severity >= .error, let position = diagnostic.position,
      diagnostic.message.hasPrefix("'"), let end = diagnostic.message.firstRange(of: suffix)
    else { return nil }
    let name = diagnostic.message[..<end.lowerBound].dropFirst()
    self.init(header: String(name), position: position)
  }

}
