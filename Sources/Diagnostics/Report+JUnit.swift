extension Report {

  /// Returns the report as JUnit's XML: a suite for each file, a failing case for each finding.
  func junit() -> String {
    let files = Set(diagnostics.map(\.range.start.file) + failures.map(\.file))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let clean = max(0, filesAnalyzed - Set(diagnostics.map(\.range.start.file)).count)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"holdfast\" tests=\"\(diagnostics.count + failures.count + clean)\" "
    text += "failures=\"\(diagnostics.count)\" errors=\"\(failures.count)\">\n"
    text += files.map(suite).joined()
    if clean > 0 { text += cleanSuite(of: clean) }
    return text + "</testsuites>\n"
  }

  /// Returns the suite of one file.
  private func suite(of file: String) -> String {
    let findings = diagnostics.filter { $0.range.start.file == file }
    let broken = failures.filter { $0.file == file }
    let counts =
      "tests=\"\(findings.count + broken.count)\" failures=\"\(findings.count)\" "
      + "errors=\"\(broken.count)\""
    let cases = findings.map(testCase).joined() + broken.map(testCase).joined()
    return "  <testsuite name=\"\(escapedXML(file))\" \(counts)>\n\(cases)  </testsuite>\n"
  }

  /// Returns a passing case for each of `count` files in which nothing was found.
  private func cleanSuite(of count: Int) -> String {
    let cases = (1 ... count).map { "    <testcase name=\"clean file \($0)\"/>\n" }.joined()
    return "  <testsuite name=\"clean files\" tests=\"\(count)\" failures=\"0\" errors=\"0\">\n"
      + cases + "  </testsuite>\n"
  }

  /// Returns the failing case of a finding.
  private func testCase(_ diagnostic: Diagnostic) -> String {
    let start = diagnostic.range.start
    let steps = diagnostic.notes.enumerated().map { (index, note) in
      "\(note.range.start): (\(index + 1)) \(note.message)"
    }
    let body = (["\(start): \(diagnostic.severity.rawValue): \(diagnostic.text)"] + steps)
      .joined(separator: "\n")
    return """
          <testcase name="org.holdfast.\(escapedXML(diagnostic.rule))" line="\(start.line)" \
      column="\(start.column)">
            <failure message="\(escapedXML(diagnostic.text))">\(escapedXML(body))</failure>
          </testcase>

      """
  }

  /// Returns the case of a file that could not be analyzed.
  private func testCase(_ failure: InputFailure) -> String {
    """
        <testcase name="org.holdfast.not-analyzed">
          <error message="\(escapedXML(failure.reason + remark(onlyIn: failure.configurations)))"/>
        </testcase>

    """
  }

  /// Returns `text` as the content of an XML element or attribute.
  private func escapedXML(_ text: String) -> String {
    text.unicodeScalars.map { (scalar) in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\n": "&#10;"
      default: scalar.value < 0x20 && scalar != "\t" ? "\u{FFFD}" : String(scalar)
      }
    }.joined()
  }

}
