import Clang
import Diagnostics
import IR

/// The sources of a run as values, with those that belong to their program.
struct ParsedProgram {

  /// The sources that are checked, and how.
  let plan: SourcePlan
  /// What became of each of them.
  let outcomes: [SourceParser.Outcome]
  /// The sources in which nothing is reported.
  private(set) var context: [(command: ParseCommand, outcome: SourceParser.Outcome)]
  /// The sources that seem to belong to the program, and cannot be parsed.
  private(set) var unreadable: [Ledger.SkippedFile] = []
  /// Sources that the cache knows, and that are read for what they do with the functions that they
  /// are passed.
  private(set) var reread: Set<String> = []

  private var completion: ProgramCompletion
  /// The sources of the run that use no runtime.
  private let withoutRuntime: [String: ParseCommand]

  /// Parses the sources of a plan, and those without a runtime that they call into; `tell` is told
  /// of each that is begun.
  init(
    _ program: ProgramPlan, _ setup: RunSetup, tell: @escaping @Sendable (String) -> Void
  ) {
    plan = program.sources
    let (options, jobs) = (setup.options, setup.jobs)
    let folder = CacheFolder(options, setup.settings, in: program.configuration)
    let parser = SourceParser(
      library: setup.library, packs: setup.packs, options, store: folder?.spillFile())
    outcomes = plan.parsed(by: parser, jobs: jobs, tell)
    let others = program.context?.parsed(by: parser, jobs: jobs, tell) ?? []
    context = Array(zip(program.context?.commands ?? [], others))
    let contents = plan.unsavedContents
    let described = setup.contracts.flatMap(\.declarations).map(\.name.name)
    completion = ProgramCompletion(
      (outcomes + others).compactMap(\.module), described: Set(described), jobs: jobs
    ) { (command) in
      parser.parse(command, contents: contents[command.file], isPart: true)
    } text: { (file) in
      contents[file].map { Array($0.utf8) }
        ?? (try? FileSystem.contents(of: options.absolute(file)))
    }
    let left = plan.withoutRuntime(outcomes) + (program.context?.withoutRuntime(others) ?? [])
    withoutRuntime = Dictionary(left.map { ($0.file, $0) }) { (first, _) in first }
    complete(from: [], sign: .mention) { (_) in nil }
  }

  /// The values of the sources that are checked.
  var modules: [Module] { outcomes.compactMap(\.module) }

  /// The sources that were to be checked and, once they were parsed, turned out to use no runtime.
  var skipped: [Ledger.SkippedFile] {
    zip(plan.commands, outcomes).compactMap { (command, outcome) in
      guard case .skipped(let reason) = outcome else { return nil }
      return .init(file: command.file, reason: reason)
    }
  }

  /// The values of the others.
  var contextModules: [Module] { context.compactMap(\.outcome.module) }

  /// Lines that tell which sources were added.
  var log: [String] {
    completion.added.map { "\($0.command.file): read as a part of the program" }
  }

  /// Adds the sources of the compilation database that define what neither the program nor the
  /// cache knows, and those of which the cache does not tell enough; returns the cache of the
  /// whole, if there is to be one.
  mutating func complete(_ setup: RunSetup) -> SummaryCache? {
    var resolver = plan.resolver
    func cache() -> SummaryCache? {
      SummaryCache(
        setup.options, setup.settings, contracts: setup.rules.contracts,
        modules: modules + contextModules, resolver: resolver)
    }
    let first = cache()
    let count = context.count
    let imports = first?.imports ?? [:]
    let open = imports.filter { !$0.value.summary.calledPaths.isEmpty }
    reread = Set(open.values.map(\.file))
    complete(
      from: resolver.databaseFiles() + reread, sign: .definition,
      known: Set(imports.keys).subtracting(open.keys)
    ) { (file) in
      (try? FileSystem.contents(of: setup.options.absolute(file)))
        .flatMap { try? resolver.command(for: file, $0) }
    }
    return context.count > count ? cache() : first
  }

  private mutating func complete(
    from files: [String], sign: NameSearch.Sign, known: Set<String> = [],
    command: (String) -> ParseCommand?
  ) {
    let present = Set(context.filter { $0.outcome.module != nil }.map(\.command.file))
    let given = Set((plan.commands + context.map(\.command)).map(\.file))
    let candidates = Set(files).subtracting(given).union(withoutRuntime.keys).subtracting(present)
    completion.add(from: candidates.sorted(), sign: sign, known: known) { (file) in
      withoutRuntime[file] ?? command(file)
    }
    context += completion.added.filter { !present.contains($0.command.file) }
    unreadable = completion.failures
  }

}

extension SourcePlan {

  /// Parses and lowers the sources, up to `jobs` at the same time, and tells of each that it
  /// begins.
  fileprivate func parsed(
    by parser: SourceParser, jobs: Int, _ tell: @escaping @Sendable (String) -> Void
  ) -> [SourceParser.Outcome] {
    let contents = unsavedContents
    return parallelMap(commands, jobs: jobs) { (command) in
      tell(command.file)
      return parser.parse(command, contents: contents[command.file])
    }
  }

  /// Returns the sources that use no runtime, given what became of those that were parsed.
  fileprivate func withoutRuntime(_ outcomes: [SourceParser.Outcome]) -> [ParseCommand] {
    let left = zip(commands, outcomes).filter { if case .skipped = $1 { true } else { false } }
    return withoutRuntime + left.map(\.0)
  }

}
