import Diagnostics
import Driver
import Testing

/// A program that is compiled in several configurations is analyzed in each of them.
@Suite struct AllConfigurationsTests {

  /// A helper that collects where `COLLECTS` is defined, and fails to compile where `BROKEN` is.
  private static let helper = """
    #include "hpy.h"
    void log_call(HPyContext *ctx)
    {
    #ifdef COLLECTS
        HPyErr_SetString(ctx, ctx->h_TypeError, "called"); /* holdfast: ignore[handle-leak] */
    #endif
    #ifdef BROKEN
    #include "gone.h"
    #endif
    }

    """

  /// A pointer that is kept across a call of the helper, and a handle that leaks everywhere.
  private static let caller = """
    #include "hpy.h"
    typedef struct { double x; } Point;
    HPyType_HELPERS(Point)
    void log_call(HPyContext *ctx);
    HPyDef_METH(scale, "scale", HPyFunc_NOARGS)
    static HPy scale_impl(HPyContext *ctx, HPy self)
    {
        Point *point = Point_AsStruct(ctx, self);
        log_call(ctx);
        point->x *= 2;
        HPy leaked = HPy_Dup(ctx, self);
        return HPy_Dup(ctx, ctx->h_None);
    }

    """

  /// Returns a project with a database that has an entry for each source and its flags.
  private func project(
    _ entries: KeyValuePairs<String, String>, _ files: [String: String] = [:]
  ) throws -> Scratch {
    let sources = ["helper.c": Self.helper, "caller.c": Self.caller, "setup.py": ""]
    let scratch = try Scratch(sources.merging(files) { $1 })
    let texts = entries.map { (file, flags) in
      """
      {"directory": "\(scratch.path)", "file": "\(file)", "command": "cc \(flags) -c \(file)"}
      """
    }
    try scratch.write("[\(texts.joined(separator: ","))]", to: "compile_commands.json")
    return scratch
  }

  /// Checks a project in all of its configurations.
  private func run(
    _ scratch: Scratch, _ paths: [String] = ["."], _ change: (inout Options) -> Void = { _ in }
  ) throws -> CheckedRun {
    var options = scratch.options()
    options.paths = paths
    options.analyzesAllConfigurations = true
    change(&options)
    return try checkedRun(options)
  }

  /// Returns the findings of a report as lines that name the configurations.
  private func lines(_ report: Report) -> [String] {
    report.diagnostics.map { (finding) in
      "\(finding.range.start.file):\(finding.range.start.line) \(finding.rule)"
        + remark(onlyIn: finding.configurations)
    }
  }

  /// A database in which the helper collects in one of two configurations.
  private static let collecting: KeyValuePairs = [
    "helper.c": "-DHPY -DN=1", "./helper.c": "-DHPY -DN=1 -O2 -DCOLLECTS",
    "caller.c": "-DHPY -I.",
  ]

