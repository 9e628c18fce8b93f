import IR

extension FunctionAnalyzer {

  /// How many constants of a loop are told apart before they are not.
  static let unrolling = 4

  /// How many are told apart in a loop of which it is known how often it runs.
  private static let knownUnrolling = 16

  /// With more states than this, no further constants are told apart.
  private static let statesOfLoop = 20

  /// Names the numbers that a loop changes anew, so that the states of its rounds can be joined.
  ///
  /// `states` are those that the loop has so far, the first one that it was entered with.
  mutating func generalize(
    _ state: inout AbstractState, at head: BasicBlock.ID, among states: [AbstractState]
  ) {
    let first = states.first
    let limit = unrolling(of: state, at: head, among: states)
    var counters: [Counter] = []
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      if isExhausted { return }
      let start = start(of: location, in: first)
      guard isChanged(location, from: start, to: value, inLoopAt: head) else { continue }
      let symbol = names.symbol(.merged(head, location))
      switch value {
      case .pointer(let target, let loan):
        if names.standsForSeveral(target) {
          forgetTests(in: &state) { $0 == target || $1.isPart($0, of: target) }
        }
        guard let walk = walk(in: location, at: target, from: first, among: states),
          walk.positions > limit
        else { continue }
        if let counter = walk.counter { counters.append(counter) }
        state.memory[location] = .pointer(names.part(of: walk.array, .anyIndex), loan)
        continue
      case .symbol(_, let offset):
        if offset == 0 { continue }
        if let exact = followed(value, in: location, from: start, limit, state, among: states) {
          state.memory[location] = exact
          continue
        }
      case .constant(let constant):
        guard let start, start != value,
          constants(in: location, among: states).count > limit
        else { continue }
        if case .constant(let begin) = start {
          if begin == constant { continue }
          counters.append(Counter(value: constant, isRising: constant > begin))
        }
      default: continue
      }
      rename(location, value, to: symbol, first: start, in: &state)
    }
    if states.count > limit { absorbConstantElements(ahead: counters, in: &state) }
  }

  /// Forgets what was found out about elements, because what told which they are goes on to others:
  /// that the pointer in one was not null does not hold of the next.
  private mutating func forgetTests(
    in state: inout AbstractState, ofElements areMeant: (LocationID, Names) -> Bool
  ) {
    for loan in state.loans.keys {
      guard case .initial(let holder) = names[loan], areMeant(holder, names) else { continue }
      state.loans[loan]?.nullness = .unknown
    }
    state.intervals = state.intervals.filter { (entity, _) in
      guard case .memory(let memory) = entity, case .pointee(let known) = names[memory],
        case .initial(let holder, _) = names[known]
      else { return true }
      return !areMeant(holder, names)
    }
    for symbol in symbols(in: state) where names.looks(symbol, at: areMeant) {
      forgetResult(symbol, in: &state)
    }
  }

  /// Returns the symbols of which a state knows something.
  private func symbols(in state: AbstractState) -> [SymbolID] {
    var found: Set<SymbolID> = []
    for value in state.memory.values {
      if case .symbol(let symbol, _) = value { found.insert(symbol) }
      if case .truth(let comparison) = value { found.formUnion(comparison.symbols) }
    }
    for case .symbol(let symbol) in state.intervals.keys { found.insert(symbol) }
    for comparison in state.decided.keys { found.formUnion(comparison.symbols) }
    for pair in state.differences.keys { found.formUnion([pair.left, pair.right]) }
    return found.sorted()
  }

  /// Returns what a location held when a loop was entered, with `first`.
  private mutating func start(of location: LocationID, in first: AbstractState?) -> Value? {
    if let value = first?.memory[location] { return value }
    guard case .pointee = names[names.root(of: location)] else { return nil }
    return .symbol(names.symbol(.initial(location, epoch: nil)), 0)
  }

  /// Whether a location may hold another value each time that a loop comes back to its head: of a
  /// variable this is told by what the loop assigns, of memory by what it held at first.
  private func isChanged(
    _ location: LocationID, from start: Value?, to value: Value, inLoopAt head: BasicBlock.ID
  ) -> Bool {
    guard case .local(let local) = names[names.root(of: location)] else {
      return start != nil && start != value
    }
    return shape.isChanged(local, inLoopAt: head) && !isStateVariable(location)
  }

  /// Whether a location holds one of a few constants at any time, which are always told apart.
  private func isStateVariable(_ location: LocationID) -> Bool {
    guard case .local(let local) = names[location] else { return false }
    return shape.stateVariables.contains(local)
  }

  /// A number that a loop changes, when it is no longer told which it is.
  private struct Counter {
    let value: Int
    let isRising: Bool

    /// Whether the loop has yet to come to this number.
    func isBehind(_ index: Int) -> Bool { isRising ? index >= value : index <= value }
  }

  /// A pointer that goes from element to element.
  private struct Walk {
    let array: LocationID
    /// At how many elements it was found.
    let positions: Int
    /// The index that it has come to, if that is known.
    let counter: Counter?
  }

  /// Returns how a pointer that a location holds, and that points to `target`, goes through an
  /// array; `nil` if it does not.
  private func walk(
    in location: LocationID, at target: LocationID, from first: AbstractState?,
    among states: [AbstractState]
  ) -> Walk? {
    let here = position(of: target)
    guard let here, case .pointer(let start, _)? = first?.memory[location],
      let begin = position(of: start), begin.isComparable(with: here), begin.index != here.index
    else { return nil }
    let positions = states.compactMap { (state) -> Int? in
      guard case .pointer(let other, _)? = state.memory[location],
        let position = position(of: other), position.isComparable(with: here)
      else { return nil }
      return position.index
    }
    let counter =
      here.symbol == nil ? Counter(value: here.index, isRising: here.index > begin.index) : nil
    return Walk(array: here.array, positions: Set(positions).count, counter: counter)
  }

  /// Where an element is in its array.
  private struct Position {
    let array: LocationID
    /// What `index` is added to, if that is not known.
    var symbol: SymbolID?
    let index: Int

    func isComparable(with other: Position) -> Bool {
      array == other.array && symbol == other.symbol
    }
  }

  /// Returns the position of an element; what a pointer points to is the first.
  private func position(of location: LocationID) -> Position? {
    switch names[location] {
    case .part(let array, .index(let index)): Position(array: array, index: index)
    case .part(let array, .symbolic(let symbol, let offset)):
      Position(array: array, symbol: symbol, index: offset)
    case .part(_, .anyIndex): nil
    case .part, .local, .global, .keeper, .pointee, .content, .heap, .context, .string:
      Position(array: location, index: 0)
    }
  }

  /// Returns how many constants are told apart for a state that comes back to the head of a loop.
  private mutating func unrolling(
    of state: AbstractState, at head: BasicBlock.ID, among states: [AbstractState]
  ) -> Int {
    if states.count > Self.statesOfLoop { return 0 }
    if states.count <= Self.unrolling { return Self.unrolling }
    guard case .branch = function[head].terminator.kind else { return Self.unrolling }
    return execute(head, from: state).count == 1 ? Self.knownUnrolling : Self.unrolling
  }

  /// Returns the constants that a location holds in some states.
  private func constants(
    in location: LocationID, among states: [AbstractState]
  ) -> Set<Int> {
    Set(
      states.compactMap { (state) in
        if case .constant(let constant)? = state.memory[location] { constant } else { nil }
      })
  }

  /// Returns what a location holds that is told from what it holds in other rounds of a loop: a
  /// number which only one is possible for, or which is some steps from where the loop `start`ed.
  private func followed(
    _ value: Value, in location: LocationID, from start: Value?, _ limit: Int,
    _ state: AbstractState, among states: [AbstractState]
  ) -> Value? {
    let number = constant(value, in: state)
    if number.isConstant, constants(in: location, among: states).count <= limit { return number }
    guard case .symbol(let origin, _) = value, case .symbol(origin, _)? = start,
      !names.isMerged(origin, at: location),
      offsets(from: origin, in: location, among: states).count <= limit
    else { return nil }
    return value
  }

  /// Returns how far what a location holds in some states is from a number.
  private func offsets(
    from symbol: SymbolID, in location: LocationID, among states: [AbstractState]
  ) -> Set<Int> {
    Set(
      states.compactMap { (state) in
        if case .symbol(symbol, let offset)? = state.memory[location] { offset } else { nil }
      })
  }

  /// Makes a location hold `symbol`, whose interval goes on from the value that it held.
  private mutating func rename(
    _ location: LocationID, _ value: Value, to symbol: SymbolID, first: Value?,
    in state: inout AbstractState
  ) {
    var interval = self.interval(of: value, in: state)
    if case .constant(let constant) = value, case .constant(let begin)? = first {
      interval = constant > begin ? .init(constant, Int.max) : .init(Int.min, constant)
    } else if case .symbol(symbol, let offset) = value {
      // It has moved on: what is behind it is not among what it may be.
      interval = self.interval(of: .symbol(symbol), in: state).widened(by: interval)
        .intersection(
          offset > 0 ? .init(interval.lower, Int.max) : .init(Int.min, interval.upper))
    }
    let distances = distances(from: location, in: state)
    absorbElements(indexedBy: symbol, in: &state)
    if case .symbol(let old, _) = value { absorbElements(indexedBy: old, in: &state) }
    forget(symbol, in: &state)
    forgetTests(in: &state) { $1.isIndexed($0, by: symbol) }
    if interval != .all { state.intervals[.symbol(symbol)] = interval }
    state.memory[location] = .symbol(symbol, 0)
    remember(distances, of: symbol, in: &state)
  }

  /// Puts the elements whose index is given by `symbol` together with all elements.
  mutating func absorbElements(indexedBy symbol: SymbolID, in state: inout AbstractState) {
    for computed in names.computed[symbol] ?? [] { absorbElements(indexedBy: computed, in: &state) }
    if !names.indices.contains(symbol) { return }
    let indexed = state.memory.filter { names.isIndexed($0.key, by: symbol) }
    for (location, value) in indexed.sorted(by: { $0.key < $1.key }) {
      if case .part(let array, .symbolic(symbol, _)) = names[location] {
        moveToElements(location, of: array, in: &state)
      } else if let several = generalized(location, indexedBy: symbol) {
        state.memory[location] = nil
        if case .object(let object) = value { state.objects[object]?.isSummary = true }
        release(value, in: &state)
        state.memory[several] = state.memory[several] ?? value
      }
    }
    for object in state.objects.keys.sorted() {
      guard case .initial(let location) = names[object],
        case .part(let array, .symbolic(symbol, _)) = names[location]
      else { continue }
      generalizeElement(object, of: array, in: &state)
    }
  }

  /// Returns the part of all elements that a part of an element becomes when it is not told any
  /// more which element it is; `nil` if another symbol, or none, is its index.
  private mutating func generalized(
    _ location: LocationID, indexedBy symbol: SymbolID
  ) -> LocationID? {
    guard case .part(let whole, let step) = names[location] else { return nil }
    if case .symbolic(symbol, _) = step { return names.part(of: whole, .anyIndex) }
    return generalized(whole, indexedBy: symbol).map { names.part(of: $0, step) }
  }

  /// Makes an element that was passed in one of all elements of its array.
  private mutating func generalizeElement(
    _ object: ObjectID, of array: LocationID, in state: inout AbstractState
  ) {
    guard var old = state.objects[object] else { return }
    let any = names.object(.initial(names.part(of: array, .anyIndex)))
    old.isSummary = true
    let known = state.objects[any]
    replace(object, by: any, in: &state)
    state.objects[any] = known ?? old
  }

  /// Puts the handles in elements with constant indices together with all elements. Where a loop
  /// has yet to come to some of them, it is not known any more which.
  private mutating func absorbConstantElements(
    ahead counters: [Counter], in state: inout AbstractState
  ) {
    var uncertain: Set<LocationID> = []
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .part(let array, .index(let index)) = names[location], case .object = value else {
        continue
      }
      if counters.contains(where: { $0.isBehind(index) }) { uncertain.insert(array) }
      moveToElements(location, of: array, in: &state)
      if case .object? = state.memory[array] { moveToElements(array, of: array, in: &state) }
    }
    for array in uncertain {
      guard case .object(let object)? = state.memory[names.part(of: array, .anyIndex)] else {
        continue
      }
      state.objects[object]?.isUncertain = true
    }
  }

  private mutating func moveToElements(
    _ location: LocationID, of array: LocationID, in state: inout AbstractState
  ) {
    guard let value = state.memory[location] else { return }
    state.memory[location] = nil
    let store = state.stores.removeValue(forKey: location)
    let elements = names.part(of: array, .anyIndex)
    switch value {
    case .object:
      guard let absorbed = absorb(value, intoElementsOf: array, in: &state) else { return }
      state.memory[elements] = absorbed
    case .anyOf(let objects):
      for object in objects {
        guard let absorbed = absorb(.object(object), intoElementsOf: array, in: &state) else {
          continue
        }
        state.memory[elements] = absorbed
        release(absorbed, in: &state)
      }
    case .unknown, .constant, .symbol, .truth, .pointer, .function, .copy: return
    }
    state.stores[elements] = store
  }

  /// Returns one state for two that disagree; of what they disagree on nothing may be said.
  mutating func mergeDisagreeing(
    _ old: AbstractState, _ new: AbstractState, at block: BasicBlock.ID
  ) -> AbstractState {
    var (left, right) = (old, new)
    for object in Set(left.objects.keys).union(right.objects.keys)
    where left.objects[object] != right.objects[object] {
      guard var either = left.objects[object] ?? right.objects[object] else { continue }
      either.isUncertain = true
      left.objects[object] = either
      right.objects[object] = either
    }
    for loan in Set(left.loans.keys).union(right.loans.keys)
    where left.loans[loan] != right.loans[loan] {
      guard var either = left.loans[loan] ?? right.loans[loan] else { continue }
      either.isUncertain = true
      left.loans[loan] = either
      right.loans[loan] = either
    }
    for location in Set(left.memory.keys).union(right.memory.keys)
    where left.memory[location] != right.memory[location] {
      let isTold = [left.memory[location], right.memory[location]].contains {
        $0.map(isTracked) ?? false
      }
      guard isTold else { continue }
      release(left.memory[location], in: &left)
      release(right.memory[location], in: &right)
      left.memory[location] = .unknown
      right.memory[location] = .unknown
    }
    for object in left.objects.keys {
      if right.objects[object] != left.objects[object] {
        left.objects[object]?.isUncertain = true
      }
    }
    left.chosen = left.chosen.filter { right.chosen[$0.key] == $0.value }
    left.suspension = left.suspension == right.suspension ? left.suspension : nil
    return join(left, right, at: block, widening: true)
  }

  /// An object that is lost only by putting states together is not to be judged, nor is what is in
  /// allocated memory to which only a lost pointer leads.
  private func release(_ value: Value?, in state: inout AbstractState) {
    var pending = value.map { [$0] } ?? []
    var visited: Set<LocationID> = []
    while let next = pending.popLast() {
      switch next {
      case .object(let object): state.objects[object]?.isUncertain = true
      case .pointer(let target, _):
        let root = names.root(of: target)
        guard case .heap = names[root], visited.insert(root).inserted else { continue }
        pending += state.memory.filter { names.root(of: $0.key) == root }.values
      case .unknown, .constant, .symbol, .truth, .anyOf, .function, .copy: continue
      }
    }
  }

}
