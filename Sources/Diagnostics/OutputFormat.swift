/// A way to write a report.
public enum OutputFormat: String, CaseIterable, Sendable {

  /// Messages with source lines, carets and numbered notes.
  case full
  /// One line for each finding.
  case concise
  /// One JSON object.
  case json
  /// One JSON object for each finding, and one for the summary.
  case jsonLines = "json-lines"
  /// SARIF 2.1.0.
  case sarif
  /// Workflow commands that GitHub shows as annotations.
  case github
  /// GitLab's code quality report.
  case gitlab
  /// JUnit's XML.
  case junit
  /// reviewdog's JSON.
  case rdjson

}
