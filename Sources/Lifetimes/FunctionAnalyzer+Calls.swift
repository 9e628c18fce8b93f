import IR
import Source

extension FunctionAnalyzer {

  /// Returns the states after a call.
  mutating func call(
    _ call: Call, at point: ProgramPoint, range: SourceRange, in state: consuming AbstractState
  ) -> [AbstractState] {
    let targets = targets(of: call, at: point, range: range, in: &state)
    for operand in call.arguments { judgeReferenceUsed(operand) }
    let values = zip(call.arguments, call.arguments.indices).map { (operand, index) in
      evaluate(
        operand, at: point,
        range: call.argumentRanges.indices.contains(index) ? call.argumentRanges[index] : range,
        in: &state)
    }
    guard let targets else {
      let site = CallSite(
        call: call, point: point, range: range, callee: calleeName(call), pointer: nil,
        arguments: values)
      return apply(declaredSummary(for: call) ?? defaultSummary(for: site), at: site, in: state)
    }
    // Functions of which the same is known need not be told apart.
    var ways: [(site: CallSite, summary: FunctionSummary)] = []
    for target in targets {
      let site = CallSite(
        call: call, point: point, range: range, callee: runtime.writtenName(of: target.name),
        pointer: pointerName(call, to: target), arguments: values)
      let known = knownSummary(of: target, at: site, in: &state)
      if !ways.contains(where: { $0.summary == known }) { ways.append((site, known)) }
    }
    guard let last = ways.popLast() else { return [] }
    var results: [AbstractState] = []
    for way in ways { results += apply(way.summary, at: way.site, in: copy state) }
    return results + apply(last.summary, at: last.site, in: state)
  }

  /// Returns what the type of the pointer that is called through declares of its functions.
  private func declaredSummary(for call: Call) -> FunctionSummary? {
    guard case .indirect(let operand) = call.callee,
      case .copy(let place) = shape.definitions.source(of: operand)
    else { return nil }
    let names = place.type.names + (place.type.pointee?.names ?? [])
    return names.lazy.compactMap { program.declaredTypes[$0] }.first
  }

  /// Returns what is assumed of a function of which nothing is known: it can collect if it is given
  /// the context, borrows its handles, uses its pointers and keeps none.
  mutating func defaultSummary(for site: CallSite) -> FunctionSummary {
    let takesContext = site.call.argumentTypes.contains { runtime.isContext($0) }
    let reason = "can collect if it takes the context, keeps nothing"
    if takesContext || site.call.callee.isIndirect {
      let entry = Outcome.DefaultedCall(callee: site.callee, reason: reason, range: site.range)
      if !defaults.contains(entry) { defaults.append(entry) }
    }
    let chain = takesContext ? CallChain(reason: "its body is not known") : nil
    return FunctionSummary(
      cases: [SummaryCase(collection: chain)], runtimeAccess: chain, isDefault: true)
  }

  /// Returns the states after a call of a function with a summary.
  mutating func apply(
    _ summary: FunctionSummary, at site: CallSite, in state: consuming AbstractState
  ) -> [AbstractState] {
    if summary.isTrampoline { return [] }
    if let ways = toldApart(summary, at: site, in: state) {
      return ways.flatMap { apply(summary, at: $0.site, in: $0.state) }
    }
    judgeAccess(summary, at: site, in: &state)
    for index in site.arguments.indices {
      judgeArgument(index, summary, at: site, in: &state)
    }
    judgeNullsBehind(summary, at: site, in: &state)
    useReachable(summary, at: site, in: &state)
    judgeLatentUses(summary, at: site, in: &state)
    if !summary.isRuntime { giveVariadic(summary, at: site, in: &state) }
    if summary.losesArguments {
      losesArguments = true
      give(site.arguments.indices, at: site, in: &state)
    }
    if let access = summary.runtimeAccess, runtimeAccess == nil {
      runtimeAccess = access.called(by: site.link)
    }
    if !summary.isRepeatable { callsOnlyRepeatable = false }
    if summary.clearsFailure { clearFailures(by: summary, in: &state) }
    if summary.isDefault || summary.isRuntime && !summary.isRepeatable {
      giveUp(at: site, summary, in: &state)
    }
    if summary.isInexact { doubtEnded(by: summary, at: site, in: &state) }
    var results: [AbstractState] = []
    for summaryCase in summary.cases.dropLast() {
      var result = copy state
      if apply(summaryCase, of: summary, at: site, in: &result) { results.append(result) }
    }
    guard let last = summary.cases.last else { return results }
    if apply(last, of: summary, at: site, in: &state) { results.append(state) }
    return summary.tellsFailure ? results.flatMap { told($0, at: site) } : results
  }

