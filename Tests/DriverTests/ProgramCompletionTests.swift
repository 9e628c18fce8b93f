import Diagnostics
import Testing

@testable import Driver

/// Sources that belong to a program although they use no runtime, or were not given.
@Suite struct ProgramCompletionTests {

  /// A source whose one finding depends on what functions elsewhere do.
  private static let module = """
    #include "hpy.h"
    #include "tree.h"
    typedef struct { double x; } Point;
    typedef struct { HPyContext *ctx; } Scan;
    HPyType_HELPERS(Point)
    static int visit(void *node, void *data)
    {
        HPyContext *ctx = ((Scan *)data)->ctx;
        HPy number = HPyFloat_FromDouble(ctx, 1.0);
        HPy_Close(ctx, number);
        return node == NULL;
    }
    HPyDef_METH(walk, "walk", HPyFunc_NOARGS)
    static HPy walk_impl(HPyContext *ctx, HPy self)
    {
        Scan scan = {ctx};
        Point *point = Point_AsStruct(ctx, self);
        tree_walk(visit, &scan);
        return HPyFloat_FromDouble(ctx, point->x);
    }
    HPyDef_METH(twice, "twice", HPyFunc_O)
    static HPy twice_impl(HPyContext *ctx, HPy self, HPy other)
    {
        HPy sum = HPy_Add(ctx, self, other);
        if (HPy_IsNull(sum))
            tree_panic("no memory");
        HPy result = HPy_Add(ctx, sum, sum);
        HPy_Close(ctx, sum);
        return result;
    }

    """

  private static let files = [
    "module.c": module,
    "tree.h": "int tree_walk(int (*)(void *, void *), void *);\nvoid tree_panic(const char *);\n"
      + "int list_walk(int (*)(void *, void *), void *);\n",
    "tree.c": """
    #include "tree.h"
    #include <stdlib.h>
    int tree_walk(int (*visit)(void *, void *), void *data) { return list_walk(visit, data); }
    void tree_panic(const char *why) { (void)why; abort(); }
    """,
    "list.c": """
    #include "tree.h"
    #define WALKER(name) int name(int (*visit)(void *, void *), void *data)
    WALKER(list_walk) { return visit(0, data); }
    """,
    "unrelated.c": "#include \"gone.h\"\nint unrelated(void) { return 1; }\n",
  ]

  /// What is found when the whole is known.
  private static let found = ["module.c:19: pointer-spans-gc"]

  /// Returns the findings, each with its place.
  private func found(_ report: Report) -> [String] {
    report.diagnostics.map { "\($0.range.start.file):\($0.range.start.line): \($0.rule)" }
  }

  /// Returns the report on `names` in a folder that holds the sources above and `more`.
  private func report(
    _ names: String..., more: [String: String] = [:], _ change: (inout Options) -> Void = { _ in }
  ) throws -> Report {
    let scratch = try Scratch(Self.files.merging(more) { $1 })
    var options = scratch.options()
    options.paths = names.map { scratch[$0] }
    change(&options)
    return try check(options)
  }

  @Test(arguments: [1, 2, 8])
  func sourcesOfTheRunWithoutARuntimeAreUsed(_ jobs: Int) throws {
    let whole = try report("module.c", "tree.c", "list.c", "unrelated.c") { $0.jobs = jobs }
    #expect(found(whole) == Self.found)
    #expect(whole.filesSkipped == 3 && whole.filesAnalyzed == 1 && whole.failures.isEmpty)
    #expect(Set(whole.ledger.skippedFiles.map(\.file)) == ["list.c", "tree.c", "unrelated.c"])
    let turned = try report("unrelated.c", "list.c", "tree.c", "module.c") { $0.jobs = jobs }
    #expect(turned.diagnostics == whole.diagnostics && turned.ledger == whole.ledger)
  }

  @Test func whatIsMissingIsNotKnown() throws {
    #expect(try found(report("module.c", "tree.c")).isEmpty)
    #expect(try found(report("module.c", "list.c")) == ["module.c:27: handle-unchecked"])
  }

  @Test func sourceThatIsNeededAndDoesNotParseIsInTheLedger() throws {
    let whole = try report(
      "module.c", "tree.c", "list.c",
      more: ["list.c": "#include \"gone.h\"\nint list_walk(void) { return 0; }\n"])
    #expect(whole.failures.isEmpty)
    let reasons = whole.ledger.skippedFiles.filter { $0.file == "list.c" }.map(\.reason)
    #expect(reasons.contains { $0.hasPrefix("no part of the program: 'gone.h' not found") })
  }

  @Test func tableOfFunctionsIsUsed() throws {
    let head = """
      #include "hpy.h"
      struct steps { int (*run)(HPyContext *); };
      extern const struct steps steps;

      """
    let module =
      head + """
        typedef struct { double x; } Point;
        HPyType_HELPERS(Point)
        int step(HPyContext *ctx) { HPy_Close(ctx, HPyLong_FromLong(ctx, 1)); return 0; }
        double go(HPyContext *ctx, HPy self)
        {
            Point *point = Point_AsStruct(ctx, self);
            steps.run(ctx);
            return point->x;
        }

        """
    let table = """
      struct steps { int (*run)(void *); };
      int step(void *);
      const struct steps steps = { step };
      """
    let whole = try report("m.c", "table.c", more: ["m.c": module, "table.c": table])
    #expect(found(whole) == ["m.c:11: pointer-spans-gc"])
  }

  /// Returns a compilation database of the sources above.
  private static let database =
    "["
    + ["module.c", "tree.c", "list.c", "unrelated.c"].map {
      "{\"directory\": \".\", \"file\": \"\($0)\", \"command\": \"cc -c \($0)\"}"
    }.joined(separator: ",") + "]"

  @Test func sourcesOfTheDatabaseAreUsed() throws {
    let walker =
      "int list_walk(int (*visit)(void *, void *), void *data)\n{ return visit(0, data); }"
    let more = ["compile_commands.json": Self.database, "list.c": walker]
    let whole = try report("module.c", more: more)
    #expect(found(whole) == Self.found)
    #expect(whole.filesAnalyzed == 1 && whole.filesSkipped == 0)
    let excluded = try report("module.c", more: more) { $0.exclude = ["list.c"] }
    #expect(found(excluded).isEmpty)
  }

  @Test(arguments: [
    ("int f(void) { }", true, true), ("x = f(1);", true, false), ("g();", false, false),
    ("if (f(1)) {", true, false), ("int f(a, b) int a; {", true, true), ("ff(1) {", false, false),
    ("int\nf /* x */ (int (*g)(void))\n// y\n{", true, true), ("int f(int);", true, false),
    ("t f[] = { 1 };", true, true), ("f = g;", true, false), ("T f [2][3]\n=\n{", true, true),
    ("t f = { g };", true, true), ("f", true, false), ("f(", true, false), ("f(1)", true, false),
    ("void f(void) __attribute__((x)) {", true, true),
  ])
  func namesAreFound(_ text: String, _ isMentioned: Bool, _ isDefined: Bool) {
    let bytes = Array(text.utf8)
    #expect(NameSearch(for: ["n::f(int)"], sign: .mention).isSuccessful(in: bytes) == isMentioned)
    #expect(NameSearch(for: ["f"], sign: .definition).isSuccessful(in: bytes) == isDefined)
  }

}
