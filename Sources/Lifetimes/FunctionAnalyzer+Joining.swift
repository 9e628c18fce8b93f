import IR

extension FunctionAnalyzer {

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
    joinDependents(old, new, at: block, widening: widening, into: &result)
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

extension Value {
  /// Whether this is a pointer to something that is known.
  var isPointer: Bool {
    if case .pointer = self { return true }
    return false
  }

  /// Whether this is an aggregate's.
  var isCopy: Bool {
    if case .copy = self { return true }
    return false
  }
}
