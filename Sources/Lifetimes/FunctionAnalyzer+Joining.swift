import Dataflow
import IR

extension FunctionAnalyzer {

  /// Forgets what cannot matter from the beginning of `block` on, so that states become equal.
  mutating func prune(_ state: inout AbstractState, at block: BasicBlock.ID) {
    let liveness = shape.liveness
    prune(&state) { liveness.isLive($0, atEntryOf: block) }
  }

  /// Forgets what cannot matter behind an instruction of `block`.
  mutating func prune(_ state: inout AbstractState, in block: BasicBlock.ID, behind index: Int) {
    let lastReads = lastReads(in: block)
    let next = function[block].terminator.successors
    let liveness = shape.liveness
    prune(&state) { (local) in
      lastReads[local].map { $0 > index } ?? false
        || next.contains { liveness.isLive(local, atEntryOf: $0) }
    }
  }

  /// Whether a local may still be read behind an instruction.
  mutating func isLive(_ local: Local.ID, behind point: ProgramPoint) -> Bool {
    let block = BasicBlock.ID(Int(point.block))
    if let last = lastReads(in: block)[local], last > Int(point.index) { return true }
    return function[block].terminator.successors.contains {
      shape.liveness.isLive(local, atEntryOf: $0)
    }
  }

  /// Returns for a block the last instruction that reads each local.
  private mutating func lastReads(in block: BasicBlock.ID) -> [Local.ID: Int] {
    if let known = lastReads[block] { return known }
    let reads = Dataflow.lastReads(in: function[block])
    lastReads[block] = reads
    return reads
  }

  /// Forgets the locals that are not read any more, and what only they referred to.
  private mutating func prune(
    _ state: inout AbstractState, keeping isLive: (Local.ID) -> Bool
  ) {
    spend(16 * state.size)
    var dead: [LocationID] = []
    for (location, value) in state.memory {
      guard case .local(let local) = names[names.root(of: location)], !isLive(local),
        !shape.addressTaken.contains(local)
      else { continue }
      if case .object(let object) = value, state.objects[object]?.isDue == true { continue }
      dead.append(location)
    }
    for location in dead { state.memory[location] = nil }
    removeUnreferenced(in: &state)
    state.allowance = 2 * state.size + 64
  }

  /// Removes the objects, loans and symbols that nothing refers to any more.
  private mutating func removeUnreferenced(in state: inout AbstractState) {
    var found = References()
    for (location, value) in state.memory {
      found.add(value, names)
      found.add(root: names.root(of: location), names)
    }
    for loan in found.loans {
      if let handle = state.loans[loan]?.handle { found.objects.insert(handle) }
    }
    for (object, old) in state.objects {
      guard found.objects.contains(object) || old.isDue || isVisibleToCaller(object, old) else {
        continue
      }
      found.objects.insert(object)
      if case .tracked(let tracker) = old.ownership { found.objects.insert(tracker) }
    }
    state.objects = state.objects.filter { found.objects.contains($0.key) }
    for (loan, old) in state.loans where !found.loans.contains(loan) {
      rememberNullness(of: loan, old, in: &state)
      state.loans[loan] = nil
    }
    for entity in state.intervals.keys
    where !found.contains(entity) && !isInitial(entity) && !isComputed(entity, from: found) {
      state.intervals[entity] = nil
    }
    for symbol in state.chosen.keys where !found.symbols.contains(symbol) {
      state.chosen[symbol] = nil
    }
    for pair in state.differences.keys
    where [pair.left, pair.right].contains(where: {
      !found.symbols.contains($0) && !isInitial(.symbol($0))
    }) {
      state.differences[pair] = nil
    }
    for comparison in state.decided.keys {
      if mattersNot(comparison.left, found) || mattersNot(comparison.right, found) {
        state.decided[comparison] = nil
      }
    }
  }

  /// Remembers whether a pointer was null at entry that nothing refers to, but may read again.
  private mutating func rememberNullness(
    of loan: LoanID, _ old: LoanState, in state: inout AbstractState
  ) {
    guard old.nullness != .unknown, case .initial(let holder) = names[loan] else { return }
    let memory = names.location(.pointee(names.symbol(.initial(holder, epoch: nil))))
    state.intervals[.memory(memory)] = old.nullness == .null ? .init(0) : .nonzero
  }

  /// Whether one side of a comparison is something that nothing refers to any more.
  private func mattersNot(_ term: Comparison.Term, _ found: References) -> Bool {
    guard let entity = term.entity else { return false }
    return !found.contains(entity) && !isInitial(entity)
  }

