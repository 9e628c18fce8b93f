import Diagnostics
import Source
import Testing

@testable import Driver

@Suite struct SuppressionTests {

  /// Returns the lines of findings of `rule`, one on each line of `source`, that are kept.
  private func keptLines(_ source: String, rule: String = "handle-leak") -> [Int] {
    filter(source, rule: rule).kept.filter { $0.rule == rule }.map(\.range.start.line)
  }

  /// Returns what is left of one finding on each line of `source`.
  private func filter(_ source: String, rule: String = "handle-leak") -> SuppressionFilter {
    let count = source.split(separator: "\n", omittingEmptySubsequences: false).count
    let findings = (1 ... count).map { finding(rule, line: $0) }
    return SuppressionFilter(
      findings, comments: comments(in: source), judged: ["f.c"],
      knownRules: ["handle-leak", "handle-escapes", "unused-suppression"])
  }

  /// Returns the suppression comments of the file that holds `source`.
  private func comments(in source: String) -> [String: Suppressions] {
    ["f.c": Suppressions(of: "f.c", Array(source.utf8))]
  }

  /// Returns a finding on one line.
  private func finding(_ rule: String, line: Int, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic("m", at: range(line), rule: rule, severity: .error, notes: notes)
  }

  /// Returns the beginning of a line.
  private func range(_ line: Int) -> SourceRange {
    let start = SourcePosition(file: "f.c", line: line, column: 1)
    return SourceRange(start: start, end: start)
  }

  @Test(arguments: [
    ("a;\nb; // holdfast: ignore[handle-leak] why\nc;", [1, 3]),
    ("a; /* holdfast: ignore[handle-leak, handle-escapes] */\nb;", [2]),
    ("/* holdfast: ignore-next-line[handle-leak] */\na;\nb;", [1, 3]),
    (
      "a;\n/* holdfast: disable[handle-leak] */\nb;\n/* holdfast: enable[handle-leak] */\nc;",
      [1, 5]
    ),
    ("a;\n// holdfast: disable[handle-leak]\nb;\nc;", [1]),
    ("/* holdfast: ignore-file[handle-leak] */\na;\nb;", []),
    ("a; // holdfast: ignore\nb;", [2]), ("a; // holdfast: ignore[handle-*]\nb;", [2]),
    ("a; // holdfast: ignore[handle-escapes]\nb;", [1, 2]),
    ("a; // NOLINT(holdfast-handle-leak)\nb;", [2]),
    ("// NOLINTNEXTLINE(x, holdfast-handle-leak)\na;", [1]),
    ("// NOLINTBEGIN(holdfast-*)\na;\n// NOLINTEND(holdfast-*)\nb;", [4]),
    ("a; // NOLINT\nb; // NOLINT(bugprone-x)", [1, 2]),
    ("f(\"// holdfast: ignore\");\n'\\'';// holdfast: ignore[handle-leak]", [1]),
  ])
  func commentsHideFindings(_ source: String, _ kept: [Int]) {
    #expect(keptLines(source) == kept)
  }

  /// A leak has two ends: the comment may stand where the handle was made.
  @Test func commentAtTheFirstStepCounts() {
    let leak = finding(
      "handle-leak", line: 3, notes: [.init("created", at: range(1)), .init("lost", at: range(2))])
    let comments = comments(in: "a; // holdfast: ignore[handle-leak]\nb;\nc;")
    let filter = SuppressionFilter(
      [leak], comments: comments, judged: ["f.c"], knownRules: ["handle-leak"])
    #expect(filter.kept == [] && filter.suppressed.count == 1)
  }

  @Test func commentsThatSuppressNothingAreReported() {
    let filter = SuppressionFilter(
      [], comments: comments(in: "a; // holdfast: ignore[handle-leak]"), judged: ["f.c"],
      knownRules: ["handle-leak"])
    #expect(filter.kept.map(\.rule) == ["unused-suppression"])
    #expect(filter.kept.map(\.range.start.column) == [4])
  }

