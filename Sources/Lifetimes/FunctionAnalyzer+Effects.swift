import IR
import Source

/// What a case of a summary means at one call.
struct AppliedCase {
  let site: CallSite
  /// The objects that the case makes.
  var fresh: [ObjectID] = []
}

extension FunctionAnalyzer {

  /// Changes `state` as one case of a summary says; returns whether the case is possible.
  mutating func apply(
    _ summaryCase: SummaryCase, of summary: FunctionSummary, at site: CallSite,
    in state: inout AbstractState
  ) -> Bool {
    var applied = AppliedCase(site: site)
    for requirement in summaryCase.requirements {
      let value = read(requirement.path, applied, isHandle: false, in: &state)
      guard assume(value, in: requirement.interval, in: &state) else { return false }
    }
    let formatted = formatMeanings(summary, at: site)
    if let chain = summaryCase.collection {
      let whole = chain.called(site.callee, at: site.range)
      let collection = cause(
        at: site.point, slot: CallSite.Slot.collection, range: site.range
      ) { (_) in .collected(whole) }
      state.trace.append(collection)
      collect(whole, why: collection, at: site.point, in: &state)
    }
    makeFresh(summaryCase, &applied, in: &state)
    for (index, effect) in summaryCase.effects.enumerated() {
      apply(effect, at: index, applied, in: &state)
    }
    if summaryCase.writesByFormat { write(formatted, summary, applied, in: &state) }
    bindResult(summaryCase, applied, in: &state)
    return true
  }

  /// Makes the objects of a case.
  private mutating func makeFresh(
    _ summaryCase: SummaryCase, _ applied: inout AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    for (index, new) in summaryCase.fresh.enumerated() {
      let slot = CallSite.Slot.fresh + index
      let origin = cause(at: site.point, slot: slot, range: site.range) {
        .made(name: $0.resultName(of: site, index, summaryCase), by: site.callee)
      }
      state.trace.append(origin)
      var objectState = ObjectState(
        new.kind, .owned, nullness: new.isNullable ? .unknown : .nonnull, origin: origin,
        canFail: new.isNullable)
      if case .borrowed(let reason) = new.ownership { objectState.ownership = .borrowed(reason) }
      if let source = new.nullSource {
        inheritNull(from: source, applied, slot: slot, to: &objectState, in: &state)
      }
      let object = make(objectState, at: site.point, slot: slot, in: &state)
      applied.fresh.append(object)
    }
    for (index, new) in summaryCase.fresh.enumerated() {
      guard case .tracked(let tracker) = new.ownership,
        case .object(let id) = value(of: tracker, applied, slot: 0, isHandle: true, in: &state)
      else { continue }
      state.objects[applied.fresh[index]]?.ownership = .tracked(by: id)
    }
  }

  /// Makes a new object null as far as another one is.
  private mutating func inheritNull(
    from source: SummaryValue, _ applied: AppliedCase, slot: Int, to new: inout ObjectState,
    in state: inout AbstractState
  ) {
    let value = value(of: source, applied, slot: slot, isHandle: true, in: &state)
    new.nullness = .unknown
    if value == .null { new.nullness = .null }
    if case .object(let object) = value, let old = state.objects[object] {
      new.nullness = old.nullness
      new.canFail = old.canFail
    }
  }

  /// Does what a function does that the callee calls back.
  private mutating func callBack(
    _ function: Value, at site: CallSite, in state: inout AbstractState
  ) {
    guard case .function(let key) = function, let known = summary(FunctionName(key: key)) else {
      return
    }
    judgeAccess(known, at: site, in: &state)
    let name = FunctionName(key: key).name
    if let access = known.runtimeAccess, runtimeAccess == nil {
      runtimeAccess = access.called(name, at: site.range)
    }
    guard let chain = known.collection else { return }
    let whole = chain.called(name, at: site.range)
    let collection = cause(
      at: site.point, slot: CallSite.Slot.collection, range: site.range
    ) { (_) in .collected(whole) }
    state.trace.append(collection)
    collect(whole, why: collection, at: site.point, in: &state)
  }

  /// The variable that an object made by a call goes to.
  private func resultName(
    of site: CallSite, _ index: Int, _ summaryCase: SummaryCase
  ) -> String {
    if summaryCase.result == .fresh(index), let place = site.call.result {
      return describe(place)
    }
    for case .writes(let path, .fresh(index), _) in summaryCase.effects {
      guard case .argument(let argument) = path.root,
        site.call.arguments.indices.contains(argument),
        case .address(let place) = site.call.arguments[argument]
      else { continue }
      return describe(place)
    }
    return "the result of \(site.callee)"
  }

