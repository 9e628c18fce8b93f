/// How many of the steps that lead to a finding are printed.
public enum PathNotes: String, CaseIterable, Sendable {

  /// All of them.
  case full
  /// The first and last steps, at most eight.
  case short
  /// None.
  case none

  /// The number of steps that `short` prints.
  static let limit = 8

}
