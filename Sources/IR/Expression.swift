/// What an assignment computes.
public enum Expression: Hashable, Sendable {
  case operand(Operand)
  case unary(UnaryOperator, Operand)
  /// Arithmetic, comparison, or pointer arithmetic (a pointer on either side).
  case binary(BinaryOperator, Operand, Operand)
  case cast(Operand, to: Type)
  /// All bytes zero: `= {0}`, static storage, and members that an initialiser leaves out.
  case zero

  /// The operand, if the expression is one, perhaps in another type.
  public var operand: Operand? {
    switch self {
    case .operand(let operand), .cast(let operand, _): operand
    case .unary, .binary, .zero: nil
    }
  }

  /// The operands, from left to right.
  public var operands: [Operand] {
    switch self {
    case .operand(let operand), .cast(let operand, _), .unary(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .zero: []
    }
  }
}

/// A unary operator that does not change its operand.
public enum UnaryOperator: UInt8, Hashable, Sendable {
  case minus, bitwiseNot, logicalNot
  /// `__real`, `__imag` and operators that could not be told.
  case unknown
}

/// A binary operator that evaluates both operands.
public enum BinaryOperator: UInt8, Hashable, Sendable, Codable {
  case add, subtract, multiply, divide, remainder
  case shiftLeft, shiftRight, bitwiseAnd, bitwiseOr, bitwiseXor
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  /// An operator that could not be told from the source (libclang 14–16, inside macros).
  case unknown
}
