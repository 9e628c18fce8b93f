/// A token of the source before preprocessing.
public struct Token {
  public let spelling: String
  /// Where it stands in its file, also if that is the body of a macro.
  public let location: Location
}
