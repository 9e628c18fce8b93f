import Diagnostics
import Source

/// A small report with one finding of each kind.
enum Example {

  /// Returns a range on one line of `file`.
  static func range(
    _ line: Int, _ columns: Range<Int>, in file: String = "src/array.c",
    macro: SourceRange.MacroUse? = nil
  ) -> SourceRange {
    .init(
      start: .init(file: file, line: line, column: columns.lowerBound),
      end: .init(file: file, line: line, column: columns.upperBound), macro: macro)
  }

  /// A finding with two steps.
  static let warning = Diagnostic(
    "'self' is used after a call that can collect", at: range(2, 14 ..< 18),
    rule: "pointer-spans-gc", severity: .warning, function: "sum",
    notes: [
      .init("'self' is obtained from 'h_self' here", at: range(1, 3 ..< 7)),
      .init("'next' can collect: next → get", at: range(1, 9 ..< 13)),
    ])

  /// A finding without steps.
  static let error = Diagnostic(
    "handle 'h' is closed again", at: range(3, 1 ..< 9), rule: "handle-double-close",
    severity: .error)

  /// The text of the file in which the findings are.
  static let text = excerpt("  self = next(x);\n\ttotal += self->data[i];\nclose(h);\n")

  /// All of a text.
  static func excerpt(_ text: String) -> SourceExcerpt { excerpt(Array(text.utf8)) }

  /// All of a text.
  static func excerpt(_ bytes: [UInt8]) -> SourceExcerpt {
    let text = SourceText(bytes)
    return SourceExcerpt(text, lines: 1 ... text.lineCount)
  }

  /// A report of both findings.
  static let report = Report(
    diagnostics: [warning, error], filesAnalyzed: 14, functionsAnalyzed: 3,
    sources: ["src/array.c": text])

  /// Options without colours.
  static let options = RenderingOptions(
    version: "1.2.3",
    rules: [
      .init(id: "pointer-spans-gc", summary: "spans", defaultSeverity: .warning),
      .init(id: "handle-double-close", summary: "double", defaultSeverity: .error),
    ], workingDirectory: "/repo")

}
