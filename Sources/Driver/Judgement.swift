import Diagnostics
import IR
import OrderedCollections
import Source

/// Makes a report of what the engine found: paths as the user knows them, severities as
/// configured, suppressed and known findings taken out, the rest once and in order.
struct Judgement {

  /// The report.
  let report: Report

  /// Judges what the engine found in the sources of a program that are checked.
  init(
    _ analysis: Analysis, _ program: ParsedProgram, options: Options, settings: Settings,
    packs: [Pack]
  ) throws(InputError) {
    let (plan, outcomes) = (program.plan, program.outcomes)
    let directory = options.workingDirectory
    let scope = Scope(
      plan: plan, context: program.context.map(\.command), packs: packs,
      workingDirectory: directory)
    let found = OrderedSet(
      analysis.diagnostics.map { $0.shown(in: directory) }.compactMap(scope.judged))
    let texts = SourceTexts(unsaved: plan.unsavedContents, workingDirectory: directory)
    var diagnostics = found.sorted()
    var hidden: [HiddenDiagnostic] = []
    if options.obeysSuppressions {
      let filter = SuppressionFilter(
        diagnostics, comments: Self.comments(for: diagnostics, plan, outcomes, texts),
        judged: Set(plan.commands.map(\.file)), inactive: Self.inactiveLines(plan, outcomes),
        knownRules: allRules.map(\.id))
      hidden = filter.suppressed
      diagnostics = filter.kept.compactMap(scope.judged)
    }
    var known: [Diagnostic] = []
    if let path = options.writeBaseline {
      try Baseline(of: diagnostics).write(to: Path.join(directory, path))
      (diagnostics, known) = ([], diagnostics)
    } else if let path = settings.baseline {
      (diagnostics, known) = try Baseline(at: path).divided(diagnostics)
    }
    hidden += known.map { HiddenDiagnostic($0, .baseline) }
    let skipped = plan.skipped + program.skipped
    report = Report(
      diagnostics: diagnostics,
      ledger: Self.ledger(analysis.ledger, skipped + program.unreadable, directory),
      failures: (plan.failures + outcomes.compactMap(\.failure)).sorted(),
      filesAnalyzed: outcomes.count { $0.isClean },
      filesSkipped: skipped.count + plan.leftOut, functionsAnalyzed: analysis.functionCount,
      hidden: hidden.sorted { $0.diagnostic < $1.diagnostic },
      sources: Self.excerpts(for: diagnostics + hidden.map(\.diagnostic), texts))
  }

  /// Returns the lines of each source that conditions of the preprocessor leave out.
  private static func inactiveLines(
    _ plan: SourcePlan, _ outcomes: [SourceParser.Outcome]
  ) -> [String: [ClosedRange<Int>]] {
    var lines: [String: [ClosedRange<Int>]] = [:]
    for (command, outcome) in zip(plan.commands, outcomes) {
      if case .lowered(_, _, let inactive) = outcome { lines[command.file] = inactive }
    }
    return lines
  }

  /// Returns the suppression comments of the sources that were parsed and of headers with findings.
  private static func comments(
    for diagnostics: [Diagnostic], _ plan: SourcePlan, _ outcomes: [SourceParser.Outcome],
    _ texts: SourceTexts
  ) -> [String: Suppressions] {
    let parsed = zip(plan.commands, outcomes).filter { $1.module != nil }.map(\.0.file)
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

  /// Returns the ledger with paths as the user knows them.
  private static func ledger(
    _ ledger: Ledger, _ skipped: [Ledger.SkippedFile], _ directory: String
  ) -> Ledger {
    func shown(_ entry: Ledger.Entry) -> Ledger.Entry {
      .init(
        function: entry.function, file: Path.displayed(entry.file, in: directory),
        line: entry.line, reason: entry.reason)
    }
    return Ledger(
      functions: ledger.functions.map(shown), defaults: ledger.defaults,
      doubts: ledger.doubts.map(shown), skippedFiles: skipped)
  }

}

extension SourceParser.Outcome {

  /// Whether the source was analyzed completely.
  fileprivate var isClean: Bool { if case .lowered(_, nil, _) = self { true } else { false } }

}
