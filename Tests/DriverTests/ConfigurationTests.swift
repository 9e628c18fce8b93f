import Diagnostics
import Foundation
import Testing

@testable import Driver

@Suite struct ConfigurationTests {

  private static let rules = [
    RuleInfo(id: "handle-leak", summary: "", defaultSeverity: .warning),
    RuleInfo(id: "pointer-stored", summary: "", defaultSeverity: .off),
  ]

  /// Returns the settings of `file` in a project that holds `files`.
  private func settings(
    _ files: [String: String], for file: String = "a.c",
    _ change: (inout Options) -> Void = { _ in }
  ) throws -> Settings {
    let scratch = try Scratch(files)
    var options = scratch.options()
    change(&options)
    var catalog = try SettingsCatalog(options, rules: Self.rules)
    return try catalog.settings(for: scratch[file])
  }

  @Test(arguments: [
    (
      "[tool.holdfast]\nselct = []\n",
      "pyproject.toml:2: unknown key 'selct' in [tool.holdfast] (did you mean 'select'?)"
    ),
    ("[tool.holdfast]\njobs = \"x\"\n", "pyproject.toml:2: 'jobs' must be a number"),
    ("[tool.holdfast\n", "pyproject.toml:1: "),
    (
      "[tool.holdfast]\nignore = [\"handle-leek\"]\n",
      "'ignore': unknown rule 'handle-leek' (did you mean 'handle-leak'?)"
    ),
    (
      "[tool.holdfast]\nfail-on = \"x\"\n",
      "pyproject.toml:2: 'fail-on' cannot be 'x'; use error, warning, note, never"
    ),
  ])
  func mistakesAreNamedWithTheirLine(_ text: String, _ message: String) throws {
    let error = #expect(throws: InputError.self) { try settings(["pyproject.toml": text]) }
    #expect(try #require(error).description.contains(message))
  }

  @Test func nearestFileWins() throws {
    let files = [
      "pyproject.toml": "[tool.holdfast]\nfail-on = \"error\"\n",
      "sub/holdfast.toml": "fail-on = \"note\"\n",
      "sub/pyproject.toml": "[project]\nname = \"x\"\n",
    ]
    #expect(try settings(files, for: "a.c").failOn == .error)
    #expect(try settings(files, for: "sub/deep/a.c").failOn == .note)
  }

  @Test func projectFileWithoutOurTableIsPassedOver() throws {
    let files = [
      "holdfast.toml": "fail-on = \"error\"\n", "sub/pyproject.toml": "[project]\nname = \"x\"\n",
    ]
    #expect(try settings(files, for: "sub/a.c").failOn == .error)
  }

  @Test func commandLineWins() throws {
    let found = try settings(["holdfast.toml": "fail-on = \"error\"\n"]) { $0.failOn = .note }
    #expect(found.failOn == .note)
  }

