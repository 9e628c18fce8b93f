/// A file that could not be analyzed, which is never the same as a clean one.
public struct InputFailure: Hashable, Sendable, Comparable {

  /// The file that was asked for.
  public let file: String

  /// What is wrong with it, in one line that begins in lower case.
  public let reason: String

  /// What the user can do about it.
  public let hint: String?

  /// The configurations in which it could not, if those are not all that it belongs to; otherwise
  /// empty.
  public var configurations: [String]

  public init(
    file: String, reason: String, hint: String? = nil, configurations: [String] = []
  ) {
    self.file = file
    self.reason = reason
    self.hint = hint
    self.configurations = configurations
  }

  /// The line that tells the user.
  public var message: String {
    let part = configurations.isEmpty ? "" : " in \(named(configurations))"
    return "\(file) not analyzed\(part): \(reason)"
  }

  public static func < (l: Self, r: Self) -> Bool {
    if l.file != r.file { return l.file.utf8.lexicographicallyPrecedes(r.file.utf8) }
    return (l.reason, l.hint ?? "") < (r.reason, r.hint ?? "")
  }

}
