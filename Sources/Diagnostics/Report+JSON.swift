extension Report {

  /// Returns the report as one JSON object.
  func json(_ options: RenderingOptions) -> String {
    jsonText(
      JSONReport(
        version: options.version, configurations: configurations.nonEmpty,
        diagnostics: diagnostics.map(JSONReport.Finding.init),
        ledger: .init(ledger, failures: failures), summary: .init(self, failOn: options.failOn)))
  }

  /// Returns a JSON object for each finding on a line of its own, and one for the summary.
  func jsonLines(_ options: RenderingOptions) -> String {
    let findings = diagnostics.map { jsonText(JSONReport.Finding($0), pretty: false) }
    let last = JSONLinesEnd(
      summary: .init(self, failOn: options.failOn),
      configurations: configurations.nonEmpty,
      notAnalyzed: failures.map(JSONReport.Failure.init))
    return findings.joined() + jsonText(last, pretty: false)
  }

}

/// The last line of the JSON lines output.
private struct JSONLinesEnd: Encodable {

  let summary: JSONReport.Summary
  let configurations: [String]?
  let notAnalyzed: [JSONReport.Failure]

}

extension JSONReport.Finding {

  fileprivate init(_ diagnostic: Diagnostic) {
    self.init(
      file: diagnostic.range.start.file,
      line: diagnostic.range.start.line, column: diagnostic.range.start.column,
      endLine: diagnostic.range.end.line, endColumn: diagnostic.range.end.column,
      rule: diagnostic.rule, severity: diagnostic.severity.rawValue, message: diagnostic.message,
      function: diagnostic.function, fingerprint: diagnostic.fingerprint,
      notes: diagnostic.notes.map(JSONReport.Note.init), fixes: [],
      configurations: diagnostic.configurations.nonEmpty)
  }

}

extension JSONReport.Note {

  fileprivate init(_ note: Diagnostic.Note) {
    let start = note.range.start
    self.init(file: start.file, line: start.line, column: start.column, message: note.message)
  }

}

extension JSONReport.Failure {

  fileprivate init(_ failure: InputFailure) {
    self.init(
      file: failure.file, reason: failure.reason, hint: failure.hint,
      configurations: failure.configurations.nonEmpty)
  }

}

extension JSONReport.LedgerContent {

  fileprivate init(_ ledger: Ledger, failures: [InputFailure]) {
    self.init(
      functions: ledger.functions.map { .init($0) },
      defaults: ledger.defaults.map {
        .init(
          callee: $0.callee, assumption: $0.assumption, count: $0.count,
          configurations: $0.configurations.nonEmpty)
      },
      doubts: ledger.doubts.map { .init($0) },
      notAnalyzed: failures.map(JSONReport.Failure.init),
      skipped: ledger.skippedFiles.map {
        .init(file: $0.file, reason: $0.reason, configurations: $0.configurations.nonEmpty)
      })
  }

}

extension JSONReport.LedgerContent.FunctionEntry {

  fileprivate init(_ entry: Ledger.Entry) {
    self.init(
      function: entry.function, file: entry.file, line: entry.line, reason: entry.reason,
      configurations: entry.configurations.nonEmpty)
  }

}

extension JSONReport.Summary {

  fileprivate init(_ report: Report, failOn: Severity) {
    self.init(
      findings: report.diagnostics.count, errors: report.count(of: .error),
      warnings: report.count(of: .warning), notes: report.count(of: .note),
      filesAnalyzed: report.filesAnalyzed, filesSkipped: report.filesSkipped,
      filesNotAnalyzed: Set(report.failures.map(\.file)).count,
      functionsAnalyzed: report.functionsAnalyzed,
      functionsIncomplete: report.ledger.functionCount,
      suppressed: report.suppressed, baselined: report.baselined,
      exitCode: report.exitStatus(failOn: failOn))
  }

}
