import IR

extension BinaryOperator {

  /// The operators that evaluate both operands, by their spelling.
  private static let spellings: [String: BinaryOperator] = [
    "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "%": .remainder, "<<": .shiftLeft,
    ">>": .shiftRight, "&": .bitwiseAnd, "|": .bitwiseOr, "^": .bitwiseXor, "==": .equal,
    "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
  ]

  /// The operator that is spelled so in C.
  init?(_ spelling: String) {
    guard let operation = Self.spellings[spelling] else { return nil }
    self = operation
  }

  /// Returns the value of the operator for two constants; `nil` where C does not define it.
  func apply(_ l: Int, _ r: Int, isSigned: Bool) -> Int? {
    switch self {
    case .add: return l &+ r
    case .subtract: return l &- r
    case .multiply: return l &* r
    case .divide: return r == 0 || (l == .min && r == -1) || (!isSigned && l < 0) ? nil : l / r
    case .remainder: return r == 0 || (l == .min && r == -1) || (!isSigned && l < 0) ? nil : l % r
    case .shiftLeft: return (0 ..< 64).contains(r) ? l << r : nil
    case .shiftRight: return (0 ..< 64).contains(r) && (isSigned || l >= 0) ? l >> r : nil
    case .bitwiseAnd: return l & r
    case .bitwiseOr: return l | r
    case .bitwiseXor: return l ^ r
    case .equal: return l == r ? 1 : 0
    case .notEqual: return l != r ? 1 : 0
    case .unknown: return nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard isSigned || (l >= 0 && r >= 0) else { return nil }
      return compare(l, r) ? 1 : 0
    }
  }

  /// Whether the relation holds between two numbers.
  private func compare(_ l: Int, _ r: Int) -> Bool {
    switch self {
    case .less: l < r
    case .lessOrEqual: l <= r
    case .greater: l > r
    default: l >= r
    }
  }

}