  /// 4.4 #99: one of two configurations collects.
  @Test func findingNamesTheConfigurationThatCollects() throws {
    let scratch = try project(Self.collecting)
    let run = try run(scratch)
    #expect(
      lines(run.report) == [
        "caller.c:10 pointer-spans-gc (only in configuration '-DCOLLECTS')",
        "caller.c:12 handle-leak", "helper.c:5 unused-suppression",
      ])
    #expect(run.report.filesAnalyzed == 2 && run.report.functionsAnalyzed == 3)
    #expect(try lines(check(scratch.options("."))) == ["caller.c:12 handle-leak"])
  }

  /// 4.4 #99 as the fixtures have it: the calls of one binary interface collect.
  @Test func findingNamesTheInterfaceThatCollects() throws {
    let scratch = try Scratch()
    let file = Scratch.repository + "/Tests/Fixtures/pointers/macros.c"
    let report = try run(scratch, [file]) {
      $0.isIsolated = true
      $0.overrides = [
        "configurations = {c = [\"-DHPY_ABI_CPYTHON\"], u = [\"-DHPY_ABI_UNIVERSAL\"]}"
      ]
    }.report
    let some = report.diagnostics.filter { !$0.configurations.isEmpty }
    #expect(some.map(\.configurations) == [["c"]] && report.diagnostics.count > 5)
    #expect(some.map(\.function) == ["collecting_call_in_another_configuration_is_fine"])
    #expect(report.configurations == ["c", "u"])
  }

  @Test func allOfOneConfigurationIsThatOne() throws {
    let entries: KeyValuePairs = ["helper.c": "-DCOLLECTS", "caller.c": "-DCOLLECTS -DHPY"]
    let scratch = try project(entries)
    let found = try run(scratch).report
    #expect(try check(scratch.options(".")).diagnostics == found.diagnostics)
    #expect(found.diagnostics.map(\.configurations) == [[], [], []])
    let flags = try run(try project(Self.collecting)) { $0.compilerFlags = ["-DCOLLECTS"] }
    #expect(flags.report.diagnostics.map(\.configurations) == [[], [], []])
  }

  /// Two definitions of one function: each configuration has its own.
  @Test func sourcesForOneConfigurationAreOnlyInThat() throws {
    let head = "#include \"hpy.h\"\nvoid log_call(HPyContext *ctx)\n"
    let scratch = try project(
      [
        "caller.c": "-Done_EXPORTS", "./caller.c": "-Dtwo_EXPORTS", "helper.c": "-Dtwo_EXPORTS -DX",
        "loud.c": "-Done_EXPORTS",
      ], ["loud.c": head + "{\n    HPyErr_SetString(ctx, ctx->h_TypeError, \"\");\n}\n"])
    let found = try run(scratch)
    #expect(
      lines(found.report) == [
        "caller.c:10 pointer-spans-gc (only in configuration '-Done_EXPORTS')",
        "caller.c:12 handle-leak",
      ])
    #expect(found.report.filesAnalyzed == 3)
    #expect(
      found.log.filter { !$0.hasPrefix("  ") }.map { $0.prefix { $0 != "/" } } == [
        "configuration '-Done_EXPORTS':", "caller.c: flags: ", "loud.c: flags: ",
        "configuration '-Dtwo_EXPORTS':", "caller.c: flags: ", "helper.c: flags: ",
      ])
  }

  /// Nothing is reported in a source where it is only read for what others call.
  @Test func sourceIsJudgedInItsOwnConfigurations() throws {
    let scratch = try project([
      "caller.c": "-DA", "./caller.c": "-DB", "helper.c": "-DCOLLECTS -DX",
      "./helper.c": "-DCOLLECTS -DY",
    ])
    let found = try run(scratch)
    #expect(
      lines(found.report) == [
        "caller.c:10 pointer-spans-gc", "caller.c:12 handle-leak", "helper.c:5 unused-suppression",
      ])
    #expect(found.report.configurations == ["-DA", "-DB", "-DX", "-DY"])
    #expect(found.log.count { $0 == "helper.c: read as a part of the program" } == 2)
    let leak = "HPy_Dup(ctx, ctx->h_None); /* holdfast: ignore[pointer-spans-gc]"
    let helper = Self.helper.replacing("/* holdfast: ignore[handle-leak]", with: leak)
    try scratch.write(helper, to: "helper.c")
    #expect(try lines(run(scratch).report).contains("helper.c:5 handle-leak"))
  }

  /// A file alone is analyzed in the configurations of its program.
  @Test func configurationsAreThoseOfTheWholeDatabase() throws {
    let scratch = try project(Self.collecting)
    #expect(
      try lines(run(scratch, [scratch["caller.c"]]).report).first
        == "caller.c:10 pointer-spans-gc (only in configuration '-DCOLLECTS')")
  }

  @Test func fileThatCannotBeParsedNamesTheConfiguration() throws {
    let entries: KeyValuePairs = [
      "helper.c": "", "./helper.c": "-DBROKEN", "././helper.c": "-DCOLLECTS", "caller.c": "",
    ]
    let report = try run(try project(entries)).report
    #expect(
      report.failures.map(\.message) == [
        "helper.c not analyzed in configuration '-DBROKEN': "
          + "'gone.h' not found (included at helper.c:8)"
      ])
    #expect(report.exitStatus(failOn: .warning) == 2 && report.filesAnalyzed == 1)
    // What might be suppressed where it was not analyzed is not called unused.
    #expect(!report.diagnostics.contains { $0.rule == "unused-suppression" })
    #expect(
      report.ledger.defaults.map { [$0.callee] + $0.configurations } == [["log_call", "-DBROKEN"]])
    let broken = try run(try project(["helper.c": "-DA", "./helper.c": "-DB"])) {
      $0.extraArguments = ["-DBROKEN"]
    }
    #expect(broken.report.failures.map(\.configurations) == [[]])
  }

  @Test func commentThatOneConfigurationNeedsIsUsed() throws {
    let caller = Self.caller.replacing(
      "*= 2;", with: "*= 2; /* holdfast: ignore[pointer-spans-gc] */")
    let helper = Self.helper.replacing(" /* holdfast: ignore[handle-leak] */", with: "")
      .replacing("gone.h\"", with: "gone.h\" /* holdfast: ignore[handle-leak] */")
    let report = try run(
      try project(Self.collecting, ["caller.c": caller, "helper.c": helper])
    ).report
    #expect(lines(report) == ["caller.c:12 handle-leak"])
    #expect(report.hidden.map(\.diagnostic.configurations) == [["-DCOLLECTS"]])
  }

  @Test func baselineDoesNotDependOnTheConfigurations() throws {
    let scratch = try project(Self.collecting)
    _ = try run(scratch) { $0.writeBaseline = "known.json" }
    for all in [true, false] {
      let report = try run(scratch) {
        $0.baseline = "known.json"
        $0.analyzesAllConfigurations = all
      }.report
      #expect(report.diagnostics == [] && report.baselined == (all ? 3 : 1))
    }
  }

  /// A header that only some configurations include is complete in those.
  @Test func headerIsJudgedWhereItIsIncluded() throws {
    let scratch = try project(
      Self.collecting,
      [
        "helper.c": Self.helper.replacing("#ifdef BROKEN", with: "}\n#ifdef COLLECTS")
          .replacing("gone.h\"\n#endif\n}", with: "more.h\"\n#endif"),
        "more.h": "static void more(HPyContext *ctx, HPy h) { HPy_Dup(ctx, h); }\n",
      ])
    #expect(try lines(run(scratch).report).last == "more.h:1 handle-leak")
  }

  @Test func settingsCanNameConfigurations() throws {
    let table = """
      [configurations]
      native = ["-DHPY_ABI_CPYTHON"]
      portable = ["-DHPY_ABI_UNIVERSAL"]
      traced = ["-DCOLLECTS", "-Iinclude"]
      """
    let helper = Self.helper.replacing(
      "#ifdef COLLECTS", with: "#if defined COLLECTS || defined HPY_ABI_CPYTHON")
    let scratch = try project(
      ["caller.c": "-DHPY_ABI_UNIVERSAL"], ["holdfast.toml": table, "helper.c": helper])
    #expect(
      try lines(run(scratch).report).prefix(2) == [
        "caller.c:10 pointer-spans-gc (only in configurations 'native', 'traced')",
        "caller.c:12 handle-leak",
      ])
    #expect(try lines(check(scratch.options("."))) == ["caller.c:12 handle-leak"])
    // The only one is used, too.
    try scratch.write("[configurations]\ntraced = [\"-DCOLLECTS\"]\n", to: "holdfast.toml")
    #expect(try lines(run(scratch).report).first == "caller.c:10 pointer-spans-gc")
  }

  @Test func cacheKeepsConfigurationsApart() throws {
    let table = "[configurations]\nquiet = []\nloud = [\"-DCOLLECTS\"]\n"
    let scratch = try Scratch([
      "helper.c": Self.helper, "caller.c": Self.caller, "holdfast.toml": table,
    ])
    let whole = try run(scratch) { $0.usesCache = true }.report.diagnostics
    let expected = whole.filter { $0.range.start.file == "caller.c" }
    #expect(expected.map(\.configurations) == [["loud"], []])
    for _ in 0 ..< 2 {
      let alone = try run(scratch, [scratch["caller.c"]]) { $0.usesCache = true }.report
      #expect(alone.diagnostics == expected && alone.ledger.defaults == [])
    }
    #expect(FileSystem.names(in: scratch[".holdfast_cache"]).count == 4)
    let first = try run(scratch, [scratch["caller.c"]]) {
      $0.usesCache = true
      $0.analyzesAllConfigurations = false
    }
    #expect(first.report.ledger.defaults.map(\.callee) == ["log_call"])
  }

  @Test func questionsAreAnsweredForEachConfiguration() throws {
    let run = try run(try project(Self.collecting)) {
      $0.keepsStates = true
      $0.emit = .ir
    }
    #expect(
      run.readiness.text().hasPrefix(
        """
        2 of 3 functions can collect
          caller.c:6:12: scale_impl: log_call → HPyErr_SetString (only in configuration \
        '-DCOLLECTS')
          helper.c:2:6: log_call: HPyErr_SetString (only in configuration '-DCOLLECTS')
        1 use of a pointer after a call that can collect
          caller.c:10:5: 'point' is used after a call that can collect (only in configuration \
        '-DCOLLECTS')

        """))
    #expect(run.readiness.json().contains("\"configurations\" : [\n        \"-DCOLLECTS\""))
    let reason = try run.collectionExplanation(of: "log_call")
    #expect(reason.hasPrefix("configuration 'no further flags':\nhelper.c:2:6: 'log_call' cannot"))
    #expect(reason.contains("\nconfiguration '-DCOLLECTS':\nhelper.c:2:6: 'log_call' can collect:"))
    #expect(try !run.collectionExplanation(of: "HPy_Dup").contains("configuration"))
    let states = try run.stateExplanation(at: "caller.c:10:point")
    #expect(states.contains("good") && states.contains("configuration '-DCOLLECTS':"))
    #expect(
      try run.stateExplanation(at: "helper.c:5").hasPrefix("configuration '-DCOLLECTS':\n"))
    #expect(run.emitted.contains("configuration '-DCOLLECTS':\n"))
  }

  @Test func outputDoesNotDependOnThreads() throws {
    let scratch = try project(Self.collecting)
    let (one, four) = (
      try Tool.run("--all-configs", "-j1", in: scratch.path),
      try Tool.run("--all-configs", "-j4", "helper.c", "caller.c", in: scratch.path)
    )
    #expect(one.output == four.output && one.status == 1)
    #expect(
      one.output.hasPrefix(
        """
        caller.c:10:5: warning: 'point' is used after a call that can collect (only in \
        configuration '-DCOLLECTS') [pointer-spans-gc]
           10 |     point->x *= 2;

        """))
    #expect(
      one.errors == "holdfast: 3 findings (2 warnings, 1 note) in 2 of 2 files, 2 configurations\n")
  }

}
