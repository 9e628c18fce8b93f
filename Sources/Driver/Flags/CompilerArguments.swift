/// Which flags of a compiler command matter to parsing.
///
/// Compilation databases carry flags that other compilers understand, name output files or load
/// plug-ins. Only flags that change what the source means are kept, so that no flag makes a parse
/// fail and none executes anything.
enum CompilerArguments {

  /// Flags with a value that is a path, joined or as the next argument.
  private static let pathFlags = [
    "-isystem", "-iquote", "-idirafter", "-isysroot", "-I", "-F",
  ]

  /// Flags that include a file before the source.
  private static let forcingFlags = ["-include", "-imacros"]

  /// Flags with another value, joined or as the next argument.
  private static let valueFlags = ["-D", "-U", "-x", "-target"]

  /// Flags that are kept as they are, if they begin so.
  private static let keptPrefixes = ["-std=", "--std=", "--target=", "-nostdinc"]

  /// Flags that are kept as they are.
  private static let keptFlags: Set<String> = [
    "-m32", "-m64", "-fshort-enums", "-fno-short-enums", "-fsigned-char", "-funsigned-char",
    "-fno-signed-char", "-fno-unsigned-char", "-fms-extensions", "-fno-ms-extensions",
  ]

  /// Flags that are dropped together with the next argument.
  private static let droppedWithValue: Set<String> = [
    "-o", "-MF", "-MT", "-MQ", "-MJ", "-Xclang", "-Xlinker", "-Xpreprocessor", "-Xassembler", "-L",
    "-l", "-T", "-u", "-z", "-B", "-arch", "-mllvm", "-framework", "-load", "-plugin",
    "-include-pch", "-working-directory", "-dependency-file",
  ]

  /// Returns what matters of `arguments`, a command without its compiler, run in `directory`.
  static func relevant(in arguments: [String], relativeTo directory: String) -> [String] {
    var kept: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" { break }
      if argument.hasPrefix("-include-pch") {
        if argument == "-include-pch" { _ = rest.popFirst() }
      } else if let flag = forcingFlags.first(where: argument.hasPrefix) {
        guard let value = value(of: flag, in: argument, &rest) else { continue }
        // Like a header in quotes, it may also stand in a folder that is searched.
        let file = absolute(value, directory)
        kept += [flag, FileSystem.kind(of: file) == nil ? value : file]
      } else if let flag = pathFlags.first(where: argument.hasPrefix) {
        guard let value = value(of: flag, in: argument, &rest) else { continue }
        kept +=
          flag.count > 2 ? [flag, absolute(value, directory)] : [flag + absolute(value, directory)]
      } else if argument == "--sysroot" {
        if let value = rest.popFirst() { kept.append("--sysroot=" + absolute(value, directory)) }
      } else if argument.hasPrefix("--sysroot=") {
        kept.append("--sysroot=" + absolute(String(argument.dropFirst(10)), directory))
      } else if droppedWithValue.contains(argument) {
        _ = rest.popFirst()
      } else if keptFlags.contains(argument) || keptPrefixes.contains(where: argument.hasPrefix) {
        kept.append(argument)
      } else if let flag = valueFlags.first(where: argument.hasPrefix),
        let value = value(of: flag, in: argument, &rest)
      {
        kept += flag.count > 2 ? [flag, value] : [flag + value]
      }
    }
    return kept
  }

  /// Returns flags that a user gave, without those that name outputs or load code.
  static func permitted(_ arguments: [String]) -> [String] {
    var kept: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if droppedWithValue.contains(argument) {
        _ = rest.popFirst()
      } else if !loadsCode(argument) && argument != "-c" && !argument.hasPrefix("-M") {
        kept.append(argument)
      }
    }
    return kept
  }

  /// Whether a flag makes the compiler load or run something.
  private static func loadsCode(_ argument: String) -> Bool {
    ["-fplugin", "-fpass-plugin", "-load", "-plugin", "-Xclang", "-wrapper", "-specs", "--specs"]
      .contains(where: argument.hasPrefix)
  }

  /// Returns the value of `flag`, which `argument` begins with, or which follows.
  private static func value(
    of flag: String, in argument: String, _ rest: inout ArraySlice<String>
  ) -> String? {
    if argument == flag { return rest.popFirst() }
    return String(argument.dropFirst(flag.count))
  }

  /// Returns `path` as seen from anywhere.
  private static func absolute(_ path: String, _ directory: String) -> String {
    Path.normalized(Path.join(directory, path))
  }

}
