import IR
import Source

/// `&` and `|` of null tests: one flag for several results.
extension FunctionAnalyzer {

  /// Returns the states in which the null tests that an operation combines are known to hold or
  /// not, as far as its result depends on them.
  mutating func decided(
    _ operation: BinaryOperator, _ left: Operand, _ right: Operand, at point: ProgramPoint,
    range: SourceRange, in state: AbstractState
  ) -> [AbstractState] {
    guard operation == .bitwiseAnd || operation == .bitwiseOr else { return [state] }
    var results: [AbstractState] = []
    for state in decided(left, slot: 0, at: point, range, in: state) {
      if operation.decided(by: flag(left, in: state), or: flag(right, in: state)) != nil {
        results.append(state)
      } else {
        results += decided(right, slot: 2, at: point, range, in: state)
      }
    }
    return results
  }

  /// Returns the states in which a null test is known to hold, and known not to.
  private mutating func decided(
    _ operand: Operand, slot: Int, at point: ProgramPoint, _ range: SourceRange,
    in state: AbstractState
  ) -> [AbstractState] {
    guard let location = variable(operand), let value = state.memory[location],
      case .truth(let comparison) = value, comparison.isNullTest
    else { return [state] }
    let (holds, fails) = split(value, in: state)
    return [(holds, 1), (fails, 0)].compactMap { (result, constant) in
      guard var result else { return nil }
      let assumption = cause(at: point, slot: slot + constant, range: range) {
        .assumed($0.describeAssumption(operand, value, constant == 1, in: state))
      }
      result.trace.append(assumption)
      result.memory[location] = .constant(constant)
      return result
    }
  }

  private func flag(_ operand: Operand, in state: AbstractState) -> Value {
    if case .constant(let constant) = operand { return .constant(constant) }
    return variable(operand).flatMap { state.memory[$0] } ?? .unknown
  }

  /// The variable that an operand copies.
  private func variable(_ operand: Operand) -> LocationID? {
    guard case .copy(let place) = operand, place.projections.isEmpty,
      case .local(let local) = place.base
    else { return nil }
    return names.location(existing: .local(local))
  }

}

extension Comparison {
  /// Whether this compares something that can be null with null.
  fileprivate var isNullTest: Bool {
    switch left.entity {
    case .object, .loan, .memory: relation == .equal && right.entity == nil && right.offset == 0
    case .symbol, nil: false
    }
  }
}

extension BinaryOperator {
  /// The result of `&` or `|` on two flags where one of them tells it.
  func decided(by left: Value, or right: Value) -> Int? {
    switch self {
    case .bitwiseAnd: left == .constant(0) || right == .constant(0) ? 0 : nil
    case .bitwiseOr: left.isFlag && right.isFlag && (left.isSet || right.isSet) ? 1 : nil
    default: nil
    }
  }
}

extension Value {

  /// Whether this is 0 or 1.
  fileprivate var isFlag: Bool {
    switch self {
    case .constant(let constant): constant == 0 || constant == 1
    case .truth: true
    case .unknown, .symbol, .pointer, .object, .anyOf, .function, .copy: false
    }
  }

  fileprivate var isSet: Bool { self == .constant(1) }

  /// Whether this is a number that is known.
  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// Whether this is a number of which something is known.
  var isNumber: Bool {
    switch self {
    case .constant, .symbol: true
    case .unknown, .truth, .pointer, .object, .anyOf, .function, .copy: false
    }
  }

}
