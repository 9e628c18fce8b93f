extension FunctionAnalyzer {

  /// Returns the states in which a call, which tells whether others failed, says that none did, or
  /// that one did.
  mutating func told(_ state: AbstractState, at site: CallSite) -> [AbstractState] {
    let failing = state.objects.filter { $0.value.failureShows && !$0.value.isUncertain }
    guard let place = site.call.result, !failing.isEmpty else { return [state] }
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

  private mutating func note(
    _ text: String, _ slot: Int, at site: CallSite, in state: inout AbstractState
  ) {
    state.trace.append(cause(at: site.point, slot: slot, range: site.range) { _ in .assumed(text) })
  }

  /// Forgets which calls would be told to have failed.
  mutating func clearFailures(in state: inout AbstractState) {
    clearsFailure = true
    state.latest = nil
    for object in state.objects.keys { state.objects[object]?.failureShows = false }
  }

}
