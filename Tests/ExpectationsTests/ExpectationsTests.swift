import Diagnostics
import Source
import Testing

@testable import Expectations

@Suite struct ExpectationsTests {

  /// Returns a range of one character at the start of `line` in `t.c`.
  private func range(_ line: Int, in file: String = "t.c") -> SourceRange {
    .init(
      start: .init(file: file, line: line, column: 1), end: .init(file: file, line: line, column: 2)
    )
  }

  /// Returns a finding of `rule` at `line`, with notes at the given lines.
  private func finding(
    _ message: String, _ rule: String, _ line: Int, in file: String = "t.c",
    notes: [(String, Int)] = []
  ) -> Diagnostic {
    .init(
      message, at: range(line, in: file), rule: rule, severity: .warning,
      notes: notes.map({ Diagnostic.Note($0.0, at: range($0.1, in: file)) }))
  }

  @Test func agreementHasNoDifferences() {
    let expectations = Expectations(in: "a;\nb; // want leak \"'h' is\"\n")
    #expect(expectations.differences(from: [finding("'h' is lost", "leak", 2)], file: "t.c") == [])
  }

  @Test func reportsBothDirections() {
    let expectations = Expectations(in: "a; // want leak\nb;")
    #expect(
      expectations.differences(from: [finding("x", "leak", 2)], file: "t.c") == [
        "unexpected: t.c:2:1: warning: x [leak]", "t.c:1: no finding [leak] \"\"",
      ])
  }

  @Test func eachWantStandsForOneFinding() {
    let expectations = Expectations(in: "a; // want leak // want leak\n")
    let one = finding("x", "leak", 1)
    #expect(expectations.differences(from: [one, one], file: "t.c") == [])
    #expect(expectations.differences(from: [one], file: "t.c").count == 1)
  }

  @Test func aWantWithoutTextLeavesTheOthersTheirs() {
    let expectations = Expectations(in: "a; // want leak // want leak \"y\"\n")
    let findings = [finding("x y", "leak", 1), finding("x z", "leak", 1)]
    #expect(expectations.differences(from: findings, file: "t.c") == [])
  }

  @Test func offsetsSpeakOfOtherLines() {
    let expectations = Expectations(in: "// want+2 leak\n\na;\n// want-1 leak \"x\"\n")
    let findings = [finding("x", "leak", 3), finding("y", "leak", 3)]
    #expect(expectations.differences(from: findings, file: "t.c") == [])
  }

  @Test func findingsInOtherFilesAreNotJudged() {
    let expectations = Expectations(in: "a;\n")
    #expect(
      expectations.differences(from: [finding("x", "leak", 1, in: "u.c")], file: "t.c") == [])
  }

  @Test func notesAreMatchedBothWaysWhereOneIsExpected() {
    let source = "void f(void) {\n  a; // note leak 1 \"made\"\n  b; // want leak\n}\n"
    let expectations = Expectations(in: source)
    let found = finding("x", "leak", 3, notes: [("made here", 2), ("assuming y", 3)])
    #expect(
      expectations.differences(from: [found], file: "t.c") == [
        "unexpected note: t.c:3:1: (2) assuming y [leak]"
      ])
  }

  @Test func notesOfOtherFunctionsAreNotJudged() {
    let source = """
      void f(void) {
        a; // note leak "made"
        b; // want leak
      }
      void g(void) {
        c; // want leak
      }

      """
    let findings = [
      finding("x", "leak", 3, notes: [("made here", 2)]),
      finding("x", "leak", 6, notes: [("made here", 6)]),
    ]
    #expect(Expectations(in: source).differences(from: findings, file: "t.c") == [])
  }

  @Test func aNoteThatIsMissingIsADifference() {
    let source = "void f(void) {\n  a; // note leak 2 \"made\"\n  b; // want leak\n}\n"
    let found = finding("x", "leak", 3, notes: [("made here", 2)])
    #expect(
      Expectations(in: source).differences(from: [found], file: "t.c") == [
        "unexpected note: t.c:2:1: (1) made here [leak]", "t.c:2: no note [leak] \"made\"",
      ])
  }

  @Test func functionsAreFoundBetweenCommentsLiteralsAndTables() {
    let source = """
      /* { */ struct s { int a; }; // {
      static const char *text = "{\\"";
      static int table[] = { 1, '{' };
      int f(void) /* why */
      {
        if (1) { return 1; }
      }
      HPyDef_METH(g, "g")
      static int g(int a) { return a; }

      """
    #expect(FunctionLines.all(in: source).map(\.lines) == [5 ... 7, 9 ... 9])
  }

}