  /// Judges whether the runtime may be used here at all.
  mutating func judgeAccess(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    guard summary.runtimeAccess != nil else { return }
    if role == .destructor || isContextless {
      observe(
        .calledWithoutContext(callee: site.callee), at: site.range, family: 10, origin: nil,
        blame: nil, steps: [], each: true)
    }
    let reenters = summary.cases.contains { $0.effects.contains(.reenters) }
    guard let suspension = state.suspension, !reenters else { return }
    observe(
      .calledWhileLeft(callee: site.callee), at: site.range, family: 11, origin: suspension,
      blame: nil, steps: steps(from: suspension, [], in: state), each: true)
  }

  /// Whether the runtime calls the function without a context.
  private var isContextless: Bool {
    isEntryPoint && !function.parameters.contains { runtime.isContext($0.type) }
      && function.parameterCount > 0
  }

  /// What an unknown function, or one that writes plain values, may have changed in variables whose
  /// address it was given.
  private mutating func giveUp(
    at site: CallSite, _ summary: FunctionSummary, in state: inout AbstractState
  ) {
    for (index, value) in site.arguments.enumerated() {
      guard case .pointer(let target, _) = value, !summary.parameter(index).isUnchanged else {
        continue
      }
      if summary.isDefault {
        moveObjects(in: target, at: site, state: &state)
        forgetPointers(in: target, at: site, slot: CallSite.Slot.written + index * 8, &state)
        forgetFunctions(in: target, &state)
      }
      if summary.isRuntime, summary.parameter(index).role != nil { continue }
      if summary.isDefault, isHandleOfCaller(target, pointedToBy: site.call.argumentTypes[index]) {
        state.swept.insert(target)
        if state.memory[target] == nil {
          state.memory[target] = .unknown
          continue
        }
      }
      forgetScalars(in: target, at: site, slot: CallSite.Slot.written + index * 8, state: &state)
    }
  }

  /// Whether a place that an argument points to is the caller's, and has handles in it, about which
  /// the caller is to be told.
  private func isHandleOfCaller(_ target: LocationID, pointedToBy type: Type) -> Bool {
    guard let pointee = type.pointee, runtime.role(of: pointee)?.resourceKind != nil else {
      return false
    }
    return path(of: target, Translation()) != nil
  }

  /// A function of the program may close handles among its variable arguments, or where these
  /// point to, or renew pointers there: which, is not followed.
  private mutating func giveVariadic(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    if summary.isDefault { return }
    give(site.arguments.indices.dropFirst(summary.parameters.count), at: site, in: &state)
  }

  /// Gives up the handles in some arguments, and what is where they point to.
  private mutating func give(
    _ arguments: Range<Int>, at site: CallSite, in state: inout AbstractState
  ) {
    for index in arguments {
      switch site.arguments[index] {
      case .object(let object):
        guard state.objects[object]?.ownership == .owned else { continue }
        state.objects[object]?.ownership = .moved
        noteGivenUp(at: site)
      case .pointer(let target, _):
        moveObjects(in: target, at: site, state: &state)
        forgetPointers(in: target, at: site, slot: CallSite.Slot.written + index * 8, &state)
      case .unknown, .constant, .symbol, .truth, .anyOf, .function, .copy: continue
      }
    }
  }

  /// An unknown function that is given the address of a handle may close it.
  private mutating func moveObjects(
    in target: LocationID, at site: CallSite, state: inout AbstractState
  ) {
    for location in parts(of: target, in: state) + [target] {
      guard case .object(let object)? = state.memory[location],
        state.objects[object]?.ownership == .owned
      else { continue }
      state.objects[object]?.ownership = .moved
      noteGivenUp(at: site)
    }
  }

  /// Says in the ledger that a handle is not followed behind a call.
  mutating func noteGivenUp(at site: CallSite) {
    let entry = Outcome.DefaultedCall(
      callee: site.callee, reason: "a handle that it is given is not followed any more",
      range: site.range)
    if !defaults.contains(entry) { defaults.append(entry) }
  }

