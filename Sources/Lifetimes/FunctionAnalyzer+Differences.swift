import IR

// How far two numbers are apart that are not known themselves: `i < n` says that `i - n` is less
// than zero (difference bounds: Dill, 1989). Known by the branches that were taken, for values; and
// where paths meet, for the pairs of places that the function compares, whatever they hold there.

extension FunctionAnalyzer {

  /// How many differences are remembered; what is found out after that is forgotten.
  private static let maximumDifferences = 32

  /// Returns what the first number less the second may be.
  func difference(_ left: SymbolID, _ right: SymbolID, in state: AbstractState) -> Interval {
    if left == right { return .init(0) }
    let bounds = interval(of: .symbol(left), in: state)
      .minus(interval(of: .symbol(right), in: state))
    if state.differences.isEmpty { return bounds }
    if let known = state.differences[.init(left: left, right: right)] {
      return known.intersection(bounds)
    }
    if let known = state.differences[.init(left: right, right: left)] {
      return known.negated.intersection(bounds)
    }
    return bounds
  }

  /// Returns the difference of what two terms stand for, if both are numbers that are not known.
  func difference(
    _ left: Comparison.Term, _ right: Comparison.Term, in state: AbstractState
  ) -> Interval? {
    guard case .symbol(let l)? = left.entity, case .symbol(let r)? = right.entity else {
      return nil
    }
    return difference(l, r, in: state).shifted(by: left.offset &- right.offset)
  }

  /// Restricts the difference of two numbers; returns whether that is possible.
  func restrict(
    _ left: SymbolID, less right: SymbolID, to interval: Interval, in state: inout AbstractState
  ) -> Bool {
    let result = difference(left, right, in: state).intersection(interval)
    if result.isEmpty { return false }
    remember(result, left, right, in: &state)
    return true
  }

  /// Restricts `state` to the executions in which `left` less `right` is in `interval`; returns
  /// whether there are any.
  mutating func assume(
    _ left: Value, less right: Value, in interval: Interval, in state: inout AbstractState
  ) -> Bool {
    guard left.isNumber, right.isNumber else { return true }
    var bounds: [(operation: BinaryOperator, value: Value)] = []
    if interval.excludesZero { bounds.append((.notEqual, right)) }
    if interval.lower != Int.min {
      bounds.append((.greaterOrEqual, sum(right, interval.lower)))
    }
    if interval.upper != Int.max { bounds.append((.lessOrEqual, sum(right, interval.upper))) }
    for (operation, value) in bounds {
      guard let holds = compare(left, operation, value, in: state) else { continue }
      if !assume(holds, in: .nonzero, in: &state) { return false }
    }
    return true
  }

  /// Returns what must have held of the differences of numbers at entry for a state to be reached.
  func relations(in state: AbstractState) -> [SummaryCase.Requirement] {
    state.differences.compactMap { (pair, difference) in
      guard let left = initialPath(of: pair.left), let right = initialPath(of: pair.right),
        left != right
      else { return nil }
      return left < right
        ? .init(left, less: right, in: difference)
        : .init(right, less: left, in: difference.negated)
    }
  }

  /// Returns the path of what a symbol names, if that was somewhere at entry.
  private func initialPath(of symbol: SymbolID) -> AccessPath? {
    guard case .initial(let location, nil) = names[symbol] else { return nil }
    return path(ofValueIn: location)
  }

  func remember(
    _ difference: Interval, _ left: SymbolID, _ right: SymbolID, in state: inout AbstractState
  ) {
    let mirrored = SymbolPair(left: right, right: left)
    if state.differences[mirrored] != nil {
      state.differences[mirrored] = difference == .all ? nil : difference.negated
      return
    }
    let pair = SymbolPair(left: left, right: right)
    if difference == .all {
      state.differences[pair] = nil
    } else if state.differences.count < Self.maximumDifferences || state.differences[pair] != nil {
      state.differences[pair] = difference
    }
  }

