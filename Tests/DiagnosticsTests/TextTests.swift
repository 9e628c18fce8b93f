import Diagnostics
import Source
import Testing

@Suite struct TextTests {

  @Test func fullFormShowsLinesCaretsAndNumberedNotes() {
    #expect(
      Example.report.rendered(as: .full, Example.options) == """
        src/array.c:2:14: warning: 'self' is used after a call that can collect [pointer-spans-gc]
            2 |         total += self->data[i];
              |                     ^~~~
        src/array.c:1:3: note: (1) 'self' is obtained from 'h_self' here
        src/array.c:1:9: note: (2) 'next' can collect: next → get
        src/array.c:3:1: error: handle 'h' is closed again [handle-double-close]
            3 | close(h);
              | ^~~~~~~~

        """)
  }

  @Test func conciseFormIsOneLineForEachFinding() {
    #expect(
      Example.report.rendered(as: .concise, Example.options) == """
        src/array.c:2:14: warning: 'self' is used after a call that can collect [pointer-spans-gc]
        src/array.c:3:1: error: handle 'h' is closed again [handle-double-close]

        """)
  }

  /// A macro's definition is a note without a number, since it is no step of the execution.
  @Test func macroIsNamedInANote() {
    let macro = SourceRange.MacroUse(
      name: "CLOSE", definition: .init(file: "src/m.h", line: 4, column: 9))
    let diagnostic = Diagnostic(
      "m", at: Example.range(3, 1 ..< 6, macro: macro), rule: "r", severity: .error)
    let text = Report(diagnostics: [diagnostic]).rendered(as: .full, Example.options)
    #expect(
      text == "src/array.c:3:1: error: m [r]\nsrc/m.h:4:9: note: expanded from macro 'CLOSE'\n")
  }

  @Test(arguments: [(PathNotes.full, 12), (.short, 9), (.none, 0)])
  func stepsAreLimited(_ choice: PathNotes, _ count: Int) {
    let notes = (1 ... 12).map { Diagnostic.Note("step \($0)", at: Example.range($0, 1 ..< 2)) }
    let diagnostic = Diagnostic(
      "m", at: Example.range(20, 1 ..< 2), rule: "r", severity: .error, notes: notes)
    let text = Report(diagnostics: [diagnostic]).rendered(
      as: .full, RenderingOptions(version: "", pathNotes: choice))
    #expect(text.split(separator: "\n").count { $0.contains(": note: ") } == count)
    #expect(text.contains("(4 more steps; use --path-notes=full)") == (choice == .short))
    #expect(text.contains("(12) step 12") == (choice != .none))
  }

  /// Tabs are expanded to 8, wide characters take two cells, and bytes that are not UTF-8 are
  /// shown as what they are; columns are bytes all the same.
  @Test(arguments: [
    ("\tx = y;", 6, "            ", "        x = y;"),
    ("a\tx;", 3, "        ", "a       x;"),
    ("/* é */ x;", 10, "        ", "/* é */ x;"),
    ("/* 漢字 */ x;", 14, "           ", "/* 漢字 */ x;"),
  ])
  func caretIsBelowItsColumn(_ line: String, _ column: Int, _ margin: String, _ shown: String) {
    #expect(
      rendered(Array(line.utf8), column: column) == ["    1 | \(shown)", "      | \(margin)^"])
  }

  @Test func invalidBytesAreShownAsHexadecimal() {
    let line: [UInt8] = [0x22, 0xE9, 0x22, 0x20, 0x78]
    #expect(rendered(line, column: 5) == ["    1 | \"<E9>\" x", "      |        ^"])
  }

  @Test func escapeSequencesInSourcesAreNotPassedOn() {
    #expect(rendered([0x1B, 0x5B, 0x33, 0x78], column: 4)[0] == "    1 | <1B>[3x")
  }

  @Test func hugeLinesAreCut() {
    let lines = rendered(Array(String(repeating: "x", count: 100_000).utf8), column: 50_000)
    #expect(lines.allSatisfy { $0.count < 200 })
    #expect(lines[0].hasPrefix("    1 | ...x"))
    #expect(lines[1].hasSuffix("^"))
  }

  @Test func colorsAreThoseOfClang() {
    let options = RenderingOptions(version: "", isColored: true)
    let text = Report(diagnostics: [Example.error]).rendered(as: .concise, options)
    #expect(text.contains("\u{1B}[1;31merror\u{1B}[0m: "))
  }

  @Test func rangeOverSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
    let range = SourceRange(
      start: .init(file: "f.c", line: 1, column: 3), end: .init(file: "f.c", line: 2, column: 2))
    let diagnostic = Diagnostic("m", at: range, rule: "r", severity: .error)
    let text = Report(
      diagnostics: [diagnostic], sources: ["f.c": Example.excerpt("  f(a,\n  b)")]
    ).rendered(as: .full, Example.options)
    #expect(text.hasSuffix("      |   ^~~~\n"))
  }

  /// Returns the source line and the caret line for a finding of one byte in `line`.
  private func rendered(_ line: [UInt8], column: Int) -> [String] {
    let diagnostic = Diagnostic(
      "m", at: Example.range(1, column ..< (column + 1), in: "f.c"), rule: "r", severity: .error)
    let text = Report(diagnostics: [diagnostic], sources: ["f.c": Example.excerpt(line)])
      .rendered(as: .full, Example.options)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

}
