import IR

/// What is known of calls that failed: by their results, and by what is told of exceptions.
extension FunctionAnalyzer {

  /// Returns the states in which a call, which tells whether others failed, says that none did, or
  /// that one did.
  mutating func told(_ state: AbstractState, at site: CallSite) -> [AbstractState] {
    let failing = state.objects.filter { $0.value.failureShows && !$0.value.isUncertain }
    guard let place = site.call.result, !failing.isEmpty || isLatestQuiet(in: state) else {
      return [state]
    }
    var (clear, failed) = (state, state)
    let resolved = resolve(place, at: site.point, range: site.range, in: &clear)
    guard let location = resolved.location, let result = state.memory[location] else {
      return [state]
    }
    _ = assume(result, in: .nonzero, in: &failed)
    if failing.contains(where: { $0.value.nullness == .null }) { return [failed] }
    _ = assume(result, in: .init(0), in: &clear)
    for object in failing.keys { set(nullness: .nonnull, of: object, in: &clear) }
    if let latest = state.latest, state.objects[latest] != nil,
      !assume(.isNull(latest), in: &failed)
    {
      return [clear]
    }
    note("assuming that no call failed", CallSite.Slot.noFailure, at: site, in: &clear)
    note("assuming that a call failed", CallSite.Slot.failure, at: site, in: &failed)
    return [clear, failed]
  }

  /// Whether the latest call that can fail may have given null without a failure.
  private func isLatestQuiet(in state: AbstractState) -> Bool {
    guard let object = state.latest.flatMap({ state.objects[$0] }) else { return false }
    return object.canFail && !object.failureShows && object.nullness != .nonnull
      && !object.isUncertain
  }

  private mutating func note(
    _ text: String, _ slot: Int, at site: CallSite, in state: inout AbstractState
  ) {
    state.trace.append(cause(at: site.point, slot: slot, range: site.range) { _ in .assumed(text) })
  }

  /// Forgets which calls would be told to have failed.
  mutating func clearFailures(by summary: FunctionSummary, in state: inout AbstractState) {
    clearsFailure = true
    if summary.isRuntime { state.failures = .none }
    state.latest = nil
    for object in state.objects.keys { state.objects[object]?.failureShows = false }
  }

  /// Notes that a call that can fail went as one of its cases says.
  mutating func noteFailure(
    _ summaryCase: SummaryCase, of summary: FunctionSummary, in state: inout AbstractState
  ) {
    let raises = summary.isRuntime && summaryCase.result == .null
    guard summary.canFail || summary.isDefault || raises, summaryCase.failures != .none else {
      return
    }
    state.failures = .possible
  }

  /// Whether a value that is returned may be null although no exception is set.
  func isNullQuiet(_ value: Value?, in state: AbstractState) -> Bool {
    switch value {
    case .null?: return state.failures.contains(.none)
    case .object(let object)?:
      guard let old = state.objects[object], old.kind == .handle else { return false }
      switch old.nullness {
      case .null: return state.failures.contains(.none)
      case .unknown: return old.canFail && !old.failureShows
      case .nonnull: return false
      }
    default: return false
    }
  }

  /// Makes a new object null as far as another one is.
  mutating func inheritNull(
    from source: SummaryValue, of declared: SummaryCase.FreshObject, _ applied: AppliedCase,
    slot: Int, to new: inout ObjectState, in state: inout AbstractState
  ) {
    let value = value(of: source, applied, slot: slot, isHandle: true, in: &state)
    let known = interval(of: value, in: state)
    let isNull = known == .init(0)
    if declared.isNullable && (isNull || value.isNumber && known.contains(0)) { return }
    new.nullness = Self.nullness(of: known)
    new.canFail = false
    if case .object(let object) = value, let old = state.objects[object] {
      new.nullness = old.nullness
      new.canFail = old.canFail
      new.failureShows = old.failureShows
      let original = old.nullLike ?? object
      if !declared.isNullable, case .initial = names[original] { new.nullLike = original }
    }
  }

  /// Returns the null handle that a call gives because it failed.
  mutating func failedResult(
    of site: CallSite, _ summaryCase: SummaryCase, in state: inout AbstractState
  ) -> Value {
    let origin = cause(
      at: site.point, slot: CallSite.Slot.fresh, range: site.range
    ) { (analyzer) in
      .made(
        name: site.call.result.map(analyzer.describe) ?? .result(of: site.callee),
        by: site.callee)
    }
    state.trace.append(origin)
    var failed = ObjectState(.handle, .owned, nullness: .null, origin: origin, canFail: true)
    failed.failureShows = !summaryCase.isNullQuiet
    let object = make(failed, at: site.point, slot: CallSite.Slot.fresh, in: &state)
    state.latest = object
    return .object(object)
  }

}
