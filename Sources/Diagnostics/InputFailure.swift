/// A file that could not be analyzed, which is never the same as a clean one.
public struct InputFailure: Hashable, Sendable, Comparable {

  /// The file that was asked for.
  public let file: String

  /// What is wrong with it, in one line that begins in lower case.
  public let reason: String

  /// What the user can do about it.
  public let hint: String?

  public init(file: String, reason: String, hint: String? = nil) {
    self.file = file
    self.reason = reason
    self.hint = hint
  }

  /// The line that tells the user.
  public var message: String { "\(file) not analyzed: \(reason)" }

  public static func < (l: Self, r: Self) -> Bool {
    if l.file != r.file { return l.file.utf8.lexicographicallyPrecedes(r.file.utf8) }
    return (l.reason, l.hint ?? "") < (r.reason, r.hint ?? "")
  }

}
