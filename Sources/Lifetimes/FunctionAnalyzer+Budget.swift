// What is given up when the analysis of a function becomes too much work.

extension FunctionAnalyzer {

  /// How many states a block may have where the work begins to be too much.
  private static let fewStates = 8

  /// How many states a block may have before states that disagree are put together: fewer in a
  /// function of very many blocks, which is generated and would take minutes.
  var maximumStates: Int {
    switch stage {
    case .exact:
      knowsRuntime ? min(40, max(Self.fewStates, 200_000 / function.blocks.count)) : Self.fewStates
    case .fewStates: Self.fewStates
    case .oneState, .exhausted: 1
    }
  }

  /// How exactly to go on: this function, or all that are analyzed with it, can be too much.
  var stage: WorkBudget.Stage {
    max(budget.stage(after: meter.spent - start), memoryBudget.stage(after: kept), meter.stage)
  }

  /// Whether nothing more may be done.
  var isExhausted: Bool { stage == .exhausted }

  /// Counts work on something of a size.
  func spend(_ units: Int) { meter.spend(units) }

}

extension FunctionSummary {

  /// What callers are told of a function that was not analyzed to its end: that nothing is known of
  /// it, but that it can collect if that was found, and that what it is given is not followed.
  init(unfinishedWith collection: CallChain?, runtimeAccess: CallChain?) {
    self.init(
      cases: [SummaryCase(collection: collection)], runtimeAccess: runtimeAccess, isDefault: true)
    losesArguments = true
  }

}
