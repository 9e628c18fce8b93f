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
    var sources = Self.texts(of: found, plan: plan, outcomes: outcomes, directory)
    var diagnostics = found.sorted()
    var hidden: [HiddenDiagnostic] = []
    if options.obeysSuppressions {
      let filter = SuppressionFilter(
        diagnostics, sources: sources, judged: Set(plan.commands.map(\.file)),
        inactive: Self.inactiveLines(plan, outcomes), knownRules: allRules.map(\.id))
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
    let files = Set((diagnostics + hidden.map(\.diagnostic)).map(\.range.start.file))
    sources = sources.filter { files.contains($0.key) }
    let skipped = plan.skipped + program.skipped
    report = Report(
      diagnostics: diagnostics,
      ledger: Self.ledger(analysis.ledger, skipped + program.unreadable, directory),
      failures: (plan.failures + outcomes.compactMap(\.failure)).sorted(),
      filesAnalyzed: outcomes.count { $0.isClean },
      filesSkipped: skipped.count + plan.leftOut, functionsAnalyzed: analysis.functionCount,
      hidden: hidden.sorted { $0.diagnostic < $1.diagnostic },
      sources: sources.mapValues { SourceText($0) })
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

  /// Returns the texts of the sources that were parsed and of headers with findings.
  private static func texts(
    of diagnostics: OrderedSet<Diagnostic>, plan: SourcePlan, outcomes: [SourceParser.Outcome],
    _ directory: String
  ) -> [String: [UInt8]] {
    let parsed = zip(plan.commands, outcomes).filter { $1.module != nil }.map(\.0.file)
    let places = diagnostics.flatMap { (diagnostic) in
      [diagnostic.range.start.file, diagnostic.notes.first?.range.start.file]
        + [diagnostic.range.macro?.definition?.file]
        + [diagnostic.notes.first?.range.macro?.definition?.file]
    }
    var texts: [String: [UInt8]] = [:]
    for file in Set(parsed + places.compactMap { $0 }) {
      texts[file] =
        plan.unsavedContents[file].map { Array($0.utf8) }
        ?? (try? FileSystem.contents(of: Path.join(directory, file)))
    }
    return texts
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
