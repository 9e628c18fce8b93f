/// Why a run could not start. Shown to the user as `holdfast: error: …`; exit status 2.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {

  /// What is wrong, in one line that begins in lower case.
  public let description: String

  /// What the user can do about it.
  public let hint: String?

  public init(_ description: String, hint: String? = nil) {
    self.description = description
    self.hint = hint
  }

}
