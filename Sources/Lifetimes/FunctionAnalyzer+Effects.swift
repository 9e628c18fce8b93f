import IR
import Source

/// What a case of a summary means at one call.
struct AppliedCase {
  var site: CallSite
  /// The case; `nil` where only the arguments matter.
  var summaryCase: SummaryCase?
  /// The objects that the case makes.
  var fresh: [ObjectID] = []
  /// What the result is known by, if the call gives the same when it is made again.
  var repeated: SymbolID?
  /// The arguments that are used after the call may have collected.
  var late: Set<Int> = []
}

extension FunctionAnalyzer {

  /// Changes `state` as one case of a summary says; returns whether the case is possible.
  mutating func apply(
    _ summaryCase: SummaryCase, of summary: FunctionSummary, at site: CallSite,
    in state: inout AbstractState
  ) -> Bool {
    spend(64 * (summaryCase.effects.count + summaryCase.requirements.count) + state.size)
    var applied = AppliedCase(site: site, summaryCase: summaryCase)
    applied.repeated = repeated(summary, at: site, in: &state)
    applied.late = Set(site.arguments.indices.filter { summary.parameter($0).isUsedLate })
    guard isPossible(summaryCase, of: summary, applied, in: &state) else { return false }
    let formatted = formatMeanings(summary, at: site)
    // Whichever case it is, the shortest way down is told.
    if summaryCase.collection != nil, let chain = summary.collection {
      let whole = chain.called(by: site.link)
      let collection = cause(
        at: site.point, slot: CallSite.Slot.collection, range: site.range
      ) { (_) in .collected(whole) }
      state.trace.append(collection)
      collect(whole, why: collection, at: site.point, in: &state)
    }
    makeFresh(summaryCase, &applied, in: &state)
    if summary.isInexact { doubtWritten(by: summaryCase, applied, in: &state) }
    if summaryCase.result == .fresh(0), summaryCase.fresh[0].kind == .handle, summary.canFail {
      state.latest = applied.fresh[0]
    } else if summary.canFail {
      state.latest = nil
    }
    let writes = pendingWrites(summaryCase, applied, in: &state)
    let result = pendingResult(summaryCase, applied, in: &state)
    for (index, effect) in summaryCase.effects.enumerated() {
      apply(effect, at: index, applied, in: &state)
    }
    let overwritten = write(writes, at: site, in: &state)
    noteFailure(summaryCase, of: summary, in: &state)
    if summaryCase.writesByFormat { write(formatted, summary, applied, in: &state) }
    bindResult(result, summaryCase, summary, applied, in: &state)
    for (object, location) in overwritten {
      checkOverwritten(object, held: location, at: site.point, range: site.range, in: &state)
    }
    return true
  }

  /// Restricts `state` to the executions in which a call can go as a case says; returns whether
  /// there are any.
  private mutating func isPossible(
    _ summaryCase: SummaryCase, of summary: FunctionSummary, _ applied: AppliedCase,
    in state: inout AbstractState
  ) -> Bool {
    for requirement in summaryCase.requirements {
      guard assume(requirement, applied, in: &state) else { return false }
    }
    if let result = applied.repeated, case .integer(let interval) = summaryCase.result,
      !assume(.symbol(result, 0), in: interval, in: &state)
    {
      return false
    }
    return summary.isRuntime || !writesThroughNull(summaryCase, applied, in: &state)
  }

  /// Makes the objects of a case.
  private mutating func makeFresh(
    _ summaryCase: SummaryCase, _ applied: inout AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    for (index, new) in summaryCase.fresh.enumerated() {
      let slot = CallSite.Slot.fresh + index
      let origin = making(index, summaryCase, applied)
      state.trace.append(origin)
      var objectState = ObjectState(
        new.kind, .owned, nullness: new.isNullable ? .unknown : .nonnull, origin: origin,
        canFail: new.isNullable && new.fails)
      if new.isNull { objectState.nullness = .null }
      objectState.failureShows =
        objectState.canFail && summaryCase.result == .fresh(index) && !summaryCase.isNullQuiet
      objectState.isSummary = new.isSeveral
      if new.isEnded {
        objectState.ending = cause(at: site.point, slot: slot + 40, range: site.range) { (_) in
          .ended(name: .unnamed, by: site.link, inside: nil)
        }
      }
      if case .borrowed(let reason) = new.ownership { objectState.ownership = .borrowed(reason) }
      if let source = new.nullSource {
        inheritNull(from: source, of: new, applied, slot: slot, to: &objectState, in: &state)
      }
      let object = make(
        objectState, at: site.point, slot: slot, in: &state, renaming: &applied.site.arguments)
      applied.fresh.append(object)
    }
    for (index, new) in summaryCase.fresh.enumerated() {
      guard case .tracked(let tracker) = new.ownership,
        case .object(let id) = value(of: tracker, applied, slot: 0, isHandle: true, in: &state)
      else { continue }
      state.objects[applied.fresh[index]]?.ownership = .tracked(by: id)
    }
  }

