import Testing

@testable import Driver

/// What the table `[functions]` says of functions.
@Suite struct ConfiguredFunctionTests {

  /// Returns the rules of the findings in a program with an entry `entry`, in order.
  private func rules(
    in source: String, _ entry: String, file name: String = "holdfast.toml"
  ) throws -> [String] {
    let head = name == "pyproject.toml" ? "[tool.holdfast.functions]\n" : "[functions]\n"
    let scratch = try Scratch(["a.c": source, name: entry.isEmpty ? "" : head + entry + "\n"])
    return try check(scratch.options("a.c")).diagnostics.map(\.rule)
  }

  /// Returns the message of the error that an entry on the second line is.
  private func message(_ entry: String, source: String = Sources.good) throws -> String {
    let scratch = try Scratch(["a.c": source, "holdfast.toml": "[functions]\n" + entry + "\n"])
    let error = #expect(throws: InputError.self) { try check(scratch.options("a.c")) }
    let text = try #require(error).description
    #expect(text.hasPrefix(scratch["holdfast.toml"] + ":2: "))
    return String(text.dropFirst(scratch["holdfast.toml"].count + 4))
  }

  /// Returns a method that does `body` with helpers of which `declarations` tell.
  private static func method(_ declarations: String, _ body: String) -> String {
    """
    #include "hpy.h"
    \(declarations)
    HPyDef_METH(f, "f", HPyFunc_O)
    static HPy f_impl(HPyContext *ctx, HPy self, HPy arg)
    {
        \(body)
        return HPy_Dup(ctx, arg);
    }

    """
  }

  private static let consume = "void consume(HPyContext *ctx, HPy h);"
  private static let make = "HPy make(HPyContext *ctx);"
  private static let leaked = "HPy h = HPy_Dup(ctx, arg); if (HPy_IsNull(h)) return HPy_NULL;"
  private static let closing = "static void drop(HPyContext *ctx, HPy h) { HPy_Close(ctx, h); }"

  @Test(arguments: [
    // Only declared.
    (
      consume, leaked + " consume(ctx, h);", "consume = { \"2\" = \"closes\" }", ["handle-leak"], []
    ),
    (
      consume, leaked + " consume(ctx, h); HPy_Length(ctx, h);",
      "consume = { 2 = [\"closes\", \"null-ok\"] }", ["handle-leak"], ["handle-use-after-close"]
    ),
    (make, "HPy h = make(ctx);", "make = { returns = \"owned\" }", [], ["handle-leak"]),
    (
      make, "HPy h = make(ctx); HPy_Close(ctx, h);", "make = { returns = \"borrowed\" }", [],
      ["handle-close-borrowed"]
    ),
    (
      "void die(const char *text);",
      leaked + " if (HPy_Is(ctx, self, arg)) { die(\"x\"); "
        + "return HPy_NULL; } HPy_Close(ctx, h);", "die = { noreturn = true }", ["handle-leak"], []
    ),
    // Not even declared.
    (
      "", leaked + " vanish(ctx, h); HPy_Length(ctx, h);", "vanish = { 2 = \"closes\" }",
      ["handle-leak"], ["handle-use-after-close"]
    ),
    // With a body that can be seen: a lie is reported, and believed.
    (
      closing, leaked + " drop(ctx, h);", "drop = { 2 = \"borrows\" }", [],
      ["declared-effect", "handle-leak"]
    ),
    (
      "static void stop(HPyContext *ctx) { HPyErr_Clear(ctx); }",
      leaked + " stop(ctx);", "stop = { noreturn = true }", ["handle-leak"], ["declared-effect"]
    ),
    (
      "static HPy give(HPyContext *ctx, HPy h) { return HPy_Dup(ctx, h); }",
      "give(ctx, arg);", "give = { returns = \"null\" }", ["handle-leak"], ["declared-effect"]
    ),
    (
      "static HPy give(HPyContext *ctx, HPy h) { return HPy_Dup(ctx, h); }",
      "give(ctx, arg);", "give = { returns = \"borrowed\" }", ["handle-leak"], ["declared-effect"]
    ),
    // Over annotations.
    (
      "void consume(HPyContext *ctx, __attribute__((annotate(\"holdfast:closes\"))) HPy h);",
      leaked + " consume(ctx, h);", "consume = { 2 = \"borrows\" }", [], ["handle-leak"]
    ),
  ])
  func configurationIsBelieved(
    _ declarations: String, _ body: String, _ entry: String, _ before: [String], _ after: [String]
  ) throws {
    let source = Self.method(declarations, body)
    #expect(try rules(in: source, "") == before)
    #expect(try rules(in: source, entry) == after)
    #expect(try rules(in: source, entry, file: "pyproject.toml") == after)
  }

