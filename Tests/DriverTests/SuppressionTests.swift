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
      findings, sources: ["f.c": Array(source.utf8)], judged: ["f.c"],
      knownRules: ["handle-leak", "handle-escapes", "unused-suppression"])
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
    let sources = ["f.c": Array("a; // holdfast: ignore[handle-leak]\nb;\nc;".utf8)]
    let filter = SuppressionFilter(
      [leak], sources: sources, judged: ["f.c"], knownRules: ["handle-leak"])
    #expect(filter.kept == [] && filter.suppressedCount == 1)
  }

  @Test func commentsThatSuppressNothingAreReported() {
    let filter = SuppressionFilter(
      [], sources: ["f.c": Array("a; // holdfast: ignore[handle-leak]".utf8)], judged: ["f.c"],
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
  ])
  func commentsThatMakeNoSenseAreReported(_ source: String, _ message: String) {
    #expect(
      filter(source).kept.filter { $0.rule == "unused-suppression" }.map(\.message) == [message])
  }

  @Test func blanketSuppressionsAreReported() {
    #expect(filter("a; // holdfast: ignore").kept.map(\.rule) == ["blanket-suppression"])
  }

}
