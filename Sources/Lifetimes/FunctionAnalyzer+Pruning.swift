import Dataflow
import IR

// What a state need not remember any more.

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
    where !found.contains(entity) && !canBeRead(entity, found, in: state) {
      state.intervals[entity] = nil
    }
    for symbol in state.chosen.keys where !found.symbols.contains(symbol) {
      state.chosen[symbol] = nil
    }
    for pair in state.differences.keys
    where [pair.left, pair.right].contains(where: {
      !found.symbols.contains($0) && !canBeRead(.symbol($0), found, in: state)
    }) {
      state.differences[pair] = nil
    }
    for comparison in state.decided.keys {
      if [comparison.left, comparison.right].contains(where: { mattersNot($0, found, in: state) }) {
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
  private func mattersNot(
    _ term: Comparison.Term, _ found: References, in state: AbstractState
  ) -> Bool {
    guard let entity = term.entity else { return false }
    return !found.contains(entity) && !canBeRead(entity, found, in: state)
  }

  /// Whether the caller must learn what happened to an object that nothing refers to any more.
  private func isVisibleToCaller(_ object: ObjectID, _ state: ObjectState) -> Bool {
    guard case .initial = names[object] else { return false }
    return state.ending != nil || state.nullness != .unknown || state.ownership.isTracked
  }

  /// Whether an entity that nothing holds can still be read from memory, or be computed again from
  /// what is held or can be read.
  private func canBeRead(_ entity: Entity, _ found: References, in state: AbstractState) -> Bool {
    if isInitial(entity) { return true }
    switch entity {
    case .memory(let location):
      if case .pointee(let symbol) = names[location] {
        return canBeRead(.symbol(symbol), found, in: state)
      }
      return false
    case .object, .loan: return false
    case .symbol(let symbol):
      switch names[symbol] {
      case .initial(let location, let epoch):
        return (epoch == nil || epoch == state.epoch) && isReachable(location, found, in: state)
      case .computed, .applied:
        if !shape.repeated.mayRepeat(names[symbol]), !isForCallers(names[symbol]) { return false }
        let bases = names.bases(of: names[symbol])
        return bases.symbols.allSatisfy { isKnown($0, found, in: state) }
          && bases.objects.allSatisfy { found.objects.contains($0) || isGiven($0) }
      case .made, .merged, .kept, .floating: return false
      }
    }
  }

  /// Whether callers can be told of an operation: on what they know, with a constant.
  private func isForCallers(_ name: SymbolName) -> Bool {
    guard case .computed(_, let left, let right) = name, let base = left.symbol,
      right.symbol == nil
    else { return false }
    return isInitial(.symbol(base))
  }

  private func isKnown(_ symbol: SymbolID, _ found: References, in state: AbstractState) -> Bool {
    found.symbols.contains(symbol) || canBeRead(.symbol(symbol), found, in: state)
  }

  /// Whether the function can name a location again: its indices, and the pointers on the way to
  /// it, are held or can be read.
  private func isReachable(
    _ location: LocationID, _ found: References, in state: AbstractState
  ) -> Bool {
    var location = location
    while case .part(let whole, let step) = names[location] {
      switch step {
      case .symbolic(let index, _): if !isKnown(index, found, in: state) { return false }
      case .anyIndex, .held: return false
      case .field, .index: break
      }
      location = whole
    }
    switch names[location] {
    case .local(let local): return function[local].kind == .parameter
    case .global: return true
    case .pointee(let symbol):
      return found.roots.contains(location) || isKnown(symbol, found, in: state)
    case .content(let object): return found.objects.contains(object) || isGiven(object)
    case .keeper, .heap, .context, .string, .part: return false
    }
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
