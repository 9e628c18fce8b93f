import IR
import Source

extension FunctionAnalyzer {

  /// Returns what of a result was there before the call, as it is before anything is written.
  mutating func pendingResult(
    _ summaryCase: SummaryCase, _ applied: AppliedCase, in state: inout AbstractState
  ) -> PendingResult {
    var result = PendingResult()
    switch summaryCase.result {
    case .initial(let path):
      result.value = read(path, applied, type: applied.site.call.resultType, in: &state)
    case .address, .sum:
      result.value = value(
        of: summaryCase.result, applied, slot: CallSite.Slot.result, isHandle: false, in: &state)
    case .unknown, .integer, .whole, .fresh, .interior, .function: break
    }
    for (index, effect) in summaryCase.effects.enumerated() {
      guard case .writes(let path, let what, _) = effect, path.root == .result else { continue }
      result.parts.append((path.steps, contents(of: what, at: index, applied, in: &state)))
    }
    return result
  }

  /// Gives the result of a call to where it goes.
  mutating func bindResult(
    _ pending: PendingResult, _ summaryCase: SummaryCase, _ summary: FunctionSummary,
    _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    var result =
      pending.value
      ?? value(
        of: summaryCase.result, applied, slot: CallSite.Slot.result, isHandle: false, in: &state)
    if let known = applied.repeated {
      result = constant(.symbol(known, 0), in: state)
    } else if summaryCase.result == .unknown {
      result = unknownResult(of: site, in: &state)
    } else if summaryCase.result == .null, summary.failsWithNull {
      result = failedResult(of: site, summaryCase, in: &state)
    }
    guard let place = site.call.result else { return }
    let resolved = resolve(place, at: site.point, range: site.range, in: &state)
    guard let location = resolved.location else {
      giveAway(result, in: &state)
      return
    }
    write(
      result, to: location, at: site.point,
      store: StoreSite(
        range: site.range, name: .result(of: site.callee), place: describe(place)),
      in: &state)
    for (steps, new) in pending.parts {
      let part = follow(steps, from: location, isBehindPointer: false, applied, in: &state)
      write(new, to: part, at: site.point, store: StoreSite(range: site.range), in: &state)
    }
    notePointer(
      result, named: .result(of: site.callee), storedIn: place, over: nil,
      range: site.range, in: state)
  }

  /// Returns a result of which nothing is known but its type.
  private mutating func unknownResult(
    of site: CallSite, in state: inout AbstractState
  ) -> Value {
    let type = site.call.resultType
    if let kind = runtime.role(of: type)?.resourceKind {
      let origin = cause(at: site.point, slot: CallSite.Slot.fresh, range: site.range) { (_) in
        .made(name: .unnamed, by: site.callee)
      }
      let object = ObjectState(kind, .moved, origin: origin)
      return .object(
        make(object, at: site.point, slot: CallSite.Slot.fresh, in: &state))
    }
    if type.isAggregate { return .unknown }
    _ = newSymbol(at: site.point, slot: CallSite.Slot.result, in: &state)
    return unknownScalar(.made(site.point, slot: CallSite.Slot.result), type: type)
  }

}
