import Source

/// Why a contract cannot be used.
public struct ContractError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public let range: SourceRange
  public init(_ message: String, at range: SourceRange) {
    self.message = message
    self.range = range
  }
  public var description: String { "\(range.start): \(message)" }
}