  @Test(arguments: [
    (
      "// holdfast: ignore[handle-leek]",
      "no rule is called 'handle-leek' (did you mean 'handle-leak'?)"
    ),
    ("// holdfast: enable[handle-leak]", "nothing was disabled that this comment could enable"),
    (
      "// holdfast: ignroe[handle-leak]", "'ignroe' is no directive (did you mean 'ignore'?)"
    ),
    ("/* holdfast: frob */", "'frob' is no directive"),
    (
      "// holdfast: disable[handle-leak]\na;",
      "no comment enables again what this one disables"
    ),
  ])
  func commentsThatMakeNoSenseAreReported(_ source: String, _ message: String) {
    #expect(
      filter(source).kept.filter { $0.rule == "unused-suppression" }.map(\.message) == [message])
  }

  @Test(arguments: ["// holdfast: no complaint here", "// of holdfast: frob", "// holdfast:"])
  func wordsOfProseAreNoDirectives(_ source: String) {
    #expect(filter(source).kept.filter { $0.rule == "unused-suppression" }.isEmpty)
  }

  /// A comment counts on each line of the statement that the finding is in.
  @Test(arguments: [
    ("f(a, // holdfast: ignore[handle-leak]\n  b,\n  c);\nd;", [4]),
    ("f(a,\n  b, /* holdfast: ignore[handle-leak] */\n  \"(;\");\nd;", [4]),
    ("// holdfast: ignore-next-line[handle-leak]\nf(\n  b);\nd;", [1, 4]),
    ("a; // holdfast: ignore[handle-leak]\nf(\n  b);", [2, 3]),
    ("{ // holdfast: ignore[handle-leak]\nfor (a;\n b; c) d;\n}", [2, 3, 4]),
    ("#define M(x) f(x) \\\n  g(x) /* holdfast: ignore[handle-leak] */\nd;", [3]),
  ])
  func commentsHoldForTheWholeStatement(_ source: String, _ kept: [Int]) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let findings = lines.enumerated().map { (index, line) in
      let start = SourcePosition(
        file: "f.c", line: index + 1, column: line.prefix { $0 == " " }.count + 1)
      return Diagnostic(
        "m", at: SourceRange(start: start, end: start), rule: "handle-leak", severity: .error)
    }
    let filter = SuppressionFilter(
      findings, comments: comments(in: source), judged: [], knownRules: [])
    #expect(filter.kept.map(\.range.start.line) == kept)
  }

  /// What a macro declares is lost behind it; the comment stands in the macro all the same.
  @Test func commentsInMacrosHoldForWhatTheyDeclare() throws {
    let source = """
      #include "hpy.h"
      #define MAKE(ctx) do { HPy h_ = HPyLong_FromLong(ctx, 1); (void)h_; } while (0) /* \
        holdfast: ignore[handle-leak] */
      void f(HPyContext *ctx)
      {
          MAKE(ctx);
          return;
      }

      """
    let report = try check(Scratch(["a.c": source]).options("a.c"))
    #expect(report.diagnostics.isEmpty && report.suppressed == 1)
  }

  @Test func commentsThatThePreprocessorLeavesOutAreNotUnused() throws {
    let source = """
      #include "hpy.h"
      #ifdef _WIN32
      void f(HPyContext *ctx) { HPyLong_FromLong(ctx, 1); } /* holdfast: ignore[handle-leak] */
      #else
      void f(HPyContext *ctx) { } /* holdfast: ignore[handle-leak] */
      #endif

      """
    let report = try check(Scratch(["a.c": source]).options("a.c"))
    #expect(report.diagnostics.map(\.range.start.line) == [5])
  }

  @Test func blanketSuppressionsAreReported() {
    #expect(filter("a; // holdfast: ignore").kept.map(\.rule) == ["blanket-suppression"])
  }

}
