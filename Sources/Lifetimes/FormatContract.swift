/// How the letters of a format string govern the variable arguments behind it.
public struct FormatContract: Hashable, Sendable {

  /// What one letter means.
  public enum Meaning: Hashable, Sendable {
    /// A value that is not followed.
    case plain
    /// The argument is a handle.
    case handle
    /// The argument points to where a borrowed handle is written, from the array in this parameter.
    case writesBorrowed
    /// The argument points to where a handle is written that the tracker in this parameter owns.
    case writesTracked(Int)
    /// The argument points to where a pointer is written that lives as long as the handles in the
    /// array in this parameter.
    case writesInterior(Int)
    /// The argument points to where a plain value is written.
    case writesPlain
  }

  /// The parameter that is the format string.
  public var parameter: Int
  public var letters: [Character: Meaning]
  /// The meaning of any other letter.
  public var otherwise: Meaning
  /// Characters that take no argument.
  public var skipped: Set<Character>
  /// Characters behind which nothing takes an argument.
  public var ends: Set<Character>

  public init(parameter: Int) {
    self.parameter = parameter
    letters = [:]
    otherwise = .plain
    skipped = []
    ends = []
  }

  /// Returns the meaning of each variable argument for a format string.
  public func meanings(of format: String) -> [Meaning] {
    var meanings: [Meaning] = []
    for character in format {
      if ends.contains(character) { break }
      if skipped.contains(character) { continue }
      meanings.append(letters[character] ?? otherwise)
    }
    return meanings
  }

}
