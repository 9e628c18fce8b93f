import Diagnostics
@testable import Driver
import Foundation
import Testing

/// Summaries of sources that are not given come from earlier runs, while they hold.
@Suite struct CacheTests {

  /// Returns a project whose `array.c` has a finding that only `measure.c` explains.
  private func project(_ name: String = "collects-elsewhere") throws -> Scratch {
    let folder = Scratch.repository + "/Tests/Fixtures/programs/" + name
    let scratch = try Scratch(["holdfast.toml": ""])
    for name in FileSystem.names(in: folder) {
      try scratch.write(FileSystem.text(of: folder + "/" + name) ?? "", to: name)
    }
    return scratch
  }

  /// Checks files of a project with its cache.
  private func run(_ scratch: Scratch, _ names: String..., cache: String? = nil) throws -> Report {
    var options = scratch.options()
    options.paths = names.map { scratch[$0] }
    options.usesCache = true
    options.cacheDirectory = cache
    return try check(options)
  }

  /// Returns the files of the cache that hold summaries.
  private func entries(_ scratch: Scratch) -> [String] {
    FileSystem.names(in: scratch[".holdfast_cache"]).filter { $0.hasSuffix(".json") }
      .map { ".holdfast_cache/" + $0 }
  }

  @Test func oneFileGivesWhatTheWholeProgramGives() throws {
    let scratch = try project()
    let cold = try run(scratch, "array.c", cache: scratch["other"])
    #expect(!cold.ledger.defaults.isEmpty)
    let whole = try run(scratch, "measure.c", "array.c")
    let expected = whole.diagnostics.filter { $0.range.start.file == "array.c" }
    #expect(!expected.isEmpty)
    let warm = try run(scratch, "array.c")
    #expect(warm.diagnostics == expected)
    #expect(warm.ledger.defaults == whole.ledger.defaults)
    #expect(try run(scratch, "array.c").diagnostics == expected)
  }

  /// What a helper does depends on the functions that it is passed: its body is read again.
  @Test func passedFunctionsAreToldApart() throws {
    let scratch = try project("callbacks-told-apart")
    let whole = try run(scratch, "walk.c", "streams.c", "main.c")
    let expected = whole.diagnostics.filter { $0.range.start.file == "main.c" }
    #expect(!expected.isEmpty)
    #expect(try run(scratch, "main.c").diagnostics == expected)
    #expect(try run(scratch, "main.c").diagnostics == expected)
  }

  @Test func theWholeProgramIsJudgedWithoutTheCache() throws {
    let scratch = try project()
    let first = try run(scratch, "measure.c", "array.c")
    #expect(try run(scratch, "measure.c", "array.c").diagnostics == first.diagnostics)
    #expect(try check(scratch.options("measure.c", "array.c")).diagnostics == first.diagnostics)
  }

  @Test(arguments: ["measure.c", "array.h"])
  func changedFileMakesSummariesStale(_ name: String) throws {
    let scratch = try project()
    _ = try run(scratch, "measure.c", "array.c")
    #expect(try run(scratch, "array.c").ledger.defaults.isEmpty)
    try scratch.write((FileSystem.text(of: scratch[name]) ?? "") + "\n/* changed */\n", to: name)
    #expect(try !run(scratch, "array.c").ledger.defaults.isEmpty)
    _ = try run(scratch, "measure.c")
    #expect(try run(scratch, "array.c").ledger.defaults.isEmpty)
  }

  @Test func changedConfigurationMakesSummariesStale() throws {
    let scratch = try project()
    _ = try run(scratch, "measure.c", "array.c")
    try scratch.write("gc-model = \"strict\"\n", to: "holdfast.toml")
    #expect(try !run(scratch, "array.c").ledger.defaults.isEmpty)
  }

