import Testing

@testable import Driver

/// How sources are parsed: which flags are found, and which are inferred.
@Suite struct FlagResolverTests {

  /// Returns how `file` of a project that holds `files` is parsed.
  private func command(
    _ files: [String: String], for file: String = "src/a.c",
    _ change: (inout Options, Scratch) -> Void = { _, _ in }
  ) throws -> (command: ParseCommand, scratch: Scratch) {
    let scratch = try Scratch(files.merging(["setup.py": ""]) { (own, _) in own })
    var options = scratch.options(file)
    change(&options, scratch)
    let rules = try RulesDirectory(requested: options.rulesDirectory)
    let packs = try rules.packs()
    let catalog = try SettingsCatalog(options, rules: allRules)
    var resolver = FlagResolver(options: options, settings: catalog, packs: packs, rules: rules)
    let bytes = try FileSystem.contents(of: scratch[file])
    return (try resolver.command(for: file, bytes), scratch)
  }

  private static let source = "#include \"hpy.h\"\n"

  @Test func withoutFlagsTheInterfaceAndHeadersAreInferred() throws {
    let (command, scratch) = try command(["src/a.c": Self.source])
    let arguments = command.arguments
    #expect(command.origin == "inferred" && command.use == .likely)
    #expect(arguments.starts(with: ["-x", "c", "-std=gnu11"]))
    #expect(arguments.contains("-DHPY") && arguments.contains("-DHPY_ABI_UNIVERSAL"))
    #expect(arguments.contains(scratch["src"]) && arguments.contains { $0.hasSuffix("include") })
  }

  /// What fixed a real project: `kiwi/kiwi.h` is found from the folder above `kiwi`.
  @Test func foldersOfTheProjectResolveIncludes() throws {
    let files = [
      "py/a.cpp": "#include <hpy.h>\n#include <kiwi/kiwi.h>\n#include \"deep/b.h\"\n",
      "lib/kiwi/kiwi.h": "", "x/y/deep/b.h": "#include \"c.h\"\n", "x/y/deep/c.h": "",
    ]
    let (command, scratch) = try command(files, for: "py/a.cpp")
    let arguments = command.arguments
    #expect(arguments.starts(with: ["-x", "c++", "-std=gnu++17"]))
    #expect(arguments.contains(scratch["x/y"]) && arguments.contains(scratch["lib"]))
    let index = try #require(arguments.firstIndex(of: scratch["lib"]))
    #expect(arguments[index - 1] == "-idirafter")
  }

  @Test(arguments: [".venv", "venv"])
  func headersOfAVirtualEnvironmentAreTaken(_ name: String) throws {
    let include = name + "/lib/python3.11/site-packages/hpy/devel/include"
    let (command, scratch) = try command(["src/a.c": Self.source, include + "/hpy.h": ""])
    #expect(command.arguments.contains("-I" + scratch[include]))
  }

  @Test func headersOfTheProjectItselfAreTaken() throws {
    let files = ["src/a.c": Self.source, "hpy/devel/include/hpy.h": ""]
    let (command, scratch) = try command(files)
    #expect(command.arguments.contains("-I" + scratch["hpy/devel/include"]))
  }

  @Test func runtimeIncludeWins() throws {
    let files = ["src/a.c": Self.source, "hpy/devel/include/hpy.h": "", "own/hpy.h": ""]
    let (command, scratch) = try command(files) { $0.runtimeInclude = $1["own"] }
    #expect(command.arguments.contains("-I" + scratch["own"]))
    #expect(!command.arguments.contains("-I" + scratch["hpy/devel/include"]))
  }

  /// Calls are easiest to see in the universal interface, where they are not inlined.
  @Test func interfaceOfADatabaseIsReplaced() throws {
    let database = """
      [{"directory": "/p", "file": "FILE",
        "command": "cc -DHPY -DHPY_ABI_CPYTHON -DOWN -I/x -c a.c"}]
      """
    for folder in ["", "build/", "builddir/", "build/cp311/"] {
      let scratch = try Scratch()
      try scratch.write(Self.source, to: "src/a.c")
      let text = database.replacing("FILE", with: scratch["src/a.c"])
      try scratch.write(text, to: folder + "compile_commands.json")
      try scratch.write("", to: "setup.py")
      let rules = try RulesDirectory(requested: Scratch.repository + "/rules")
      let options = scratch.options("src/a.c")
      let catalog = try SettingsCatalog(options, rules: allRules)
      var resolver = FlagResolver(
        options: options, settings: catalog, packs: try rules.packs(), rules: rules)
      let command = try resolver.command(for: "src/a.c", Array(Self.source.utf8))
      #expect(command.origin == scratch[folder + "compile_commands.json"])
      #expect(command.arguments.contains("-DOWN") && command.arguments.contains("-I/x"))
      #expect(command.arguments.contains("-DHPY_ABI_UNIVERSAL"))
      #expect(!command.arguments.contains("-DHPY_ABI_CPYTHON"))
      #expect(command.arguments.count { $0 == "-DHPY" } == 1)
    }
  }