  /// Why there is an object that a case makes. Of one that is written to a place, several cases may
  /// tell different places.
  private mutating func making(
    _ index: Int, _ summaryCase: SummaryCase, _ applied: AppliedCase
  ) -> CauseID {
    let site = applied.site
    var slot = CallSite.Slot.fresh + index
    if summaryCase.result != .fresh(index) {
      let name = resultName(applied, index, summaryCase)
      while let known = causes[.init(point: site.point, slot: slot)],
        causes[known].what != .made(name: name, by: site.callee)
      {
        slot += CallSite.Slot.elsewhere
      }
    }
    return cause(at: site.point, slot: slot, range: site.range) {
      .made(name: $0.resultName(applied, index, summaryCase), by: site.callee)
    }
  }

  /// Does what a function does that the callee calls back.
  private mutating func callBack(
    _ function: FunctionName, _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    guard let known = summary(function) else { return }
    judgeAccess(known, at: site, in: &state)
    let name = function.name
    if let access = known.runtimeAccess, runtimeAccess == nil {
      runtimeAccess = access.called(name, at: site.range)
    }
    useVariables(of: known, at: site, in: &state)
    guard let chain = known.collection else { return }
    for index in site.arguments.indices where applied.late.contains(index) {
      guard case .pointer(_, let loan?) = site.arguments[index] else { continue }
      judgeLateUse(of: loan, index, chain: chain.called(name, at: site.range), at: site, in: &state)
    }
    let whole = chain.called(name, at: site.range)
    let collection = cause(
      at: site.point, slot: CallSite.Slot.collection, range: site.range
    ) { (_) in .collected(whole) }
    state.trace.append(collection)
    collect(whole, why: collection, at: site.point, in: &state)
  }

  /// Does one effect.
  private mutating func apply(
    _ effect: Effect, at index: Int, _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    switch effect {
    case .closes(let what, let inside):
      let value = value(of: what, applied, slot: index, isHandle: true, in: &state)
      let name = name(of: what, value, at: site, in: state)
      end(value, named: name, index, inside: inside, applied, in: &state)
    case .tracks(let what, let by):
      track(
        value(of: what, applied, slot: index, isHandle: true, in: &state),
        by: value(of: by, applied, slot: index, isHandle: true, in: &state), at: site, in: &state)
    case .gives(let what):
      giveAway(value(of: what, applied, slot: index, isHandle: true, in: &state), in: &state)
    case .forgets(let what):
      forgetTracked(
        by: value(of: what, applied, slot: index, isHandle: true, in: &state), in: &state)
    case .writes: break
    case .copies(let from, let to):
      let source = target(of: value(of: from, applied, slot: index, isHandle: false, in: &state))
      let target = target(of: value(of: to, applied, slot: index, isHandle: false, in: &state))
      guard let source = source.location, let target = target.location else { return }
      judgeFieldsCopied(from, to: to, from: source, at: site)
      copyPointee(source, to: target, at: site, in: &state)
    case .keeps(let what, let inside): keep(what, inside: inside, index, applied, in: &state)
    case .calls(let what):
      let pointer = value(of: what, applied, slot: index, isHandle: false, in: &state)
      for function in functions(calledAs: what, pointer, applied, in: &state) {
        callBack(function, applied, in: &state)
      }
    case .leaves:
      let left = cause(
        at: site.point, slot: CallSite.Slot.suspension, range: site.range
      ) { (_) in .left }
      state.trace.append(left)
      state.suspension = left
    case .reenters:
      if state.suspension == nil { state.isReentered = true }
      state.suspension = nil
    }
  }

  /// Stores a value in memory that the callee has for itself.
  private mutating func keep(
    _ what: SummaryValue, inside: SourceRange?, _ index: Int, _ applied: AppliedCase,
    in state: inout AbstractState
  ) {
    let site = applied.site
    let value = value(of: what, applied, slot: index, isHandle: false, in: &state)
    let memory = names.location(.keeper(site.callee))
    let keeper = names.part(of: memory, .index(index))
    let part = names.part(
      of: keeper, .index(Int(site.point.block) << 24 | Int(site.point.index) << 4 | index & 15))
    let store = StoreSite(
      range: inside ?? site.range, name: name(ofKept: what, at: site),
      place: .memory(of: site.callee))
    if inside != nil { noteCall(at: site, in: &state) }
    write(value, to: part, at: site.point, store: store, in: &state)
  }