  /// Does one effect.
  private mutating func apply(
    _ effect: Effect, at index: Int, _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    switch effect {
    case .closes(let what, let inside):
      let value = value(of: what, applied, slot: index, isHandle: true, in: &state)
      end(value, index, inside: inside, applied, in: &state)
    case .tracks(let what, let by):
      track(
        value(of: what, applied, slot: index, isHandle: true, in: &state),
        by: value(of: by, applied, slot: index, isHandle: true, in: &state), at: site, in: &state)
    case .forgets(let what):
      guard
        case .object(let tracker) = value(of: what, applied, slot: index, isHandle: true, in: &state)
      else { return }
      for (object, old) in state.objects where old.ownership == .tracked(by: tracker) {
        state.objects[object]?.ownership = .owned
      }
    case .writes(let path, let what, let inside):
      write(what, to: path, inside: inside, index, applied, in: &state)
    case .copies(let from, let to):
      let source = target(of: value(of: from, applied, slot: index, isHandle: false, in: &state))
      let target = target(of: value(of: to, applied, slot: index, isHandle: false, in: &state))
      guard let source = source.location, let target = target.location else { return }
      copyPointee(source, target, at: site, in: &state)
    case .keeps(let what, let inside):
      let value = value(of: what, applied, slot: index, isHandle: false, in: &state)
      let keeper = names.location(.global("\u{0}\(site.callee)"))
      let part = names.part(of: keeper, .index(Int(site.point.block) << 20 + Int(site.point.index)))
      write(
        value, to: part, type: .other, at: site.point, range: inside ?? site.range, in: &state)
    case .calls(let what):
      let function = value(of: what, applied, slot: index, isHandle: false, in: &state)
      callBack(function, at: site, in: &state)
    case .leaves:
      let left = cause(
        at: site.point, slot: CallSite.Slot.suspension, range: site.range
      ) { (_) in .left }
      state.trace.append(left)
      state.suspension = left
    case .reenters: state.suspension = nil
    }
  }

  /// Copies what `memcpy` and the like copy: a scalar, or all parts.
  private mutating func copyPointee(
    _ source: LocationID, _ target: LocationID, at site: CallSite, in state: inout AbstractState
  ) {
    if let value = state.memory[source], case .copy = value {} else if let value = state.memory[source] {
      write(value, to: target, type: .other, at: site.point, range: site.range, in: &state)
      return
    }
    copyParts(from: source, to: target, at: site.point, range: site.range, in: &state)
  }

  private mutating func end(
    _ value: Value, _ index: Int, inside: SourceRange?, _ applied: AppliedCase,
    in state: inout AbstractState
  ) {
    let site = applied.site
    let ending = cause(
      at: site.point, slot: CallSite.Slot.ending + index, range: site.range
    ) {
      var name = "it"
      if case .object(let object) = value { name = $0.describe(object, in: state) }
      return .ended(name: name, by: site.callee, inside: inside)
    }
    state.trace.append(ending)
    end(value, why: ending, range: site.range, in: &state)
  }

  /// Moves the duty to close a handle to a tracker.
  private mutating func track(
    _ value: Value, by tracker: Value, at site: CallSite, in state: inout AbstractState
  ) {
    guard case .object(let object) = value, let old = state.objects[object], old.nullness != .null
    else { return }
    if let reason = borrowedPhrase(old, object) {
      observe(
        .borrowedEnded(name: describe(object, in: state), reason: reason), at: site.range,
        family: 2, origin: old.origin, blame: nil, steps: steps(from: old.origin, [], in: state),
        each: true)
      return
    }
    if case .object(let id) = tracker {
      state.objects[object]?.ownership = .tracked(by: id)
    } else {
      state.objects[object]?.ownership = .moved
    }
  }

  private mutating func write(
    _ what: SummaryValue, to path: AccessPath, inside: SourceRange?, _ index: Int,
    _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    let new = value(
      of: what, applied, slot: CallSite.Slot.written + index, isHandle: false, in: &state)
    guard let location = location(of: path, applied, in: &state) else {
      if case .object(let object) = new, state.objects[object]?.ownership == .owned {
        state.objects[object]?.ownership = .moved
      }
      return
    }
    write(
      new, to: location, type: .other, at: site.point, range: inside ?? site.range, in: &state)
  }

  /// Gives the result of a call to where it goes.
  private mutating func bindResult(
    _ summaryCase: SummaryCase, _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    var result = value(
      of: summaryCase.result, applied, slot: CallSite.Slot.result, isHandle: false, in: &state)
    if summaryCase.result == .unknown { result = unknownResult(of: site, in: &state) }
    guard let place = site.call.result else { return }
    let resolved = resolve(place, at: site.point, range: site.range, in: &state)
    guard let location = resolved.location else { return }
    write(result, to: location, type: place.type, at: site.point, range: site.range, in: &state)
    for (index, effect) in summaryCase.effects.enumerated() {
      guard case .writes(let path, let what, _) = effect, path.root == .result else { continue }
      let part = path.steps.reduce(location) { follow($1, from: $0) }
      let new = value(
        of: what, applied, slot: CallSite.Slot.written + index, isHandle: false, in: &state)
      write(new, to: part, type: .other, at: site.point, range: site.range, in: &state)
    }
    notePointer(result, storedIn: place, range: site.range, in: state)
  }

  /// Returns a result of which nothing is known but its type.
  private mutating func unknownResult(
    of site: CallSite, in state: inout AbstractState
  ) -> Value {
    let type = site.call.resultType
    if let kind = runtime.role(of: type)?.resourceKind {
      let origin = cause(at: site.point, slot: CallSite.Slot.fresh, range: site.range) { (_) in
        .made(name: "it", by: site.callee)
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