  /// `a` calls `b`, which calls `c`: with another summary of `c`, that of `b` is of no use.
  @Test func summariesFallWithThoseTheyAreMadeOf() throws {
    let head = "#include \"hpy.h\"\n"
    let scratch = try Scratch([
      "holdfast.toml": "",
      "a.c": head + "int b(HPyContext *ctx);\nint a(HPyContext *ctx) { return b(ctx); }\n",
      "b.c": head + "int c(HPyContext *ctx);\nint b(HPyContext *ctx) { return c(ctx); }\n",
      "c.c": head + "int c(HPyContext *ctx) { return 0; }\n",
    ])
    _ = try run(scratch, "a.c", "b.c", "c.c")
    #expect(try run(scratch, "a.c").ledger.defaults.isEmpty)
    try scratch.write(
      head + "int c(HPyContext *ctx) { HPy_Close(ctx, HPyLong_FromLong(ctx, 1)); return 1; }\n",
      to: "c.c")
    _ = try run(scratch, "c.c")
    #expect(try run(scratch, "a.c").ledger.defaults.map(\.callee) == ["b"])
    _ = try run(scratch, "b.c")
    #expect(try run(scratch, "a.c").ledger.defaults.isEmpty)
  }

  /// The digest is that of a function, not that of a file, and what is called through a pointer
  /// is what the pointer can hold.
  @Test func otherFunctionsOfAChangedSourceDoNotMatter() throws {
    let head = "#include \"hpy.h\"\n"
    let scratch = try Scratch([
      "holdfast.toml": "",
      "a.c": head + "int b(HPyContext *ctx);\nint a(HPyContext *ctx) { return b(ctx); }\n",
      "b.c": head + """
        int c(HPyContext *ctx);
        static int (*const table[])(HPyContext *) = {c};
        int b(HPyContext *ctx) { return table[0](ctx); }

        """,
      "c.c": head + "int c(HPyContext *ctx) { return 0; }\nint d(int n) { return n; }\n",
    ])
    _ = try run(scratch, "a.c", "b.c", "c.c")
    try scratch.write(
      head + "int c(HPyContext *ctx) { return 0; }\nint d(int n) { return n + 1; }\n", to: "c.c")
    #expect(try run(scratch, "a.c").ledger.defaults.map(\.callee) == ["b"])
    _ = try run(scratch, "c.c")
    #expect(try run(scratch, "a.c").ledger.defaults.isEmpty)
  }

