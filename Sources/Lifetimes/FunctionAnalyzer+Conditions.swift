import IR
import Source

extension FunctionAnalyzer {

  /// Whether a value is not zero: known, decided by a comparison, or (`nil`) not known.
  enum Truth {
    case known(Bool)
    case comparison(Comparison)
    case open
  }

  /// Returns whether `value` is not zero.
  func truth(of value: Value, in state: AbstractState) -> Truth {
    switch value {
    case .constant(let constant): return .known(constant != 0)
    case .truth(let comparison): return .comparison(comparison)
    case .function: return .known(true)
    case .unknown, .anyOf, .copy: return .open
    case .symbol, .object, .pointer:
      guard let term = term(for: value) else { return .known(true) }
      return .comparison(
        Comparison(
          left: term, relation: .equal, right: .init(entity: nil, offset: 0), isNegated: true))
    }
  }

  /// Returns what can be compared of a value; `nil` if it is certainly not zero and nothing else.
  func term(for value: Value) -> Comparison.Term? {
    switch value {
    case .constant(let constant): return .init(entity: nil, offset: constant)
    case .symbol(let symbol, let offset): return .init(entity: .symbol(symbol), offset: offset)
    case .object(let object): return .init(entity: .object(object), offset: 0)
    case .pointer(_, let loan?): return .init(entity: .loan(loan), offset: 0)
    case .pointer(let location, nil):
      let root = names.root(of: location)
      switch names[root] {
      case .pointee, .heap, .context: return .init(entity: .memory(root), offset: 0)
      case .local, .global, .keeper, .content, .string, .part: return nil
      }
    case .unknown, .truth, .anyOf, .function, .copy: return nil
    }
  }

  /// Returns the value of a comparison.
  func compare(
    _ left: Value, _ operation: BinaryOperator, _ right: Value, in state: AbstractState
  ) -> Value? {
    if case .truth(let comparison) = left, let value = compareTruth(comparison, operation, right) {
      return value
    }
    if case .constant = left, case .truth(let comparison) = right,
      let value = compareTruth(comparison, operation, left)
    {
      return value
    }
    if case .function = left, case .function = right {
      return compare(.constant(0), operation, .constant(left == right ? 0 : 1), in: state)
    }
    if case .pointer(let l, _) = left, case .pointer(let r, _) = right {
      if l == r && !names.standsForSeveral(l) {
        return compare(.constant(0), operation, .constant(0), in: state)
      }
      if let (left, right) = indices(l, r) { return compare(left, operation, right, in: state) }
      // Where else two pointers into the same memory point is not compared.
      if names.root(of: l) == names.root(of: r) { return nil }
    }
    guard let l = term(for: constant(left, in: state)),
      let r = term(for: constant(right, in: state))
    else { return compareNonzero(left, operation, right) }
    guard let comparison = Self.comparison(l, operation, r) else { return nil }
    if let known = decide(comparison, in: state) { return .constant(known ? 1 : 0) }
    return .truth(comparison)
  }

  /// The indices of two elements of one array, if both are told by a constant or a symbol.
  private func indices(
    _ left: LocationID, _ right: LocationID
  ) -> (left: Value, right: Value)? {
    func split(_ location: LocationID) -> (array: LocationID, index: Value)? {
      switch names[location] {
      case .part(let array, .index(let index)): (array, .constant(index))
      case .part(let array, .symbolic(let symbol, let offset)): (array, .symbol(symbol, offset))
      case .part(_, .anyIndex): nil
      case .part, .local, .global, .keeper, .pointee, .content, .heap, .context, .string:
        (location, .constant(0))
      }
    }
    guard let l = split(left), let r = split(right), l.array == r.array else { return nil }
    return (l.index, r.index)
  }

