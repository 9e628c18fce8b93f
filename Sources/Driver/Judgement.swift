import Diagnostics

/// Makes a report of what was found: suppressed and known findings taken out, the rest in order.
struct Judgement {

  /// The report.
  let report: Report

  /// Judges what was found in the programs of a run.
  init(_ findings: RunFindings, _ setup: RunSetup) throws(InputError) {
    let options = setup.options
    var diagnostics = findings.diagnostics
    let texts = SourceTexts(
      unsaved: findings.programs[0].plan.unsavedContents,
      workingDirectory: options.workingDirectory)
    var hidden: [HiddenDiagnostic] = []
    if options.obeysSuppressions {
      let filter = SuppressionFilter(
        diagnostics, comments: Self.comments(for: diagnostics, findings.programs, texts),
        judged: findings.judgedFiles, knownRules: allRules.map(\.id),
        isInactive: findings.isInactive)
      hidden = filter.suppressed
      diagnostics = filter.kept.compactMap(Self.scope(of: findings.programs, setup).judged)
    }
    var known: [Diagnostic] = []
    if let path = options.writeBaseline {
      try Baseline(of: diagnostics).write(to: options.absolute(path))
      (diagnostics, known) = ([], diagnostics)
    } else if let path = setup.settings.baseline {
      (diagnostics, known) = try Baseline(at: path).divided(diagnostics)
    }
    hidden += known.map { HiddenDiagnostic($0, .baseline) }
    report = Report(
      diagnostics: diagnostics, ledger: findings.ledger, failures: findings.failures,
      filesAnalyzed: findings.cleanFileCount, filesSkipped: findings.skippedFileCount,
      functionsAnalyzed: findings.functionCount,
      configurations: findings.programs.compactMap(\.configuration),
      hidden: hidden.sorted { $0.diagnostic < $1.diagnostic },
      sources: Self.excerpts(for: diagnostics + hidden.map(\.diagnostic), texts))
  }

  /// Returns the scope of all programs together.
  private static func scope(of programs: [AnalyzedProgram], _ setup: RunSetup) -> Scope {
    let commands = programs.flatMap(\.plan.commands)
    let context = Set(programs.flatMap(\.context)).subtracting(commands.map(\.file))
    return Scope(
      commands, context: context, packs: setup.packs,
      workingDirectory: setup.options.workingDirectory)
  }

  /// Returns the suppression comments of the sources that were parsed and of headers with findings.
  private static func comments(
    for diagnostics: [Diagnostic], _ programs: [AnalyzedProgram], _ texts: SourceTexts
  ) -> [String: Suppressions] {
    let parsed = programs.flatMap(\.inactiveLines.keys)
    let places = diagnostics.flatMap { (diagnostic) in
      [diagnostic.range.start.file, diagnostic.notes.first?.range.start.file]
        + [diagnostic.range.macro?.definition?.file]
        + [diagnostic.notes.first?.range.macro?.definition?.file]
    }
    var comments: [String: Suppressions] = [:]
    for file in Set(parsed + places.compactMap { $0 }) {
      guard let text = texts[file] else { continue }
      let found = Suppressions(of: file, text)
      if !found.isEmpty { comments[file] = found }
    }
    return comments
  }

  /// Returns what a report shows of the sources of `diagnostics`.
  private static func excerpts(
    for diagnostics: [Diagnostic], _ texts: SourceTexts
  ) -> [String: SourceExcerpt] {
    var lines: [String: Set<Int>] = [:]
    for diagnostic in diagnostics {
      for range in [diagnostic.range] + diagnostic.notes.map(\.range) {
        lines[range.start.file, default: []].insert(range.start.line)
        lines[range.end.file, default: []].insert(range.end.line)
      }
    }
    var excerpts: [String: SourceExcerpt] = [:]
    for (file, lines) in lines {
      guard let text = texts[file] else { continue }
      excerpts[file] = SourceExcerpt(SourceText(text), lines: lines)
    }
    return excerpts
  }

}
