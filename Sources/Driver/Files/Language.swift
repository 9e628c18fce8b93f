/// The language of a source file, told by its name.
enum Language: Sendable {

  case c, cxx

  /// The language of a file with this name, unless it is neither a C nor a C++ source.
  init?(ofFile path: String) {
    switch Path.suffix(of: path) {
    case "c": self = .c
    case "cc", "cpp", "cxx", "c++": self = .cxx
    default: return nil
    }
  }

  /// Whether `path` names a header, which is analyzed through the files that include it.
  static func isHeader(_ path: String) -> Bool {
    ["h", "hh", "hpp", "hxx", "h++", "inc", "inl"].contains(Path.suffix(of: path))
  }

  /// The flags with which a file is parsed as this language.
  var flags: [String] {
    switch self {
    case .c: ["-x", "c", "-std=gnu11"]
    case .cxx: ["-x", "c++", "-std=gnu++17"]
    }
  }

}