  /// Whether the caller must learn what happened to an object that nothing refers to any more.
  private func isVisibleToCaller(_ object: ObjectID, _ state: ObjectState) -> Bool {
    guard case .initial = names[object] else { return false }
    return state.ending != nil || state.nullness != .unknown || state.ownership.isTracked
  }

  /// Whether an entity was computed from what a state refers to, and may be again.
  private func isComputed(_ entity: Entity, from found: References) -> Bool {
    guard case .symbol(let symbol) = entity else { return false }
    switch names[symbol] {
    case .computed, .applied: break
    case .initial, .made, .merged, .floating: return false
    }
    let bases = names.bases(of: names[symbol])
    return bases.symbols.allSatisfy {
      found.contains(.symbol($0)) || isInitial(.symbol($0)) || isComputed(.symbol($0), from: found)
    } && bases.objects.allSatisfy { found.objects.contains($0) || isGiven($0) }
  }

  /// Whether an object was there before the function.
  private func isGiven(_ object: ObjectID) -> Bool {
    switch names[object] {
    case .initial, .constant: true
    case .made, .kept, .elements: false
    }
  }

  /// Whether an entity is what a parameter held at entry, on which the cases of a summary depend.
  func isInitial(_ entity: Entity) -> Bool {
    switch entity {
    case .symbol(let symbol):
      if case .initial(let location, nil) = names[symbol] {
        return path(ofValueIn: location) != nil
      }
      return false
    case .memory(let location):
      if case .pointee(let symbol) = names[location] { return isInitial(.symbol(symbol)) }
      return false
    case .object, .loan: return false
    }
  }

  /// Whether two states agree on everything that a rule may judge by.
  func agree(_ left: AbstractState, _ right: AbstractState) -> Bool {
    guard left.objects.count == right.objects.count, left.loans.count == right.loans.count,
      (left.suspension == nil) == (right.suspension == nil),
      left.isReentered == right.isReentered, left.chosen == right.chosen,
      (left.collection == nil) == (right.collection == nil)
    else { return false }
    for (object, state) in left.objects {
      guard let other = right.objects[object], state.agrees(with: other) else { return false }
    }
    for (loan, state) in left.loans {
      guard let other = right.loans[loan], state.agrees(with: other),
        state.nullness == other.nullness || !knowsRuntime && state.handle == nil
      else { return false }
    }
    return isSubset(left, of: right) && isSubset(right, of: left)
  }

  /// Whether every tracked value of `left` is at the same place in `right`.
  private func isSubset(_ left: AbstractState, of right: AbstractState) -> Bool {
    left.memory.allSatisfy { (location, value) in
      if !isTracked(value) || right.memory[location] == value { return true }
      guard case .pointer(_, let loan?) = value, case .pointer(_, loan)? = right.memory[location]
      else { return false }
      return true
    }
  }

  func isTracked(_ value: Value) -> Bool {
    switch value {
    case .object, .anyOf, .function: return true
    case .pointer(_, .some): return true
    case .pointer(let location, nil):
      switch names[names.root(of: location)] {
      case .local, .global, .keeper, .content, .context, .heap: return true
      case .pointee, .string, .part: return false
      }
    case .copy: return true
    case .unknown, .constant, .symbol, .truth: return false
    }
  }

  /// Returns the state that describes the executions of both, which agree.
  mutating func join(
    _ old: AbstractState, _ new: AbstractState, at block: BasicBlock.ID, widening: Bool
  ) -> AbstractState {
    spend(16 * (old.size + new.size))
    var result = old
    result.intervals = [:]
    for (entity, interval) in old.intervals {
      guard let other = new.intervals[entity] else { continue }
      let both = widening ? interval.widened(by: other) : interval.union(other)
      if both != .all { result.intervals[entity] = both }
    }
    result.decided = old.decided.filter { new.decided[$0.key] == $0.value }
    for (object, state) in new.objects where state != old.objects[object] {
      result.objects[object]?.join(state)
    }
    for (loan, state) in new.loans where state != old.loans[loan] {
      result.loans[loan]?.join(state)
    }
    for location in Set(old.memory.keys).union(new.memory.keys).sorted() {
      let (l, r) = (old.memory[location], new.memory[location])
      if l == r { continue }
      result.memory[location] = merge(
        l, r, at: location, block, (old, new), widening: widening, into: &result)
    }
    joinDifferences(old, new, widening: widening, into: &result)
    result.swept.formUnion(new.swept)
    result.failures.formUnion(new.failures)
    if old.latest != new.latest { result.latest = nil }
    if old.epoch != new.epoch { result.epoch = [old.epoch, new.epoch].compactMap { $0 }.max() }
    if let chain = new.collection, chain.length < (old.collection?.length ?? Int.max) {
      result.collection = chain
    }
    return result
  }

