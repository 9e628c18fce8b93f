import Diagnostics
import IR
import Lifetimes
import OrderedCollections

/// What is kept of a program that was analyzed: what was found, and of its sources the names.
struct AnalyzedProgram: Sendable {

  /// The configuration in which it was analyzed; `nil` if there is but one.
  let configuration: String?
  /// How its sources were parsed.
  let plan: SourcePlan
  /// The findings in the files that are checked, as the user sees them, in source order.
  let diagnostics: [Diagnostic]
  /// What the analysis does not vouch for.
  let ledger: Ledger
  /// The files that could not be analyzed.
  let failures: [InputFailure]
  /// The sources that needed no analysis.
  let skipped: [Ledger.SkippedFile]
  /// The sources that were parsed, and for each the lines that the preprocessor left out.
  let inactiveLines: [String: [ClosedRange<Int>]]
  /// The sources that were parsed without an error.
  let cleanFiles: Set<String>
  /// The sources in which nothing is reported.
  let context: Set<String>
  /// What the analysis of each function gave.
  let outcomes: [Outcome]
  /// Why functions can collect.
  let collections: CollectionExplanation
  /// The intermediate result that was asked for.
  let emitted: String
  /// Whether what was found out could be kept for later runs, if it was to be.
  let isCached: Bool
  /// Lines that tell how each file was treated.
  let log: [String]

  /// The files that the analysis saw, as the user knows them, if there are other configurations.
  private let seenFiles: Set<String>
  /// The files that the program would consist of if all could be analyzed.
  private let ownFiles: Set<String>

  /// Keeps what `analysis` found out about `modules`, which the sources of `program` became.
  init(
    _ analysis: Analysis, of modules: [Module], _ program: ParsedProgram,
    in configuration: BuildConfiguration?, _ setup: RunSetup, isCached: Bool, log: [String]
  ) {
    let (plan, directory) = (program.plan, setup.options.workingDirectory)
    self.configuration = configuration?.name
    self.plan = plan
    self.isCached = isCached
    self.log = log
    context = Set(program.context.map(\.command.file))
    let scope = Scope(
      plan.commands, context: context, packs: setup.packs, workingDirectory: directory)
    diagnostics = OrderedSet(
      analysis.diagnostics.map { $0.shown(in: directory) }.compactMap(scope.judged)
    ).sorted()
    skipped = plan.skipped + program.skipped
    ledger = analysis.ledger.shown(in: directory, skipped: skipped + program.unreadable)
    failures = plan.failures + program.outcomes.compactMap(\.failure)
    let sources = zip(plan.commands.map(\.file), program.outcomes)
    inactiveLines = .init(
      sources.compactMap { (file, outcome) in outcome.inactiveLines.map { (file, $0) } },
      uniquingKeysWith: { (first, _) in first })
    cleanFiles = Set(sources.filter { $1.module != nil && $1.failure == nil }.map(\.0))
    outcomes = analysis.outcomes
    collections = CollectionExplanation(analysis, directory)
    emitted =
      switch setup.options.emit {
      case nil: ""
      case .ir: modules.map { "\($0)" }.joined(separator: "\n")
      case .states: analysis.states
      }
    seenFiles = configuration == nil ? [] : program.seenFiles(in: directory)
    ownFiles = Set(
      plan.commands.map(\.file) + failures.map(\.file) + ledger.skippedFiles.map(\.file)
    ).union(context)
  }

  /// Whether the analysis saw `file`, a source or a header.
  func sees(_ file: String) -> Bool { seenFiles.contains(file) }

  /// Whether findings in `file` are reported if there are any.
  func checks(_ file: String) -> Bool { sees(file) && !context.contains(file) }

  /// Whether the program would contain the source `file` if that could be analyzed.
  func owns(_ file: String) -> Bool { ownFiles.contains(file) }

}

extension ParsedProgram {

  /// Returns the files that were parsed, as a user in `directory` knows them.
  fileprivate func seenFiles(in directory: String) -> Set<String> {
    let paths = Set((modules + contextModules).flatMap { [$0.file] + $0.includedFiles })
    return Set(paths.map { Path.displayed($0, in: directory) })
  }

}

extension SourceParser.Outcome {

  /// The lines that the preprocessor left out, if the source was parsed.
  fileprivate var inactiveLines: [ClosedRange<Int>]? {
    if case .lowered(_, _, let inactive) = self { inactive } else { nil }
  }

}

extension Ledger {

  /// Returns the ledger with paths as a user in `directory` knows them, and the files `skipped`.
  fileprivate func shown(in directory: String, skipped: [SkippedFile]) -> Ledger {
    func shown(_ entry: Entry) -> Entry {
      .init(
        function: entry.function, file: Path.displayed(entry.file, in: directory),
        line: entry.line, reason: entry.reason)
    }
    return Ledger(
      functions: functions.map(shown), defaults: defaults, doubts: doubts.map(shown),
      skippedFiles: skipped)
  }

}