  /// An unknown function that is given the address of a pointer may renew it.
  private mutating func forgetPointers(
    in target: LocationID, at site: CallSite, slot: Int, _ state: inout AbstractState
  ) {
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .pointer(_, .some) = value,
        location == target || names.isPart(location, of: target)
      else { continue }
      let symbol = names.symbol(.made(site.point, slot: slot * 64 + 63))
      forget(symbol, in: &state)
      state.memory[location] = .pointer(names.location(.pointee(symbol)), nil)
    }
  }

  /// An unknown function that is given the address of a pointer to a function may change it.
  private func forgetFunctions(in target: LocationID, _ state: inout AbstractState) {
    var whole = target
    if case .part(let array, .index) = names[target] { whole = array }
    for (location, value) in state.memory {
      guard case .function = value, location == whole || names.isPart(location, of: whole) else {
        continue
      }
      state.memory[location] = .unknown
    }
  }

  /// Forgets the plain values in a place, and in the array that it is an element of.
  mutating func forgetScalars(
    in target: LocationID, at site: CallSite, slot: Int, state: inout AbstractState
  ) {
    var whole = target
    if case .part(let array, .index) = names[target] { whole = array }
    let locations =
      parts(of: whole, in: state) + (state.memory[whole] == nil ? [] : [whole])
    for (offset, location) in (locations.isEmpty ? [target] : locations.sorted()).enumerated() {
      switch state.memory[location] {
      case nil, .constant?, .symbol?, .unknown?, .truth?:
        let symbol = newSymbol(at: site.point, slot: slot * 64 + offset % 512, in: &state)
        state.memory[location] = .symbol(symbol, 0)
      case .pointer?, .object?, .anyOf?, .function?, .copy?: continue
      }
    }
  }

  /// Returns the symbol for a value made at a point, which names nothing else in `state`.
  mutating func newSymbol(
    at point: ProgramPoint, slot: Int, in state: inout AbstractState
  ) -> SymbolID {
    let count = names.symbols.count
    let symbol = names.symbol(.made(point, slot: slot))
    if names.symbols.count == count {
      absorbElements(indexedBy: symbol, in: &state)
      forget(symbol, in: &state)
    }
    return symbol
  }

  /// Forgets what was known of a symbol that is about to name another value.
  mutating func forget(_ symbol: SymbolID, in state: inout AbstractState) {
    spend(state.size)
    for (location, value) in state.memory {
      if case .symbol(symbol, _) = value { state.memory[location] = .unknown }
      if case .truth(let comparison) = value, comparison.mentions(.symbol(symbol)) {
        state.memory[location] = .unknown
      }
    }
    state.intervals[.symbol(symbol)] = nil
    state.chosen[symbol] = nil
    if let memory = names.location(existing: .pointee(symbol)) {
      state.intervals[.memory(memory)] = nil
      for location in state.memory.keys where names.root(of: location) == memory {
        state.memory[location] = nil
        state.stores[location] = nil
      }
      forgetObjects(from: memory, in: &state)
    }
    if !state.decided.isEmpty {
      state.decided = state.decided.filter { !$0.key.mentions(.symbol(symbol)) }
    }
    if !state.differences.isEmpty {
      state.differences = state.differences.filter { !$0.key.mentions(symbol) }
    }
    for derived in names.computed[symbol] ?? [] { forgetResult(derived, in: &state) }
  }

  /// Forgets the objects that were in memory from the beginning which is about to name another
  /// piece of memory; what something still holds gets a name after that.
  private mutating func forgetObjects(from memory: LocationID, in state: inout AbstractState) {
    for object in state.objects.keys.sorted() {
      guard case .initial(let location) = names[object], names.root(of: location) == memory else {
        continue
      }
      let old = state.objects.removeValue(forKey: object)
      guard let holder = state.memory.filter({ $0.value == .object(object) }).keys.min() else {
        continue
      }
      let kept = names.object(.kept(holder))
      replace(object, by: kept, in: &state)
      state.objects[kept] = old
    }
  }

}

extension Call.Callee {
  /// Whether the function is called through a pointer.
  var isIndirect: Bool {
    if case .indirect = self { return true }
    return false
  }
}
