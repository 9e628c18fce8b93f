import Clang
import Diagnostics
import IR
import Lowering

/// Returns what is wrong in the sources that `options` names.
public func check(_ options: Options) throws(InputError) -> Report {
  try checkedRun(options).report
}

/// Checks the sources that `options` names: for each configuration a program is planned, parsed and
/// analyzed; then what was found is put together and judged.
public func checkedRun(_ options: Options) throws(InputError) -> CheckedRun {
  var timings = Timings()
  let rules = try RulesDirectory(requested: options.rulesDirectory)
  let packs = try rules.packs()
  var catalog = try SettingsCatalog(options, rules: allRules)
  let settings = try catalog.overall()
  try settings.checkFolders()
  let plans = try timings.measure("find sources and flags") { () throws(InputError) in
    try ProgramPlan.all(options, settings, catalog, packs, rules)
  }
  let library = try openLibrary(options)
  let contracts = try timings.measure("read contracts") { () throws(InputError) in
    try contractModules(rules, library)
  }
  let setup = RunSetup(
    options: options, rules: rules, packs: packs, catalog: catalog, settings: settings,
    library: library, contracts: contracts)
  let sourceCount = plans.reduce(0) { $0 + $1.sourceCount }
  var programs: [AnalyzedProgram] = []
  for plan in plans {
    programs.append(
      try analyzed(plan, setup, &timings) { options.onProgress?($0, sourceCount) })
  }
  let judgement = try Judgement(RunFindings(programs: programs), setup)
  return CheckedRun(judgement.report, of: programs, setup, timings: timings)
}

/// Parses and analyzes a program; `tell` is told of each source that is begun.
private func analyzed(
  _ plan: ProgramPlan, _ setup: RunSetup, _ timings: inout Timings,
  tell: @escaping @Sendable (String) -> Void
) throws(InputError) -> AnalyzedProgram {
  var program = timings.measure("parse and lower") { ParsedProgram(plan, setup, tell: tell) }
  let cache = timings.measure("complete the program") { program.complete(setup) }
  var catalog = setup.catalog
  let modules = try catalog.configured(program.modules)
  let others = try catalog.configured(program.contextModules)
  let analysis = try timings.measure("analyze") { () throws(InputError) in
    try analyze(
      modules, context: others, contracts: setup.contracts, imported: cache?.summaries ?? [:],
      gcModel: setup.settings.gcModel, jobs: setup.jobs, showsStates: setup.options.needsStates,
      workLimits: setup.options.workLimits)
  }
  let isCached = cache?.store(modules + others, analysis, program) ?? true
  return AnalyzedProgram(
    analysis, of: modules, program, in: plan.configuration, setup, isCached: isCached,
    log: plan.sources.log + program.log + (cache?.log(isStored: isCached) ?? []))
}

/// Returns libclang, or why there is none.
func openLibrary(_ options: Options) throws(InputError) -> Library {
  if let folder = options.resourceDirectory, !FileSystem.isDirectory(options.absolute(folder)) {
    throw InputError("--resource-dir: '\(folder)' is not a folder")
  }
  do throws(LibraryError) {
    return try withLargeStack { () throws(LibraryError) in
      try Library.open(explicitPath: options.libclang)
    }
  } catch {
    throw InputError(error.description)
  }
}

extension SourceParser.Outcome {

  /// The values that a source became.
  var module: Module? { if case .lowered(let module, _, _) = self { module } else { nil } }

  /// What is wrong with the source.
  var failure: InputFailure? {
    switch self {
    case .lowered(_, let failure, _): failure
    case .failed(let failure): failure
    case .skipped: nil
    }
  }

}

/// Returns the declarations in the contracts.
private func contractModules(
  _ rules: RulesDirectory, _ library: Library
) throws(InputError) -> [Module] {
  try rules.contracts.map { (path) throws(InputError) in try contract(at: path, library) }
}

/// Returns the declarations in the contract at `path`.
private func contract(at path: String, _ library: Library) throws(InputError) -> Module {
  let result = withLargeStack { () -> Result<Module, InputError> in
    do throws(ParseError) {
      let unit = try TranslationUnit(
        path: path, arguments: ["-x", "c", "-std=gnu11"], library: library)
      if let error = unit.diagnostics.first(where: { $0.severity >= .error }) {
        return .failure(InputError("contract not usable: \(error)"))
      }
      return .success(lower(unit, options: LoweringOptions(allDeclarations: true)))
    } catch {
      return .failure(InputError("contract not usable: \(error)"))
    }
  }
  return try result.get()
}
