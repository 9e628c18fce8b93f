import Diagnostics
import IR

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

}

/// Every rule that findings can come from, in the order in which they are listed.
public let allRules: [RuleInfo] = SuppressionFilter.rules

/// Returns what is wrong in a program.
///
/// - Parameters:
///   - program: The sources that are checked, in the order of their paths.
///   - context: Further sources of the program, in which nothing is reported.
///   - contracts: The declarations that describe the runtimes.
func analyze(
  _ program: [Module], context: [Module], contracts: [Module], gcModel: Options.GCModel,
  showsStates: Bool
) -> Analysis {
  let gaps = program.flatMap(\.functions).flatMap { (function) in
    function.gaps.map { (gap) in
      Ledger.Entry(
        function: function.name.name, file: function.range.start.file, line: gap.range.start.line,
        reason: gap.reason)
    }
  }
  return Analysis(
    diagnostics: [], ledger: Ledger(functions: gaps),
    functionCount: program.reduce(0) { $0 + $1.functions.count }, states: "")
}