  private mutating func end(
    _ value: Value, named name: Designation, _ index: Int, inside: SourceRange?,
    _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    let ending = cause(
      at: site.point, slot: CallSite.Slot.ending + index, range: site.range
    ) { (_) in .ended(name: name, by: site.link, inside: inside) }
    state.trace.append(ending)
    end(value, named: name, why: ending, range: site.range, in: &state)
  }

  /// Moves the duty to close a handle to a tracker.
  private mutating func track(
    _ value: Value, by tracker: Value, at site: CallSite, in state: inout AbstractState
  ) {
    guard case .object(let object) = value, let old = state.objects[object], old.nullness != .null
    else { return }
    state.objects[object]?.untracked = old.ownership
    if case .object(let id) = tracker {
      state.objects[object]?.ownership = .tracked(by: id)
    } else {
      state.objects[object]?.ownership = .moved
    }
  }

  /// Moves the duties of a tracker back to those that had them.
  private func forgetTracked(by tracker: Value, in state: inout AbstractState) {
    guard case .object(let tracker) = tracker else { return }
    for (object, old) in state.objects where old.ownership == .tracked(by: tracker) {
      state.objects[object]?.ownership = old.untracked
    }
  }

  /// Returns what a case writes, and where: all of it as it is before anything is written.
  private mutating func pendingWrites(
    _ summaryCase: SummaryCase, _ applied: AppliedCase, in state: inout AbstractState
  ) -> [PendingWrite] {
    var writes: [PendingWrite] = []
    for (index, effect) in summaryCase.effects.enumerated() {
      guard case .writes(let path, let what, let store) = effect, path.root != .result else {
        continue
      }
      let new = contents(of: what, at: index, applied, in: &state)
      guard let location = location(of: path, applied, in: &state) else {
        if case .object(let object) = new.whole, state.objects[object]?.ownership == .owned {
          state.objects[object]?.ownership = .moved
          if !isBehindNull(path, applied, in: &state) { noteGivenUp(at: applied.site) }
        }
        continue
      }
      if path.steps.contains(.anyIndex), case .object(let object) = new.whole,
        state.objects[object]?.ownership == .owned
      {
        // How many elements a callee has filled, and closes later, is not followed.
        state.objects[object]?.ownership = .moved
        noteGivenUp(at: applied.site)
      }
      writes.append(PendingWrite(contents: new, location: location, store: store))
    }
    return writes
  }

  /// Whether a case puts something tracked where a pointer would have to point that is null.
  private mutating func writesThroughNull(
    _ summaryCase: SummaryCase, _ applied: AppliedCase, in state: inout AbstractState
  ) -> Bool {
    for case .writes(let path, let value, _) in summaryCase.effects where value.isTracked {
      if isBehindNull(path, applied, in: &state) { return true }
    }
    return false
  }

  /// Whether the last pointer on the way to a place is null.
  private mutating func isBehindNull(
    _ path: AccessPath, _ applied: AppliedCase, in state: inout AbstractState
  ) -> Bool {
    guard let last = path.steps.lastIndex(of: .dereference) else { return false }
    let pointer = AccessPath(path.root, Array(path.steps[..<last]))
    return read(pointer, applied, type: .untypedPointer, in: &state) == .null
  }

  /// Returns what a place that a call writes will hold.
  mutating func contents(
    of what: SummaryValue, at index: Int, _ applied: AppliedCase, in state: inout AbstractState
  ) -> Contents {
    let new = value(
      of: what, applied, slot: CallSite.Slot.written + index, isHandle: false, in: &state)
    if case .copy(let source) = new { return contents(of: source, in: state) }
    return Contents(new)
  }

  /// Writes several values at once; returns the objects that were there, which are lost if nothing
  /// else holds them.
  private mutating func write(
    _ writes: [PendingWrite], at site: CallSite, in state: inout AbstractState
  ) -> [(ObjectID, LocationID)] {
    var overwritten: [(ObjectID, LocationID)] = []
    for write in writes {
      guard case .object(let object)? = state.memory[write.location] else { continue }
      state.memory[write.location] = nil
      if write.contents.whole != .unknown {
        overwritten.append((object, write.location))
      } else if !refers(state, to: object) {
        // The callee may have left it as it was.
        giveAway(.object(object), in: &state)
      }
    }
    let filled = writes.filter(\.contents.whole.isPointer).map(\.location)
    if !filled.isEmpty { leaveRefills(of: filled, in: &state) }
    for write in writes {
      if write.store != nil { noteCall(at: site, in: &state) }
      self.write(
        write.contents, to: write.location, at: site.point,
        store: write.store ?? StoreSite(range: site.range), in: &state)
    }
    return overwritten
  }

}
