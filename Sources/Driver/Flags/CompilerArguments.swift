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

  /// Returns what matters of `arguments`, a command without its compiler, run in `directory`;
  /// other flags are kept if `isKept` says so.
  static func relevant(
    in arguments: [String], relativeTo directory: String,
    isKept: (String) -> Bool = { (_) in false }
  ) -> [String] {
    var kept: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst(), argument != "--" {
      kept += Self.kept(argument, &rest, directory, isKept)
    }
    return kept
  }

  /// Returns what is kept of `argument`, whose value `rest` may begin with; nothing if it is left
  /// out.
  private static func kept(
    _ argument: String, _ rest: inout ArraySlice<String>, _ directory: String,
    _ isKept: (String) -> Bool
  ) -> [String] {
    if argument.hasPrefix("-include-pch") {
      if argument == "-include-pch" { _ = rest.popFirst() }
    } else if let flag = forcingFlags.first(where: argument.hasPrefix) {
      guard let value = value(of: flag, in: argument, &rest) else { return [] }
      // Like a header in quotes, it may also stand in a folder that is searched.
      let file = absolute(value, directory)
      return [flag, FileSystem.kind(of: file) == nil ? value : file]
    } else if let flag = pathFlags.first(where: argument.hasPrefix) {
      guard let value = value(of: flag, in: argument, &rest) else { return [] }
      return
        flag.count > 2 ? [flag, absolute(value, directory)] : [flag + absolute(value, directory)]
    } else if argument == "--sysroot" {
      if let value = rest.popFirst() { return ["--sysroot=" + absolute(value, directory)] }
    } else if argument.hasPrefix("--sysroot=") {
      return ["--sysroot=" + absolute(String(argument.dropFirst(10)), directory)]
    } else if droppedWithValue.contains(argument) {
      _ = rest.popFirst()
    } else if keptFlags.contains(argument) || keptPrefixes.contains(where: argument.hasPrefix) {
      return [argument]
    } else if let flag = valueFlags.first(where: argument.hasPrefix),
      let value = value(of: flag, in: argument, &rest)
    {
      return flag.count > 2 ? [flag, value] : [flag + value]
    } else if isKept(argument) {
      return [argument]
    }
    return []
  }

  /// Returns what matters of flags that a user or a configuration gave in `directory`, which may
  /// also choose dialects, instruction sets and warnings.
  ///
  /// What is kept is listed, and not what is dropped: a configuration is not trusted more than the
  /// sources beside it, and compilers have many flags that load code or write files.
  static func permitted(_ arguments: [String], relativeTo directory: String) -> [String] {
    relevant(in: arguments, relativeTo: directory, isKept: choosesDialect)
  }

  /// Returns the first of `arguments` that `permitted` leaves out, if there is one.
  static func firstRefused(in arguments: [String]) -> String? {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if kept(argument, &rest, "/", choosesDialect).isEmpty { return argument }
    }
    return nil
  }

  /// Returns `arguments`, of which each matters to parsing, with the values that are arguments of
  /// their own put behind their flags.
  static func grouped(_ arguments: [String]) -> [[String]] {
    var groups: [[String]] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let value = flagsBeforeValues.contains(argument) ? rest.popFirst() : nil
      groups.append([argument] + (value.map { [$0] } ?? []))
    }
    return groups
  }

  /// Returns `arguments` without their order, grouped so.
  static func set(of arguments: [String]) -> Set<[String]> { Set(grouped(arguments)) }

  /// The flags that are kept with their values as arguments of their own.
  private static let flagsBeforeValues = Set(
    (pathFlags + forcingFlags + valueFlags).filter { $0.count > 2 })

  /// Flags that users may give besides, if they begin so.
  private static let dialectPrefixes = [
    "-W", "-pedantic", "-ansi", "-pthread", "-trigraphs", "-undef", "-O", "-stdlib=",
    "-fvisibility=", "-fms-compatibility-version=", "-fmsc-version=", "-fgnuc-version=", "-march=",
    "-mcpu=", "-mtune=", "-mabi=", "-mfpu=", "-mfloat-abi=", "-msse", "-mavx", "-mbmi", "-mfma",
    "-maes", "-mf16c", "-mpclmul", "-mpopcnt", "-mno-", "-mx32", "-marm", "-mthumb",
    "-mms-bitfields", "-mlong-double-",
  ]

  /// Flags that begin like others that only choose a feature, and write files or load code.
  private static let refusedFeatures = [
    "-fmodule", "-fcxx-modules", "-fimplicit-module", "-fprebuilt-", "-fplugin", "-fpass-plugin",
    "-ftime-", "-fsave-", "-fprofile-", "-fcs-profile-", "-fcrash-", "-fproc-", "-fbuild-session",
    "-fdump-", "-fopt-info", "-fcallgraph-info", "-fstack-usage",
  ]

  /// Whether a flag chooses how the language is understood, and names no file.
  private static func choosesDialect(_ argument: String) -> Bool {
    // Behind a comma stands what is passed on to another tool.
    if argument.contains(",") || argument.contains("/") { return false }
    if dialectPrefixes.contains(where: argument.hasPrefix) { return true }
    return argument.hasPrefix("-f") && !argument.contains("=")
      && !refusedFeatures.contains(where: argument.hasPrefix)
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
