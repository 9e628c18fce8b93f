/// Whether a call has failed on a path, since the function was entered or failures were cleared.
///
/// Where paths meet it is one or the other.
public struct FailureHistory: OptionSet, Hashable, Sendable, Codable {

  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No call was made that can fail, so that no exception is set.
  static let none = FailureHistory(rawValue: 1)
  /// A call was made that can fail.
  static let possible = FailureHistory(rawValue: 2)

}
