extension Report {

  /// The number of annotations of each kind that GitHub shows for a step.
  private static let annotationLimit = 10

  /// Returns workflow commands for GitHub, errors first, and the plain text of all findings.
  func gitHubCommands(_ options: RenderingOptions) -> String {
    let ordered = [Severity.error, .warning, .note].flatMap { (severity) in
      diagnostics.filter { $0.severity == severity }
    }
    let plain = RenderingOptions(version: options.version, pathNotes: options.pathNotes)
    var text = ordered.map(command).joined() + conciseText(plain)
    let hidden = [Severity.error, .warning, .note]
      .reduce(0) { $0 + max(0, count(of: $1) - Self.annotationLimit) }
    if hidden > 0 {
      text += "holdfast: \(hidden) more not shown as annotations; use --output-format sarif\n"
    }
    return text
  }

  /// Returns the workflow command for one finding.
  private func command(for diagnostic: Diagnostic) -> String {
    let kind = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    let range = diagnostic.range
    var properties = [
      "title=holdfast (\(escapedProperty(diagnostic.rule)))",
      "file=\(escapedProperty(range.start.file))", "line=\(range.start.line)",
      "endLine=\(max(range.start.line, range.end.line))",
    ]
    if range.end.line == range.start.line {
      properties += ["col=\(range.start.column)", "endColumn=\(range.end.column)"]
    }
    let steps = diagnostic.notes.enumerated().map { (index, note) in
      "\n(\(index + 1)) \(note.range.start): \(note.message)"
    }
    let message = escapedData(diagnostic.text + steps.joined())
    return "::\(kind) \(properties.joined(separator: ","))::\(message)\n"
  }

  /// Returns `text` with what ends a command's message escaped.
  private func escapedData(_ text: String) -> String {
    text.map { (character) in
      switch character {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case "\r\n": "%0D%0A"
      default: String(character)
      }
    }.joined()
  }

  /// Returns `text` with what ends a command's property escaped.
  private func escapedProperty(_ text: String) -> String {
    escapedData(text).map { (character) in
      switch character {
      case ":": "%3A"
      case ",": "%2C"
      default: String(character)
      }
    }.joined()
  }

}
