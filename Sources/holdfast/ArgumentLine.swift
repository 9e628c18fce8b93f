import Driver

/// A command line in the form that the argument parser understands.
struct ArgumentLine {

  /// The words for the argument parser, the command first.
  let words: [String]

  /// The compiler flags behind `--`, if there is a `--`.
  let compilerFlags: [String]?

  /// The names of the commands.
  private static let commands: Set<String> = ["check", "gc-report", "help"]

  /// Expands `@file`, takes off compiler flags, splits joined values, gives options that bear the
  /// name of a runtime their plain one and adds the default command.
  init(_ arguments: [String], workingDirectory: String, _ keys: RuntimeKeys) {
    let expanded = ShellWords.expandingResponseFiles(in: arguments, relativeTo: workingDirectory)
    let own: ArraySlice<String>
    if let separator = expanded.firstIndex(of: "--") {
      own = expanded[..<separator]
      compilerFlags = Array(expanded[(separator + 1)...])
    } else {
      own = expanded[...]
      compilerFlags = nil
    }
    let split = own.flatMap(Self.separated).map(keys.plain(argument:))
    let hasCommand = split.first.map(Self.commands.contains) == true
    let isCompletion = split.contains { $0.hasPrefix("--generate-completion-script") }
    words = hasCommand || isCompletion ? split : ["check"] + split
  }

  /// Returns `-j4` as `-j`, `4` and `-pDIR` as `-p`, `DIR`; a file whose name begins with a hyphen
  /// so that it is not taken for options; other arguments as they are.
  private static func separated(_ argument: String) -> [String] {
    if argument.hasPrefix("-"), argument.count > 2, FileSystem.isFile(argument) {
      return ["./" + argument]
    }
    // The reason can be left out; a path that follows is none.
    if argument == "--add-suppressions" { return [argument + "="] }
    let value = argument.dropFirst(2)
    if argument.hasPrefix("-j"), !value.isEmpty, value.allSatisfy(\.isNumber) {
      return ["-j", String(value)]
    }
    if argument.hasPrefix("-p"), !value.isEmpty, !value.hasPrefix("=") {
      return ["-p", String(value)]
    }
    return [argument]
  }

}