  /// Compares something that is certainly not zero with zero.
  private func compareNonzero(
    _ left: Value, _ operation: BinaryOperator, _ right: Value
  ) -> Value? {
    let isNonzero: (Value) -> Bool = {
      switch $0 {
      case .function: true
      case .pointer: self.term(for: $0) == nil
      default: false
      }
    }
    guard isNonzero(left) && right == .null || isNonzero(right) && left == .null else {
      return nil
    }
    return operation == .equal ? .constant(0) : operation == .notEqual ? .constant(1) : nil
  }

  /// Compares a truth value, which is 0 or 1, with a constant.
  private func compareTruth(
    _ comparison: Comparison, _ operation: BinaryOperator, _ other: Value
  ) -> Value? {
    guard case .constant(let constant) = other else { return nil }
    switch (operation, constant) {
    case (.equal, 0), (.notEqual, 1): return .truth(comparison.negated)
    case (.equal, 1), (.notEqual, 0): return .truth(comparison)
    default: return nil
    }
  }

  private static func comparison(
    _ left: Comparison.Term, _ operation: BinaryOperator, _ right: Comparison.Term
  ) -> Comparison? {
    switch operation {
    case .equal: .init(left: left, relation: .equal, right: right, isNegated: false)
    case .notEqual: .init(left: left, relation: .equal, right: right, isNegated: true)
    case .less: .init(left: left, relation: .less, right: right, isNegated: false)
    case .lessOrEqual: .init(left: left, relation: .lessOrEqual, right: right, isNegated: false)
    case .greater: .init(left: left, relation: .lessOrEqual, right: right, isNegated: true)
    case .greaterOrEqual: .init(left: left, relation: .less, right: right, isNegated: true)
    default: nil
    }
  }

  /// Returns the integers that an entity may be.
  func interval(of entity: Entity, in state: AbstractState) -> Interval {
    switch entity {
    case .symbol, .memory: return state.intervals[entity] ?? .all
    case .object(let object): return Self.interval(of: state.objects[object]?.nullness)
    case .loan(let loan): return Self.interval(of: state.loans[loan]?.nullness)
    }
  }

  private static func interval(of nullness: ObjectState.Nullness?) -> Interval {
    switch nullness {
    case .null: .init(0)
    case .nonnull: .nonzero
    case .unknown, nil: .all
    }
  }

  private func interval(of term: Comparison.Term, in state: AbstractState) -> Interval {
    guard let entity = term.entity else { return .init(term.offset) }
    return interval(of: entity, in: state).shifted(by: term.offset)
  }

  /// Returns whether a comparison holds, if that is known.
  func decide(_ comparison: Comparison, in state: AbstractState) -> Bool? {
    var plain = comparison
    if comparison.isNegated { plain = comparison.negated }
    guard let holds = decidePlain(plain, in: state) else { return nil }
    return holds != comparison.isNegated
  }

  private func decidePlain(_ comparison: Comparison, in state: AbstractState) -> Bool? {
    if comparison.left.entity == comparison.right.entity {
      let (l, r) = (comparison.left.offset, comparison.right.offset)
      switch comparison.relation {
      case .equal: return l == r
      case .less: return l < r
      case .lessOrEqual: return l <= r
      }
    }
    if let known = state.decided[comparison] { return known }
    if let difference = difference(comparison.left, comparison.right, in: state),
      let known = decide(comparison.relation, difference, .init(0))
    {
      return known
    }
    return decide(
      comparison.relation, interval(of: comparison.left, in: state),
      interval(of: comparison.right, in: state))
  }

  /// Returns whether a relation holds between any two integers of two intervals, if that is so for
  /// all of them.
  private func decide(
    _ relation: Comparison.Relation, _ left: Interval, _ right: Interval
  ) -> Bool? {
    switch relation {
    case .equal:
      if left.intersection(right).isEmpty { return false }
      if let l = left.singleValue, l == right.singleValue { return true }
    case .less:
      if left.upper < right.lower { return true }
      if left.lower >= right.upper { return false }
    case .lessOrEqual:
      if left.upper <= right.lower { return true }
      if left.lower > right.upper { return false }
    }
    return nil
  }

}
