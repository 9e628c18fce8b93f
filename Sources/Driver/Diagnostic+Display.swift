import Diagnostics
import Source

extension Diagnostic {

  /// Returns the finding with another severity.
  func with(severity: Severity) -> Diagnostic {
    .init(
      message, at: range, rule: rule, severity: severity, function: function, notes: notes,
      origins: origins, configurations: configurations)
  }

  /// Returns the finding with paths as a user in `workingDirectory` writes them.
  func shown(in workingDirectory: String) -> Diagnostic {
    .init(
      message, at: range.shown(in: workingDirectory), rule: rule, severity: severity,
      function: function,
      notes: notes.map { Note($0.message, at: $0.range.shown(in: workingDirectory)) },
      origins: origins.map { $0.shown(in: workingDirectory) }, configurations: configurations)
  }

}

extension SourceRange {

  /// Returns the range with paths as a user in `workingDirectory` writes them.
  func shown(in workingDirectory: String) -> SourceRange {
    .init(
      start: start.shown(in: workingDirectory), end: end.shown(in: workingDirectory),
      macro: macro.map {
        .init(name: $0.name, definition: $0.definition?.shown(in: workingDirectory))
      })
  }

}

extension SourcePosition {

  /// Returns the position with its path as a user in `workingDirectory` writes it.
  fileprivate func shown(in workingDirectory: String) -> SourcePosition {
    .init(file: Path.displayed(file, in: workingDirectory), line: line, column: column)
  }

}
