import IR

/// The compiler's own variants of functions of the C library.
enum BuiltinFunction {

  /// The functions of the C library that compilers have a variant of which does the same.
  private static let libraryNames: Set<String> = [
    "abort", "alloca", "calloc", "exit", "fprintf", "free", "malloc", "memchr", "memcmp",
    "memcpy", "memmove", "mempcpy", "memset", "printf", "realloc", "snprintf", "sprintf", "stpcpy",
    "stpncpy", "strcat", "strchr", "strcmp", "strcpy", "strdup", "strlen", "strncat", "strncmp",
    "strncpy", "strndup", "strrchr", "strstr", "vsnprintf", "vsprintf",
  ]

  /// What C++'s `new` and `delete` do is what these do.
  static let allocation = FunctionName("malloc")
  static let release = FunctionName("free")

  /// The arguments of the checked variants that the function of the library has.
  private static let argumentCounts = [
    "memcpy": 3, "memmove": 3, "mempcpy": 3, "memset": 3, "strcpy": 2, "stpcpy": 2, "strcat": 2,
    "strncpy": 3, "stpncpy": 3, "strncat": 3,
  ]

  /// Whether a function of C++'s library returns what its first argument refers to, and compilers
  /// treat it as a cast.
  static func castsReference(_ name: String) -> Bool {
    ["std::move", "std::forward", "std::as_const"].contains(name)
  }

  /// Returns the name of the function of the library: `memcpy` for `__builtin_memcpy` and for
  /// `__builtin___memcpy_chk`.
  static func libraryName(of name: String) -> String? {
    var plain = name.dropFirst("__builtin_".count)
    if plain.hasPrefix("__") && plain.hasSuffix("_chk") { plain = plain.dropFirst(2).dropLast(4) }
    return libraryNames.contains(String(plain)) ? String(plain) : nil
  }

  /// Returns how many arguments of a checked variant the function of the library has.
  static func argumentCount(of name: String) -> Int? {
    guard name.hasSuffix("_chk"), let plain = libraryName(of: name) else { return nil }
    return argumentCounts[plain]
  }

}
