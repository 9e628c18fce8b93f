import Source

/// What the parser says about a source file.
public struct ParseDiagnostic: Hashable, Sendable {

  /// How bad it is.
  public enum Severity: Int, Hashable, Sendable, Comparable {
    case ignored, note, warning, error, fatal
    public static func < (l: Self, r: Self) -> Bool { l.rawValue < r.rawValue }
  }

  public let severity: Severity
  public let message: String
  /// Where; `nil` if it is not about a place in a file.
  public let position: SourcePosition?

  public init(severity: Severity, message: String, position: SourcePosition?) {
    self.severity = severity
    self.message = message
    self.position = position
  }

}

extension ParseDiagnostic: CustomStringConvertible {

  public var description: String {
    let place = position.map { "\($0): " } ?? ""
    return "\(place)\(severity): \(message)"
  }

}
