/// An entry of GitLab's code quality report.
private struct GitLabIssue: Encodable {

  /// Where the finding is.
  struct Location: Encodable {
    /// The lines that it covers.
    struct Lines: Encodable {
      let begin: Int
      let end: Int
    }
    let path: String
    let lines: Lines
  }

  /// The name of the rule.
  let checkName: String
  let description: String
  /// Unique within the report: GitLab shows equal ones once.
  let fingerprint: String
  let severity: String
  let location: Location

  private enum CodingKeys: String, CodingKey {
    case checkName = "check_name"
    case description, fingerprint, severity, location
  }

}

extension Report {

  /// Returns GitLab's code quality report.
  func gitLabReport() -> String {
    let issues = zip(diagnostics, occurrences(of: diagnostics)).map { (diagnostic, occurrence) in
      GitLabIssue(
        checkName: diagnostic.rule, description: diagnostic.text,
        fingerprint: "\(diagnostic.fingerprint)-\(occurrence + 1)",
        severity: gitLabSeverity(diagnostic.severity),
        location: .init(
          path: diagnostic.range.start.file,
          lines: .init(
            begin: diagnostic.range.start.line,
            end: max(diagnostic.range.start.line, diagnostic.range.end.line))))
    }
    return jsonText(issues)
  }

  /// Returns GitLab's word for `severity`.
  private func gitLabSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .note, .off: "info"
    }
  }

}
