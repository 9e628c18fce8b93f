import Contracts
import Diagnostics
import IR
import Lifetimes
import Rules

/// What the engine found out about a program.
struct Analysis: Sendable {

  /// The findings, with the severity that their rules give them.
  let diagnostics: [Diagnostic]
  /// What the analysis does not vouch for.
  let ledger: Ledger
  /// The number of functions that were analyzed.
  let functionCount: Int
  /// The states of the analysis as text, if they were asked for.
  let states: String
  /// What the analysis of each function gave.
  let outcomes: [Outcome]
  /// What was analyzed.
  let program: Program
  /// Which functions of it call which.
  let callGraph: CallGraph
  /// What contracts say of the functions that they describe.
  let contracts: [String: FunctionSummary]
  /// What is known of functions of the program that are in none of the sources.
  let imported: [FunctionName: FunctionSummary]

}

/// Every rule that findings can come from, in the order in which they are listed.
public let allRules: [RuleInfo] = Rule.all.map(\.info) + SuppressionFilter.rules

/// Returns what is wrong in a program.
///
/// - Parameters:
///   - program: The sources that are checked, in the order of their paths.
///   - context: Further sources of the program, in which nothing is reported.
///   - contracts: The declarations that describe the runtimes.
///   - imported: What is known of functions of the program that are in none of the sources.
///   - workLimits: How much work it may be.
func analyze(
  _ program: [Module], context: [Module], contracts: [Module],
  imported: [FunctionName: FunctionSummary], gcModel: Options.GCModel, jobs: Int, showsStates: Bool,
  workLimits: WorkLimits
) throws(InputError) -> Analysis {
  let model = CollectionModel(rawValue: gcModel.rawValue) ?? .normal
  var runtime = RuntimeModel()
  var declared: [FunctionName: DeclaredEffects] = [:]
  var declaredTypes: [String: FunctionSummary] = [:]
  do throws(ContractError) {
    for contract in contracts { try runtime.read(contract, under: model) }
    for module in program + context {
      let functions = try runtime.declaredEffects(in: module, under: model)
      let types = try runtime.declaredTypes(in: module, under: model)
      declared.merge(functions) { (first, _) in first }
      declaredTypes.merge(types) { (first, _) in first }
    }
  } catch {
    throw InputError(error.description)
  }
  let whole = Program(
    program + context, declared: declared, declaredTypes: declaredTypes,
    runtimeRecords: Set(runtime.members.keys).union(runtime.roles.keys))
  let outcome = ProgramAnalysis(
    whole, runtime: runtime, collectionModel: model, imported: imported, jobs: jobs,
    listingStates: showsStates, limits: workLimits
  ).run()
  let outcomes = outcome.functions
  let observations = outcomes.flatMap(\.observations) + outcome.observations
  return Analysis(
    diagnostics: Rule.all.flatMap { $0.check(observations) },
    ledger: ledger(of: outcomes, whole.functions), functionCount: outcomes.count,
    states: showsStates ? outcomes.map(text).joined() : "", outcomes: outcomes,
    program: whole, callGraph: outcome.callGraph, contracts: runtime.summaries, imported: imported)
}

/// Returns what was not lowered, not analyzed exactly, or judged by a default.
private func ledger(of outcomes: [Outcome], _ functions: [FunctionOutline]) -> Ledger {
  let gaps = functions.flatMap { (function) in
    function.gaps.map { (gap) in
      Ledger.Entry(
        function: function.name.name, file: function.range.start.file, line: gap.range.start.line,
        reason: gap.reason)
    }
  }
  let limits = outcomes.flatMap { (outcome) in
    outcome.limits.map { (reason) in
      Ledger.Entry(
        function: outcome.name.name, file: outcome.range.start.file,
        line: outcome.range.start.line, reason: reason)
    }
  }
  let doubts = outcomes.flatMap { (outcome) in
    outcome.doubts.map { (doubt) in
      Ledger.Entry(
        function: outcome.name.name, file: doubt.range.start.file, line: doubt.range.start.line,
        reason: doubt.reason)
    }
  }
  return Ledger(functions: gaps + limits, defaults: defaults(of: outcomes), doubts: doubts)
}

/// Returns how often each function was judged by a default.
private func defaults(of outcomes: [Outcome]) -> [Ledger.Default] {
  var counts: [[String]: Int] = [:]
  for call in outcomes.flatMap(\.defaultedCalls) {
    counts[[call.callee, call.reason], default: 0] += 1
  }
  return counts.map { (key, count) in
    Ledger.Default(callee: key[0], assumption: key[1], count: count)
  }
}

/// Returns the states of a function as text: each line of the source with the states before it.
private func text(of outcome: Outcome) -> String {
  var text = "func \(outcome.name):\n"
  for listing in outcome.states {
    text += "  \(listing.range.start):\n"
    for disjunct in listing.disjuncts where !disjunct.isEmpty { text += "    \(disjunct)\n" }
  }
  return text
}