  /// A run that knows less does not spoil what one that knew more has kept.
  @Test func whatStillHoldsIsNotWrittenAgain() throws {
    let head = "#include \"hpy.h\"\nint ring(HPyContext *ctx, int n);\n"
    let scratch = try Scratch([
      "holdfast.toml": "",
      "a.c": head + """
        int back(HPyContext *ctx, int n) {
          if (n > 0) return ring(ctx, n - 1);
          HPy_Close(ctx, HPyLong_FromLong(ctx, n));
          return 0;
        }

        """,
      "b.c": head + """
        int back(HPyContext *ctx, int n);
        int ring(HPyContext *ctx, int n) { return back(ctx, n - 1); }

        """,
    ])
    func kept() throws -> [String] {
      try entries(scratch).map { try #require(FileSystem.text(of: scratch[$0])) }
    }
    _ = try run(scratch, "a.c", "b.c")
    let whole = try kept()
    #expect(try run(scratch, "a.c").ledger.defaults.isEmpty)
    #expect(try kept() == whole)
    #expect(try run(scratch, "b.c").ledger.defaults.isEmpty)
    #expect(try kept() == whole)
  }

  @Test func folderIsMarkedAndNothingElseIsWritten() throws {
    let scratch = try project()
    let before = FileSystem.names(in: scratch.path)
    _ = try run(scratch, "measure.c", "array.c")
    #expect(
      FileSystem.names(in: scratch.path).filter { !before.contains($0) } == [".holdfast_cache"])
    #expect(FileSystem.text(of: scratch[".holdfast_cache/.gitignore"]) == "*\n")
    #expect(
      FileSystem.text(of: scratch[".holdfast_cache/CACHEDIR.TAG"])?
        .hasPrefix("Signature: 8a477f597d28d172789f06886806bc55") == true)
    #expect(entries(scratch).count == 2)
    #expect(FileSystem.names(in: scratch[".holdfast_cache"]).count == 6)
  }

  /// What decides how another source is parsed is found anew: it may have come since.
  @Test(arguments: [
    ("sub/compile_flags.txt", "-DOTHER\n"), ("sub/holdfast.toml", "extra-args = [\"-DOTHER\"]\n"),
    ("sub/holdfast.toml", "[functions]\nmeasure = { collects = false }\n"),
    ("sub/compile_commands.json", "[]"),
  ])
  func otherFlagsMakeSummariesStale(_ name: String, _ text: String) throws {
    let scratch = try project()
    let source = try #require(FileSystem.text(of: scratch["measure.c"]))
    try FileManager.default.removeItem(atPath: scratch["measure.c"])
    try scratch.write(source.replacing("\"array.h\"", with: "\"../array.h\""), to: "sub/measure.c")
    _ = try run(scratch, "sub/measure.c", "array.c")
    #expect(try run(scratch, "array.c").ledger.defaults.isEmpty)
    try scratch.write(text, to: name)
    let decides = text != "[]"
    #expect(try run(scratch, "array.c").ledger.defaults.isEmpty == !decides)
  }

  @Test func linkInPlaceOfTheFolderIsNotFollowed() throws {
    let scratch = try project()
    let elsewhere = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch[".holdfast_cache"], withDestinationPath: elsewhere.path)
    let checked = try run(scratch, "measure.c", "array.c")
    #expect(checked.failures.isEmpty)
    #expect(FileSystem.names(in: elsewhere.path).isEmpty)
  }

  @Test func folderThatCannotBeWrittenIsNoError() throws {
    let scratch = try project()
    try scratch.write("a file\n", to: ".holdfast_cache")
    let checked = try run(scratch, "measure.c", "array.c")
    #expect(checked.failures.isEmpty)
    #expect(!checked.diagnostics.isEmpty)
  }

  @Test(arguments: ["", "{", "null", "[]", "[", "{\"a\":"])
  func textThatIsNoEntryIsLeftOut(_ text: String) throws {
    let scratch = try project()
    _ = try run(scratch, "measure.c", "array.c")
    for name in entries(scratch) {
      try scratch.write(String(repeating: text, count: 10_000), to: name)
    }
    #expect(try !run(scratch, "array.c").ledger.defaults.isEmpty)
  }

  /// Numbers that no run writes neither crash nor hang.
  @Test(arguments: ["-1", "9223372036854775807", "-9223372036854775808", "4000000000", "1e99"])
  func numbersThatCannotBeAreLeftOut(_ number: String) throws {
    let scratch = try project()
    _ = try run(scratch, "measure.c", "array.c")
    for name in entries(scratch) {
      var entry = try #require(FileSystem.text(of: scratch[name]))
      let summaries = try #require(FileSystem.text(of: scratch[name + "l"]))
      for line in summaries.split(separator: "\n") {
        let changed = line.replacing(/:-?[0-9]+/) { _ in ":" + number }
        #expect(changed != line)
        entry.replace(Digest.of(line.utf8), with: Digest.of(changed.utf8))
        try scratch.write(changed + "\n", to: name + "l")
      }
      try scratch.write(entry, to: name)
    }
    #expect(try !run(scratch, "array.c").ledger.defaults.isEmpty)
  }

  @Test func commandLineChoosesTheFolderOrNone() throws {
    let scratch = try project()
    let rules = ["HOLDFAST_NO_CACHE": ""]
    _ = try Tool.run("--no-cache", "measure.c", in: scratch.path, environment: rules)
    #expect(FileSystem.kind(of: scratch[".holdfast_cache"]) == nil)
    _ = try Tool.run("--cache-dir=kept", "measure.c", in: scratch.path, environment: rules)
    #expect(FileSystem.isFile(scratch["kept/CACHEDIR.TAG"]))
    _ = try Tool.run(
      "measure.c", in: scratch.path,
      environment: ["HOLDFAST_NO_CACHE": "", "HOLDFAST_CACHE_DIR": "named"])
    #expect(FileSystem.isFile(scratch["named/CACHEDIR.TAG"]))
    let verbose = try Tool.run(
      "-v", "array.c", "--cache-dir=kept", in: scratch.path,
      environment: rules)
    #expect(verbose.errors.contains("known from earlier runs"))
  }

}