  @Test func collectionsAreConfigured() throws {
    let source = Sources.bad.replacing("HPyFloat_AsDouble(ctx, arg)", with: "measure(ctx, arg)")
      .replacing("HPyType_HELPERS", with: "double measure(HPyContext *c, HPy h);\nHPyType_HELPERS")
    #expect(try rules(in: source, "") == ["pointer-spans-gc"])
    #expect(try rules(in: source, "measure = { collects = false }") == [])
    #expect(try rules(in: source, "measure = { collects = true }") == ["pointer-spans-gc"])
  }

  /// What the contract says besides stays.
  @Test func functionsOfTheRuntimeAreConfigured() throws {
    let source = Self.method("", Self.leaked + " HPy_Close(ctx, h); HPy_Length(ctx, h);")
    #expect(try rules(in: source, "") == ["handle-use-after-close"])
    #expect(try rules(in: source, "HPy_Close = { collects = true }") == ["handle-use-after-close"])
    #expect(try rules(in: source, "HPy_Close = { 2 = \"borrows\" }") == ["handle-leak"])
  }

  @Test(arguments: [
    ("f = { retuns = \"owned\" }", "unknown key 'retuns' of 'f' (did you mean 'returns'?); "),
    ("f = { returns = \"ownd\" }", "'returns' cannot be 'ownd' (did you mean 'owned'?); use "),
    ("f = { 1 = \"close\" }", "'1' cannot be 'close' (did you mean 'closes'?); use borrows, "),
    ("f = { 0 = \"closes\" }", "unknown key '0' of 'f'; use "),
    ("f = { 1 = [\"closes\", \"borrows\"] }", "'1' cannot be both 'closes' and 'borrows' in "),
    ("f = { collects = \"no\" }", "'collects' must be true or false in [functions]"),
    ("f = { noreturn = false }", "'noreturn' must be true in [functions]"),
    ("f = \"closes\"", "'f' must be a table in [functions]"),
  ])
  func mistakesAreErrors(_ entry: String, _ text: String) throws {
    #expect(try message(entry).hasPrefix(text))
  }

  @Test func positionsBehindTheParametersAreErrors() throws {
    let source = Self.method(Self.consume, "consume(ctx, arg);")
    #expect(
      try message("consume = { 3 = \"closes\" }", source: source)
        == "'consume' has 2 parameters, but 3 is configured")
  }

  @Test func mistakesEndTheRun() throws {
    let scratch = try Scratch([
      "a.c": Sources.good,
      "pyproject.toml": "[tool.holdfast.functions.f]\nreturns = \"owned\"\ncolects = true\n",
    ])
    let outcome = try Tool.run("a.c", in: scratch.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("pyproject.toml:3: unknown key 'colects' of 'f' (did you mean"))
  }

  @Test func settingsShowFunctions() throws {
    let scratch = try Scratch([
      "base.toml": "[functions]\nf = { returns = \"owned\", 2 = \"closes\" }\n",
      "holdfast.toml": "extend = \"base.toml\"\n",
    ])
    let text = try settingsText(scratch.options("."))
    let file = scratch["base.toml"]
    #expect(text.contains("functions.f = { 2 = \"closes\", returns = \"owned\" }  # \(file)\n"))
  }

}
