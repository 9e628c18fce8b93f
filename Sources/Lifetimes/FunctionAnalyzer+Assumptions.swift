import IR

extension FunctionAnalyzer {

  /// Restricts `state` to the executions in which `comparison` holds; returns whether there are
  /// any.
  mutating func assume(_ comparison: Comparison, in state: inout AbstractState) -> Bool {
    if let known = decide(comparison, in: state) { return known }
    let plain = comparison.isNegated ? comparison.negated : comparison
    let holds = !comparison.isNegated
    if let entity = plain.left.entity, plain.right.entity == nil {
      return restrict(
        entity,
        to: Self.solutions(plain.relation, holds, plain.right.offset)
          .shifted(by: -plain.left.offset), exact: plain, holds, in: &state)
    }
    if let entity = plain.right.entity, plain.left.entity == nil {
      return restrict(
        entity,
        to: Self.mirroredSolutions(plain.relation, holds, plain.left.offset)
          .shifted(by: -plain.right.offset), exact: plain, holds, in: &state)
    }
    guard case .symbol(let left)? = plain.left.entity,
      case .symbol(let right)? = plain.right.entity
    else {
      state.decide(plain, holds)
      return relate(plain, holds, in: &state)
    }
    let apart = plain.right.offset &- plain.left.offset
    let difference = Self.solutions(plain.relation, holds, apart)
    if difference == .all { state.decide(plain, holds) }
    return restrict(left, less: right, to: difference, in: &state)
      && relate(plain, holds, in: &state)
  }

  /// The integers `x` for which `x REL constant` is `holds`.
  private static func solutions(
    _ relation: Comparison.Relation, _ holds: Bool, _ constant: Int
  ) -> Interval {
    switch (relation, holds) {
    case (.equal, true): .init(constant)
    case (.equal, false): constant == 0 ? .nonzero : .all
    case (.less, true): .init(Int.min, constant == Int.min ? constant : constant - 1)
    case (.less, false): .init(constant, Int.max)
    case (.lessOrEqual, true): .init(Int.min, constant)
    case (.lessOrEqual, false): .init(constant == Int.max ? constant : constant + 1, Int.max)
    }
  }

  /// The integers `x` for which `constant REL x` is `holds`.
  private static func mirroredSolutions(
    _ relation: Comparison.Relation, _ holds: Bool, _ constant: Int
  ) -> Interval {
    switch relation {
    case .equal: solutions(.equal, holds, constant)
    case .less: solutions(.lessOrEqual, !holds, constant)
    case .lessOrEqual: solutions(.less, !holds, constant)
    }
  }

  /// Restricts an entity to an interval. What an interval cannot say is remembered as `comparison`.
  private mutating func restrict(
    _ entity: Entity, to interval: Interval, exact comparison: Comparison, _ holds: Bool,
    in state: inout AbstractState
  ) -> Bool {
    let result = trimmed(
      self.interval(of: entity, in: state).intersection(interval), of: entity, in: state)
    if result.isEmpty { return false }
    switch entity {
    case .symbol, .memory:
      if interval == .all && comparison.relation == .equal {
        let trimmed = Self.trimmed(result, without: comparison, holds)
        state.intervals[entity] = trimmed
        if trimmed == result { state.decide(comparison, holds) }
        return !trimmed.isEmpty
      }
      state.intervals[entity] = result
    case .object(let object):
      set(nullness: Self.nullness(of: result), of: object, in: &state)
    case .loan(let loan):
      state.loans[loan]?.nullness = Self.nullness(of: result)
    }
    return true
  }

  /// Takes the numbers off the ends of an interval of which branches found that an entity is none.
  private func trimmed(
    _ interval: Interval, of entity: Entity, in state: AbstractState
  ) -> Interval {
    if state.decided.isEmpty { return interval }
    let excluded = state.decided.compactMap { (comparison, holds) -> Int? in
      guard !holds, comparison.relation == .equal, comparison.left.entity == entity,
        comparison.right.entity == nil
      else { return nil }
      return comparison.right.offset &- comparison.left.offset
    }
    var interval = interval
    while !interval.isEmpty,
      let end = excluded.first(where: { $0 == interval.lower || $0 == interval.upper })
    {
      interval = interval.intersection(
        end == interval.lower ? .init(end &+ 1, Int.max) : .init(Int.min, end &- 1))
    }
    return interval
  }

  /// Takes the excluded value off an end of an interval.
  private static func trimmed(
    _ interval: Interval, without comparison: Comparison, _ holds: Bool
  ) -> Interval {
    guard !holds else { return interval }
    let value = comparison.right.offset &- comparison.left.offset
    if interval.lower == value { return .init(value &+ 1, interval.upper) }
    if interval.upper == value { return .init(interval.lower, value &- 1) }
    return interval
  }