  /// Returns one value for two that differ and are not tracked.
  private mutating func merge(
    _ left: Value?, _ right: Value?, at location: LocationID, _ block: BasicBlock.ID,
    _ states: (AbstractState, AbstractState), widening: Bool, into result: inout AbstractState
  ) -> Value? {
    guard let left, let right else { return isStatic(location) ? .unknown : nil }
    let symbol = names.symbol(.merged(block, location))
    if case .pointer(let l, let loan?) = left, case .pointer(let r, loan) = right {
      return .pointer(names.part(of: commonWhole(of: l, r), .anyIndex), loan)
    }
    if case .pointer = left, case .pointer = right {
      return .pointer(names.location(.pointee(symbol)), nil)
    }
    if left == .unknown || right == .unknown || left.isCopy || right.isCopy { return .unknown }
    let l = interval(of: left, in: states.0)
    let r = interval(of: right, in: states.1)
    let both = widening && left == .symbol(symbol, 0) ? l.widened(by: r) : l.union(r)
    result.intervals[.symbol(symbol)] = both == .all ? nil : both
    return .symbol(symbol, 0)
  }

  /// The array that two places are elements of, or else the memory that they are in.
  private func commonWhole(of left: LocationID, _ right: LocationID) -> LocationID {
    if case .part(let array, _) = names[left], array == names.whole(of: right) || array == right {
      return array
    }
    if case .part(let array, _) = names[right], array == left { return array }
    return names.root(of: left)
  }

  private func isStatic(_ location: LocationID) -> Bool {
    if case .local(let local) = names[names.root(of: location)] {
      return function[local].kind == .parameter
    }
    return true
  }

  /// Returns a number as a constant, if it can be only one.
  func constant(_ value: Value, in state: AbstractState) -> Value {
    guard case .symbol = value, let number = interval(of: value, in: state).singleValue else {
      return value
    }
    return .constant(number)
  }

  /// The integers that a value may be.
  func interval(of value: Value, in state: AbstractState) -> Interval {
    switch value {
    case .constant(let constant): .init(constant)
    case .symbol(let symbol, let offset):
      interval(of: .symbol(symbol), in: state).shifted(by: offset)
    case .truth: .init(0, 1)
    case .function: .nonzero
    case .pointer, .object:
      term(for: value)?.entity.map { interval(of: $0, in: state) } ?? .nonzero
    case .unknown, .anyOf, .copy: .all
    }
  }

}

/// What a state refers to.
private struct References {

  var objects: Set<ObjectID> = []
  var loans: Set<LoanID> = []
  var symbols: Set<SymbolID> = []
  var roots: Set<LocationID> = []

  mutating func add(_ value: Value, _ names: Names) {
    switch value {
    case .object(let object): objects.insert(object)
    case .anyOf(let several): objects.formUnion(several)
    case .symbol(let symbol, _): symbols.insert(symbol)
    case .pointer(let location, let loan):
      if let loan { loans.insert(loan) }
      add(root: names.root(of: location), names)
    case .truth(let comparison):
      for case let entity? in [comparison.left.entity, comparison.right.entity] { add(entity) }
    case .copy(let location): add(root: names.root(of: location), names)
    case .unknown, .constant, .function: break
    }
  }

  mutating func add(root: LocationID, _ names: Names) {
    guard roots.insert(root).inserted else { return }
    switch names[root] {
    case .content(let object), .heap(let object): objects.insert(object)
    case .pointee(let symbol): symbols.insert(symbol)
    case .local, .global, .keeper, .context, .string, .part: break
    }
  }

  private mutating func add(_ entity: Entity) {
    switch entity {
    case .symbol(let symbol): symbols.insert(symbol)
    case .memory(let location): roots.insert(location)
    case .object(let object): objects.insert(object)
    case .loan(let loan): loans.insert(loan)
    }
  }

  func contains(_ entity: Entity) -> Bool {
    switch entity {
    case .symbol(let symbol): symbols.contains(symbol)
    case .memory(let location): roots.contains(location)
    case .object(let object): objects.contains(object)
    case .loan(let loan): loans.contains(loan)
    }
  }

}

extension ObjectState.Ownership {
  /// Whether the duty is a tracker's.
  var isTracked: Bool {
    if case .tracked = self { return true }
    return false
  }
}

extension Value {
  /// Whether this is an aggregate's.
  var isCopy: Bool {
    if case .copy = self { return true }
    return false
  }
}