  @Test(arguments: [
    "#include \"hpy.h\"\n#include <Python.h>\n",
    "#include \"hpy.h\"\nHPy f(HPyContext *c, PyObject *o) { return HPy_FromPyObject(c, o); }\n",
  ])
  func legacySourcesGetTheLegacyInterface(_ source: String) throws {
    let (command, _) = try command(["src/a.c": source])
    #expect(command.arguments.contains("-DHPY_ABI_HYBRID"))
    #expect(!command.arguments.contains("-DHPY_ABI_UNIVERSAL"))
  }

  @Test func flagsOfTheUserAreLeftAlone() throws {
    let files = ["src/a.c": Self.source, "compile_commands.json": "[]"]
    let (command, _) = try command(files) { (options, _) in
      options.compilerFlags = ["-DHPY_ABI_CPYTHON", "-std=c99", "-fplugin=x.so"]
      options.extraArguments = ["-DLAST"]
      options.extraArgumentsBefore = ["-DFIRST"]
      options.removedArguments = ["-std=c99"]
    }
    let arguments = command.arguments
    #expect(command.origin == "flags after --" && arguments.first == "-DFIRST")
    #expect(arguments.contains("-DHPY_ABI_CPYTHON") && arguments.contains("-DLAST"))
    #expect(!arguments.contains("-DHPY_ABI_UNIVERSAL") && !arguments.contains("-std=c99"))
    #expect(!arguments.contains { $0.hasPrefix("-fplugin") })
  }

  @Test(arguments: [["-include", "hpy.h"], ["-include", "own.h"], ["-DHEADER=\"hpy.h\""]])
  func flagsCanIncludeTheRuntime(_ flags: [String]) throws {
    let files = [
      "src/a.c": "#ifdef HEADER\n#include HEADER\n#endif\n", "own.h": "#include <hpy.h>\n",
    ]
    let (behind, scratch) = try command(files) { (options, _) in options.compilerFlags = flags }
    #expect(behind.use == .likely)
    let (last, _) = try command(files) { (options, _) in options.extraArguments = flags }
    #expect(last.use == .likely)
    let text = flags.joined(separator: "\n")
    let (written, _) = try command(files.merging(["compile_flags.txt": text]) { $1 })
    #expect(written.use == .likely && scratch.path != "")
  }

  @Test func flagsFileIsReadLineByLine() throws {
    let files = ["src/a.c": Self.source, "compile_flags.txt": "-Iinc\n\n-DA=b c\n"]
    let (command, scratch) = try command(files)
    #expect(command.origin == scratch["compile_flags.txt"])
    #expect(command.arguments.contains("-I" + scratch["inc"]))
    #expect(command.arguments.contains("-DA=b c"))
  }

  @Test(arguments: [
    ("int f(void);", ParseCommand.RuntimeUse.none), ("#include <stdio.h>\n", .none),
    ("#include \"own.h\"\n", .likely), ("#include \"gone.h\"\n", .none),
    ("#include \"gone.h\"\nHPy x;\n", .unknown), ("#include HEADER\nHPy x;\n", .unknown),
    ("#if 0\n#  include <hpy.h>\n#endif\n", .likely),
    ("#include <own.h>\n/* HPy */\n", .likely), ("#include <libown.h>\nHPy x;\n", .possible),
    ("\u{FEFF}#include \"hpy.h\"\n", .likely), ("/* c */ #include \"hpy.h\"\n", .likely),
    ("/* a\n b */#include \"hpy.h\"\n", .likely), ("#\\\ninclude \"hpy.h\"\n", .likely),
    ("#incl\\ \r\nude \"hpy.h\"\r\n", .likely), ("%:include \"hpy.h\"\n", .likely),
    ("??=include <hpy.h>\n", .likely), ("\u{C} # \u{B}include \"hpy.h\"\n", .likely),
    ("#/* a */include/*\n*/\"hpy.h\"\n", .likely), ("int a;\r#include \"hpy.h\"\r", .likely),
    ("#define A B\n#define B <hpy.h>\n#include A\n", .likely),
    ("#define A A\n#include A\nHPy x;\n", .none), ("#include A(x)\nHPy x;\n", .unknown),
  ])
  func useOfTheRuntimeIsToldByTheText(_ source: String, _ use: ParseCommand.RuntimeUse) throws {
    let files = ["src/a.c": source, "include/own.h": "#include \"more.h\"\n"]
    let more = ["include/more.h": "#include <hpy.h>\n"]
    let (command, _) = try command(files.merging(more) { (first, _) in first })
    #expect(command.use == use)
  }

}
