import Source

extension Report {

  /// Returns messages with source lines, carets and numbered notes, as compilers print them.
  func fullText(_ options: RenderingOptions) -> String {
    diagnostics.map { fullText(of: $0, options) }.joined()
  }

  /// Returns one line for each finding.
  func conciseText(_ options: RenderingOptions) -> String {
    let style = TextStyle(isColored: options.isColored)
    return diagnostics.map { head(of: $0, style) }.joined()
  }

  /// Returns one finding with its snippet and notes.
  private func fullText(of diagnostic: Diagnostic, _ options: RenderingOptions) -> String {
    let style = TextStyle(isColored: options.isColored)
    var text = head(of: diagnostic, style)
    if let source = sources[diagnostic.range.start.file],
      let snippet = Snippet(of: diagnostic.range, in: source)
    {
      text += snippet.sourceLine + "\n" + snippet.margin + style.caret(snippet.carets) + "\n"
    }
    if let macro = diagnostic.range.macro, let definition = macro.definition {
      text += note("expanded from macro '\(macro.name)'", at: definition, style)
    }
    return text + steps(of: diagnostic, options.pathNotes, style)
  }

  /// Returns the line that tells the finding.
  private func head(of diagnostic: Diagnostic, _ style: TextStyle) -> String {
    style.bold("\(diagnostic.range.start):") + " " + style.name(of: diagnostic.severity)
      + ": " + style.bold(diagnostic.text) + " [\(diagnostic.rule)]\n"
  }

  /// Returns the numbered steps that lead to the finding.
  private func steps(
    of diagnostic: Diagnostic, _ pathNotes: PathNotes, _ style: TextStyle
  ) -> String {
    var text = ""
    let omitted = omittedSteps(of: diagnostic.notes.count, pathNotes)
    for (index, step) in diagnostic.notes.enumerated() where pathNotes != .none {
      if index == omitted.lowerBound && !omitted.isEmpty {
        let rest = "(\(omitted.count) more steps; use --path-notes=full)"
        text += note(rest, at: step.range.start, style)
      }
      if omitted.contains(index) { continue }
      text += note("(\(index + 1)) \(step.message)", at: step.range.start, style)
    }
    return text
  }

  /// Returns the middle part of `count` steps that is not printed.
  private func omittedSteps(of count: Int, _ pathNotes: PathNotes) -> Range<Int> {
    guard pathNotes == .short, count > PathNotes.limit else { return 0 ..< 0 }
    let half = PathNotes.limit / 2
    return half ..< (count - half)
  }

  /// Returns the line of one note.
  private func note(_ message: String, at position: SourcePosition, _ style: TextStyle) -> String {
    "\(style.bold("\(position):")) \(style.name(of: .note)): \(message)\n"
  }

}
