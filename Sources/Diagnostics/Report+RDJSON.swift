import Source

/// reviewdog's diagnostic result.
private struct ReviewdogResult: Encodable {

  /// The tool.
  struct Tool: Encodable {
    let name: String
  }

  /// A line and a column in bytes.
  struct Position: Encodable {
    let line: Int
    let column: Int
  }

  /// Where a finding begins and ends.
  struct Range: Encodable {
    let start: Position
    let end: Position
  }

  /// A stretch of a file.
  struct Location: Encodable {
    let path: String
    let range: Range
  }

  /// The rule.
  struct Code: Encodable {
    let value: String
  }

  /// Another place that explains the finding.
  struct Related: Encodable {
    let message: String
    let location: Location
  }

  /// A finding.
  struct Finding: Encodable {
    let message: String
    let location: Location
    let severity: String
    let code: Code
    let relatedLocations: [Related]

    private enum CodingKeys: String, CodingKey {
      case message, location, severity, code
      case relatedLocations = "related_locations"
    }
  }

  let source: Tool
  let diagnostics: [Finding]

}

extension Report {

  /// Returns reviewdog's JSON.
  func rdjson(_ options: RenderingOptions) -> String {
    jsonText(
      ReviewdogResult(
        source: .init(name: "holdfast"),
        diagnostics: diagnostics.map { (diagnostic) in
          .init(
            message: diagnostic.text, location: location(diagnostic.range),
            severity: severityName(diagnostic.severity), code: .init(value: diagnostic.rule),
            relatedLocations: diagnostic.notes.map {
              .init(message: $0.message, location: location($0.range))
            })
        }))
  }

  /// Returns reviewdog's form of `range`.
  private func location(_ range: SourceRange) -> ReviewdogResult.Location {
    .init(
      path: range.start.file,
      range: .init(
        start: .init(line: range.start.line, column: range.start.column),
        end: .init(line: range.end.line, column: range.end.column)))
  }

  /// Returns reviewdog's word for `severity`.
  private func severityName(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note, .off: "INFO"
    }
  }

}