  @Test func isolatedRunsReadNoFile() throws {
    #expect(
      try settings(["holdfast.toml": "fail-on = \"error\"\n"]) { $0.isIsolated = true }.failOn
        == .warning)
  }

  @Test func filesExtendFiles() throws {
    let files = [
      "base.toml": "fail-on = \"error\"\njobs = 3\n",
      "holdfast.toml": "extend = \"base.toml\"\njobs = 4\n",
    ]
    let found = try settings(files)
    #expect(found.failOn == .error && found.jobs == 4)
  }

  @Test(arguments: [
    ("", "handle-leak", Severity.warning), ("", "pointer-stored", .off),
    ("select = [\"pointer-stored\"]", "pointer-stored", .warning),
    ("select = [\"pointer-stored\"]", "handle-leak", .off),
    ("select = [\"pointer-*\"]", "pointer-stored", .warning),
    ("extend-select = [\"pointer-stored\"]", "handle-leak", .warning),
    ("extend-select = [\"pointer-stored\"]", "pointer-stored", .warning),
    ("ignore = [\"handle-leak\"]", "handle-leak", .off),
    ("[severity]\nhandle-leak = \"error\"", "handle-leak", .error),
    ("[severity]\nhandle-leak = \"off\"", "handle-leak", .off),
    ("[severity]\npointer-stored = \"note\"", "pointer-stored", .note),
    ("[per-file-ignores]\n\"a.*\" = [\"handle-leak\"]", "handle-leak", .off),
    ("[per-file-ignores]\n\"b.*\" = [\"all\"]", "handle-leak", .warning),
  ])
  func severitiesFollowTheConfiguration(_ text: String, _ rule: String, _ severity: Severity) throws
  {
    let scratch = try Scratch(["holdfast.toml": text])
    var catalog = try SettingsCatalog(scratch.options(), rules: Self.rules)
    let settings = try catalog.settings(for: scratch["a.c"])
    let info = try #require(Self.rules.first { $0.id == rule })
    #expect(settings.severity(of: info, inFile: scratch["a.c"]) == severity)
  }

  @Test func pathsAreRelativeToTheFile() throws {
    let scratch = try Scratch([
      "holdfast.toml": "extra-args = [\"-Iinc\", \"-DX\"]\ncompile-commands = \"build\"\n"
    ])
    var catalog = try SettingsCatalog(scratch.options(), rules: Self.rules)
    let settings = try catalog.settings(for: scratch["sub/a.c"])
    #expect(settings.extraArguments == ["-I" + scratch["inc"], "-DX"])
    #expect(settings.compileCommands == scratch["build"])
    try scratch.write(
      "extra-args = [\"-Xclang\", \"-load\", \"-Xclang\", \"x.so\", \"-DX\"]\n",
      to: "more/holdfast.toml")
    #expect(try catalog.settings(for: scratch["more/a.c"]).extraArguments == ["-DX"])
  }

  /// A key that bears the name of a runtime's pack is the plain one, and is named as it is spelt.
  @Test func keysMayBearTheNameOfARuntime() throws {
    let scratch = try Scratch([
      "holdfast.toml": "jobs = 1\nhpy-abi = \"hybrid\"\nhpy-include = \"headers\"\n",
      "other/holdfast.toml": "py-abi = \"hybrid\"\n",
    ])
    var catalog = try SettingsCatalog(scratch.options(), rules: Self.rules)
    let settings = try catalog.settings(for: scratch["a.c"])
    #expect(settings.abi == "hybrid" && settings.runtimeInclude == scratch["headers"])
    #expect(settings.origins["abi"] == scratch["holdfast.toml"] + ":2")
    let error = #expect(throws: InputError.self) {
      try catalog.settings(for: scratch["other/a.c"])
    }
    #expect(error?.description.contains("unknown key 'py-abi'") == true)
  }

  @Test(arguments: [
    ("fail-on = \"off\"", "1: 'fail-on' cannot be 'off'; use error, warning, note, never"),
    ("\njobs = -1", "2: 'jobs' cannot be -1; 0 is the least"),
    ("\n[severity]\nhandle-leek = \"off\"", "3: [severity]: unknown rule 'handle-leek'"),
    ("[severity]\nhandle-leak = \"no\"", "2: 'handle-leak' cannot be 'no'"),
    ("[per-file-ignores]\n\"a.*\" = 1", "2: 'a.*' must be an array of strings"),
    ("select = [\"x\"]", "1: 'select': unknown rule 'x'"),
    ("configurations = [\"-DX\"]", "1: 'configurations' must be a table"),
    ("\n[configurations]\n", "2: [configurations] names no configuration"),
    ("[configurations]\na = 1", "2: [configurations]: 'a' must be an array of strings"),
    (
      "[configurations]\na = [\"-D\", \"X\", \"-Xclang\", \"-DX\"]",
      "2: [configurations]: 'a' cannot have the flag '-Xclang'"
    ),
    (
      "[configurations]\na = [\"-DX\"]\nb = [\"-D\", \"X\"]",
      "3: [configurations]: 'b' has the same flags as 'a'"
    ),
    ("[configurations]\n\"\" = []", "1: a configuration has no name in one line"),
  ])
  func wrongValuesAreNamedWithTheirLine(_ text: String, _ message: String) throws {
    let scratch = try Scratch(["holdfast.toml": text])
    var catalog = try SettingsCatalog(scratch.options(), rules: Self.rules)
    let error = #expect(throws: InputError.self) { try catalog.settings(for: scratch["a.c"]) }
    let found = error?.description ?? ""
    #expect(found.hasPrefix("\(scratch["holdfast.toml"]):\(message)"), "\(found)")
  }

  @Test func keysOfVeryManyPartsAreRefused() throws {
    let deep = String(repeating: "a . ", count: 50_000) + "b = 1"
    for text in ["\n" + deep, "\n[" + deep.dropLast(4) + "]", "\nx = {" + deep + "}"] {
      let scratch = try Scratch(["pyproject.toml": text])
      var catalog = try SettingsCatalog(scratch.options(), rules: Self.rules)
      let error = #expect(throws: InputError.self) { try catalog.settings(for: scratch["a.c"]) }
      #expect(error?.description.hasSuffix(":2: a key has too many parts") == true)
    }
    let fine = "x = [" + String(repeating: "1.5, \"....................\", ", count: 100) + "]"
    #expect(TOMLReader.lineOfDeepKey(in: fine) == nil)
  }

  @Test func linkThatLeadsNowhereIsNoConfiguration() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch["holdfast.toml"], withDestinationPath: "gone.toml")
    var catalog = try SettingsCatalog(scratch.options(), rules: Self.rules)
    #expect(throws: InputError.self) { try catalog.settings(for: scratch["a.c"]) }
  }

}
