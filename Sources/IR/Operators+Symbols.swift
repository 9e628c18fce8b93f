extension UnaryOperator {

  /// The operator as C spells it.
  public var symbol: String {
    switch self {
    case .minus: "-"
    case .bitwiseNot: "~"
    case .logicalNot: "!"
    case .unknown: "(?)"
    }
  }

}

extension BinaryOperator {

  /// The operator as C spells it.
  public var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .remainder: "%"
    case .shiftLeft: "<<"
    case .shiftRight: ">>"
    case .bitwiseAnd: "&"
    case .bitwiseOr: "|"
    case .bitwiseXor: "^"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .unknown: "(?)"
    }
  }

}
