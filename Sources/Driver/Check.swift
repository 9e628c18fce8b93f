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
  let plan = try timings.measure("find sources and flags") { () throws(InputError) in
    try SourcePlan(options, catalog: catalog, packs: packs, rules: rules)
  }
  let parser = SourceParser(
    library: try openLibrary(options), packs: packs, workingDirectory: options.workingDirectory)
  let jobs = settings.jobs > 0 ? settings.jobs : availableProcessors()
  let outcomes = timings.measure("parse and lower") {
    parallelMap(plan.commands, jobs: jobs) { (command) in
      parser.parse(command, contents: plan.unsavedContents[command.file])
    }
  }
  let contracts = try timings.measure("read contracts") { () throws(InputError) in
    try rules.contracts.map { (path) throws(InputError) in try parser.contract(at: path) }
  }
  let modules = outcomes.compactMap(\.module)
  let analysis = try timings.measure("analyze") { () throws(InputError) in
    try analyze(
      modules, context: [], contracts: contracts, gcModel: settings.gcModel, jobs: jobs,
      showsStates: options.emit == .states)
  }
  let judgement = try Judgement(
    analysis, plan: plan, outcomes: outcomes, options: options, settings: settings, packs: packs)
  return CheckedRun(
    report: judgement.report, log: plan.log, timings: timings,
    emitted: emitted(options.emit, modules, analysis), settings: settings,
    rulePages: Dictionary(
      uniqueKeysWithValues: allRules.compactMap { (rule) in
        rules.page(of: rule.id).map { (rule.id, $0) }
      }))
}

/// Returns libclang, or why there is none.
func openLibrary(_ options: Options) throws(InputError) -> Library {
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
  var module: Module? { if case .lowered(let module, _) = self { module } else { nil } }

  /// What is wrong with the source.
  var failure: InputFailure? {
    switch self {
    case .lowered(_, let failure): failure
    case .failed(let failure): failure
    case .skipped: nil
    }
  }

}

extension SourceParser {

  /// Returns the declarations in the contract at `path`.
  func contract(at path: String) throws(InputError) -> Module {
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

}
