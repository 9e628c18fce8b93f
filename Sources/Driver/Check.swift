import Clang
import Diagnostics
import IR
import Lowering

/// Returns what is wrong in the sources that `options` names.
public func check(_ options: Options) throws(InputError) -> Report {
  try checkedRun(options).report
}

/// Checks the sources that `options` names.
public func checkedRun(_ options: Options) throws(InputError) -> CheckedRun {
  var timings = Timings()
  let rules = try RulesDirectory(requested: options.rulesDirectory)
  let packs = try rules.packs()
  var catalog = try SettingsCatalog(options, rules: allRules)
  let settings = try catalog.overall()
  try settings.checkFolders()
  let plan = try timings.measure("find sources and flags") { () throws(InputError) in
    try SourcePlan(options, catalog: catalog, packs: packs, rules: rules)
  }
  let contextPlan = try plan.context(options, settings, catalog, packs, rules)
  let library = try openLibrary(options)
  let jobs = settings.jobs > 0 ? settings.jobs : availableProcessors()
  let contracts = try timings.measure("read contracts") { () throws(InputError) in
    try contractModules(rules, library)
  }
  var program = timings.measure("parse and lower") {
    ParsedProgram(
      plan, context: contextPlan, options, contracts: contracts, library, packs, jobs: jobs,
      store: CacheFolder(options, settings)?.spillFile())
  }
  let cache = timings.measure("complete the program") {
    program.complete(with: options, settings, contracts: rules.contracts)
  }
  let modules = try catalog.configured(program.modules)
  let others = try catalog.configured(program.contextModules)
  let analysis = try timings.measure("analyze") { () throws(InputError) in
    try analyze(
      modules, context: others, contracts: contracts, imported: cache?.summaries ?? [:],
      gcModel: settings.gcModel, jobs: jobs, showsStates: options.needsStates)
  }
  let judgement = try Judgement(
    analysis, program, options: options, settings: settings, packs: packs)
  let isStored = cache?.store(modules + others, analysis, program) ?? true
  return CheckedRun(
    judgement.report, warnings: plan.warnings + (isStored ? [] : options.cacheWarnings),
    log: plan.log + program.log + (cache?.log(isStored: isStored) ?? []), timings: timings,
    emitted: emitted(options.emit, modules, analysis), settings: settings,
    rulePages: rules.pages, outcomes: analysis.outcomes,
    collections: CollectionExplanation(analysis, options.workingDirectory),
    workingDirectory: options.workingDirectory)
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

/// Returns the intermediate result that was asked for, as text.
private func emitted(_ stage: Options.Stage?, _ modules: [Module], _ analysis: Analysis) -> String {
  switch stage {
  case nil: ""
  case .ir: modules.map { "\($0)" }.joined(separator: "\n")
  case .states: analysis.states
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

extension SourcePlan {

  /// Returns the plan for the rest of the program, if the settings name a folder that holds it.
  fileprivate func context(
    _ options: Options, _ settings: Settings, _ catalog: SettingsCatalog, _ packs: [Pack],
    _ rules: RulesDirectory
  ) throws(InputError) -> SourcePlan? {
    guard let program = settings.program else { return nil }
    var contextOptions = options
    contextOptions.paths = [program]
    let all = try SourcePlan(contextOptions, catalog: catalog, packs: packs, rules: rules)
    return all.without(files: Set(commands.map(\.file)))
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
