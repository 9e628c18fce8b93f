import IR

// Floating-point numbers. Intervals are of integers, so that of two such numbers no more is known
// than how a test of them came out.

extension FunctionAnalyzer {

  /// Returns the value of a constant: the integer, if it is one.
  mutating func number(_ constant: Double) -> Value {
    if let whole = Int(exactly: constant) { return .constant(whole) }
    return .symbol(names.symbol(.floating(bits: constant.bitPattern)), 0)
  }

  /// Whether an operand is a floating-point number.
  func isFloating(_ operand: Operand) -> Bool {
    switch operand {
    case .floating: true
    case .copy(let place): place.type.isFloating
    case .address, .constant, .function, .string, .unknown: false
    }
  }

  /// Returns the result of an operation on floating-point numbers; `nil` if nothing is known of it.
  mutating func evaluateFloating(
    _ left: Value, _ operation: BinaryOperator, _ right: Value, in state: inout AbstractState
  ) -> Value? {
    if let l = double(left, in: state), let r = double(right, in: state) {
      if let holds = operation.compares(l, r) { return .constant(holds ? 1 : 0) }
      if let result = operation.result(l, r), result.isFinite { return number(result) }
    }
    switch operation {
    case .equal, .notEqual:
      // That a number is a whole one, or is not, is what intervals can tell.
      if case .constant = right { return compare(left, operation, right, in: state) }
      let equal = computed(left, .equal, right, .init(0, 1), in: &state)
      return equal.flatMap {
        compare($0, operation == .equal ? .notEqual : .equal, .null, in: state)
      }
    case .less: return less(left, right, isNegated: false, in: &state)
    case .greater: return less(right, left, isNegated: false, in: &state)
    // Of what is not a number both would be false.
    case .lessOrEqual: return less(right, left, isNegated: true, in: &state)
    case .greaterOrEqual: return less(left, right, isNegated: true, in: &state)
    default: return computed(left, operation, right, .all, in: &state)
    }
  }

  private mutating func less(
    _ left: Value, _ right: Value, isNegated: Bool, in state: inout AbstractState
  ) -> Value? {
    computed(left, .less, right, .init(0, 1), in: &state).flatMap {
      compare($0, isNegated ? .equal : .notEqual, .null, in: state)
    }
  }

  /// Returns the number that a value is, if that is known.
  func double(_ value: Value, in state: AbstractState) -> Double? {
    switch constant(value, in: state) {
    case .constant(let constant): return Double(exactly: constant)
    case .symbol(let symbol, 0):
      if case .floating(let bits) = names[symbol] { return Double(bitPattern: bits) }
      return nil
    default: return nil
    }
  }

}

extension BinaryOperator {

  /// Whether a comparison of two numbers holds; `nil` if this is none.
  fileprivate func compares(_ left: Double, _ right: Double) -> Bool? {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: nil
    }
  }

  /// The result of arithmetic on two numbers, if it is any.
  fileprivate func result(_ left: Double, _ right: Double) -> Double? {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    default: nil
    }
  }

}