  static func nullness(of interval: Interval) -> ObjectState.Nullness {
    if interval == .init(0) { return .null }
    return interval.contains(0) ? .unknown : .nonnull
  }

  /// Uses what is known of either side of a comparison of two entities for the other.
  private mutating func relate(
    _ comparison: Comparison, _ holds: Bool, in state: inout AbstractState
  ) -> Bool {
    guard case .symbol? = comparison.left.entity, case .symbol? = comparison.right.entity,
      let left = comparison.left.entity, let right = comparison.right.entity
    else { return true }
    let l = interval(of: left, in: state).shifted(by: comparison.left.offset)
    let r = interval(of: right, in: state).shifted(by: comparison.right.offset)
    var (newLeft, newRight) = (Interval.all, Interval.all)
    switch (comparison.relation, holds) {
    case (.equal, true): (newLeft, newRight) = (r, l)
    case (.equal, false): break
    case (.less, true):
      newLeft = Self.solutions(.less, true, r.upper)
      newRight = Self.mirroredSolutions(.less, true, l.lower)
    case (.less, false):
      newLeft = Interval(r.lower, Int.max)
      newRight = Interval(Int.min, l.upper)
    case (.lessOrEqual, true):
      newLeft = Interval(Int.min, r.upper)
      newRight = Interval(l.lower, Int.max)
    case (.lessOrEqual, false):
      newLeft = Self.mirroredSolutions(.less, true, r.lower)
      newRight = Self.solutions(.less, true, l.upper)
    }
    let finalLeft = trimmed(
      interval(of: left, in: state)
        .intersection(newLeft.shifted(by: -comparison.left.offset)), of: left, in: state)
    let finalRight = trimmed(
      interval(of: right, in: state)
        .intersection(newRight.shifted(by: -comparison.right.offset)), of: right, in: state)
    state.intervals[left] = finalLeft
    state.intervals[right] = finalRight
    return !finalLeft.isEmpty && !finalRight.isEmpty
  }

  /// Records whether an object is null.
  mutating func set(
    nullness: ObjectState.Nullness, of object: ObjectID, in state: inout AbstractState
  ) {
    let original = state.objects[object]?.nullLike ?? object
    for (other, old) in state.objects
    where other == object || other == original || old.nullLike == original {
      state.objects[other]?.nullness = nullness
      if nullness == .nonnull { state.objects[other]?.canFail = false }
      guard nullness == .null else { continue }
      for (loan, loanState) in state.loans where loanState.handle == other {
        state.loans[loan]?.isUncertain = true
      }
    }
  }

  /// Returns the states that result if `value` is not zero, and if it is.
  mutating func split(
    _ value: Value, in state: AbstractState
  ) -> (nonzero: AbstractState?, zero: AbstractState?) {
    switch truth(of: value, in: state) {
    case .known(let isNonzero): return isNonzero ? (state, nil) : (nil, state)
    case .open: return (state, state)
    case .comparison(let comparison):
      var (nonzero, zero) = (state, state)
      let canBeNonzero = assume(comparison, in: &nonzero)
      let canBeZero = assume(comparison.negated, in: &zero)
      return (canBeNonzero ? nonzero : nil, canBeZero ? zero : nil)
    }
  }

  /// Restricts `state` to the executions in which `value` is in `interval`; returns whether there
  /// are any.
  mutating func assume(
    _ value: Value, in interval: Interval, in state: inout AbstractState
  ) -> Bool {
    switch value {
    case .constant(let constant): return interval.contains(constant)
    case .function: return interval != .init(0)
    case .truth(let comparison):
      if !interval.contains(0) { return assume(comparison, in: &state) }
      if !interval.contains(1) { return assume(comparison.negated, in: &state) }
      return true
    case .unknown, .anyOf, .copy: return true
    case .symbol, .object, .pointer: break
    }
    guard let term = term(for: value), let entity = term.entity else {
      return !interval.intersection(.nonzero).isEmpty
    }
    let result = trimmed(
      self.interval(of: entity, in: state)
        .intersection(interval.shifted(by: -term.offset)), of: entity, in: state)
    if result.isEmpty || isDecided(against: interval, of: term, in: state) { return false }
    switch entity {
    case .symbol, .memory: state.intervals[entity] = result
    case .object(let object): set(nullness: Self.nullness(of: result), of: object, in: &state)
    case .loan(let loan): state.loans[loan]?.nullness = Self.nullness(of: result)
    }
    return true
  }

  /// Whether a branch found that a value is not the only one in an interval.
  func isDecided(
    against interval: Interval, of term: Comparison.Term, in state: AbstractState
  ) -> Bool {
    guard let constant = interval.singleValue else { return false }
    let comparison = Comparison(
      left: term, relation: .equal, right: .init(entity: nil, offset: constant), isNegated: false)
    return state.decided[comparison] == false
  }

}
