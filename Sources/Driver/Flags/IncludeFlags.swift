/// What a compiler's flags say of includes.
struct IncludeFlags {

  /// The folders to search.
  private(set) var searchPath: [String] = []
  /// The files that are included before the source.
  private(set) var forced: [String] = []
  /// The macros whose values are paths.
  private(set) var macros: [String: [IncludeDirective.Operand]] = [:]

  private static let folderFlags = ["-isystem", "-iquote", "-idirafter", "-I"]
  private static let forcingFlags = ["-include", "-imacros", "--include", "--imacros"]

  /// Reads `flags`, in which paths are relative to `workingDirectory`.
  init(_ flags: [String], workingDirectory: String) {
    var rest = flags[...]
    while let flag = rest.popFirst() {
      if flag.hasPrefix("-include-pch") { continue }
      if let value = Self.value(of: Self.folderFlags, in: flag, &rest) {
        searchPath.append(Path.join(workingDirectory, value))
      } else if let value = Self.value(of: Self.forcingFlags, in: flag, &rest) {
        forced.append(value.hasPrefix("=") ? String(value.dropFirst()) : value)
      } else if let value = Self.value(of: ["-D"], in: flag, &rest) {
        addMacro(value)
      }
    }
  }

  /// Returns the value of `flag`, joined or as the next one, if it is one of `names`.
  private static func value(
    of names: [String], in flag: String, _ rest: inout ArraySlice<String>
  ) -> String? {
    if names.contains(flag) { return rest.popFirst() }
    return names.first(where: flag.hasPrefix).map { String(flag.dropFirst($0.count)) }
  }

  /// Adds a macro whose definition is spelt `NAME="path"` or `NAME=<path>`.
  private mutating func addMacro(_ definition: String) {
    let parts = definition.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return }
    let scanner = DirectiveScanner(Array("#define \(parts[0]) \(parts[1])".utf8))
    macros.merge(scanner.macros) { $0 + $1 }
  }

}