  /// Returns what the difference of two values may be, if they are numbers.
  func difference(
    _ left: Value, _ right: Value, in state: AbstractState
  ) -> Interval? {
    guard left.isNumber, right.isNumber else { return nil }
    guard case .symbol(let l, let above) = left, case .symbol(let r, let below) = right else {
      return interval(of: left, in: state).minus(interval(of: right, in: state))
    }
    return difference(l, r, in: state).shifted(by: above &- below)
  }

  /// Adds to `result`, in which two states meet, what is known in both.
  mutating func joinDifferences(
    _ old: AbstractState, _ new: AbstractState, widening: Bool, into result: inout AbstractState
  ) {
    result.differences = [:]
    for pair in old.differences.keys {
      let (l, r) = (
        difference(pair.left, pair.right, in: old), difference(pair.left, pair.right, in: new)
      )
      remember(widening ? l.widened(by: r) : l.union(r), pair.left, pair.right, in: &result)
    }
    let variables = Set(result.memory.keys.compactMap { variable(of: $0) })
    let pairs = shape.compared.pairs(among: variables)
    spend(40 * pairs.count + 4 * variables.count)
    for (left, right) in pairs {
      guard let l = known(left, right, in: old), let r = known(left, right, in: new),
        let (first, above) = number(in: left, result),
        let (second, below) = number(in: right, result),
        first != second
      else { continue }
      let both = (widening ? l.widened(by: r) : l.union(r)).shifted(by: below &- above)
      if both != .all { remember(both, first, second, in: &result) }
    }
  }

  /// The variable that a location is, or is in.
  private func variable(of location: LocationID) -> Local.ID? {
    if case .local(let local) = names[names.root(of: location)] { local } else { nil }
  }

  /// Returns how far two places are apart that are compared, if what they hold is known.
  private mutating func known(
    _ left: Place, _ right: Place, in state: AbstractState
  ) -> Interval? {
    guard let l = held(by: left, in: state), let r = held(by: right, in: state) else { return nil }
    return difference(l, r, in: state)
  }

  /// Returns the number that is not known in a place, and what is added to it.
  private mutating func number(
    in place: Place, _ state: AbstractState
  ) -> (SymbolID, Int)? {
    guard case .symbol(let symbol, let offset)? = held(by: place, in: state) else { return nil }
    return (symbol, offset)
  }

  /// Returns what a place holds, if that is known without a look at what is unknown.
  private mutating func held(by place: Place, in state: AbstractState) -> Value? {
    guard let location = location(of: place, in: state) else { return nil }
    if let value = state.memory[location] { return value }
    guard case .pointee = names[names.root(of: location)] else { return nil }
    return .symbol(names.symbol(.initial(location, epoch: nil)), 0)
  }

  private mutating func location(of place: Place, in state: AbstractState) -> LocationID? {
    guard case .local(let local) = place.base else { return nil }
    var location = names.location(.local(local))
    for projection in place.projections {
      switch projection {
      case .dereference:
        guard case .pointer(let target, _)? = state.memory[location] else { return nil }
        location = target
      case .field(let name, let record):
        if program.records[record]?.isUnion == true || state.memory[location] != nil { return nil }
        location = names.part(of: location, .field(name))
      case .index: return nil
      }
    }
    return location
  }

  /// Returns how far a place that is about to get another name is from those that it is compared
  /// with.
  mutating func distances(
    from location: LocationID, in state: AbstractState
  ) -> [(other: SymbolID, distance: Interval)] {
    guard let variable = variable(of: location) else { return [] }
    var distances: [(other: SymbolID, distance: Interval)] = []
    for (left, right) in shape.compared.pairs(with: variable) {
      let isLeft = self.location(of: left, in: state) == location
      guard isLeft || self.location(of: right, in: state) == location,
        let distance = known(left, right, in: state), distance != .all,
        let (other, offset) = number(in: isLeft ? right : left, state)
      else { continue }
      distances.append((other, (isLeft ? distance : distance.negated).shifted(by: offset)))
    }
    return distances
  }

  /// Remembers distances of a number that has a new name.
  func remember(
    _ distances: [(other: SymbolID, distance: Interval)], of symbol: SymbolID,
    in state: inout AbstractState
  ) {
    for (other, distance) in distances where other != symbol {
      remember(distance, symbol, other, in: &state)
    }
  }

}
