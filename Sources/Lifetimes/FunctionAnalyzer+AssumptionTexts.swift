import IR

// What a branch assumes, in words: conditions as the source writes them.

extension FunctionAnalyzer {

  /// Returns what is assumed behind the branch on `operand`, which has `value`.
  func describeAssumption(
    _ operand: Operand, _ value: Value, _ holds: Bool, in state: AbstractState
  ) -> String {
    let fact = fact(operand, holds) ?? fact(about: value, holds, in: state)
    return "assuming \(fact ?? "the condition is \(holds)")"
  }

  /// Returns what is assumed in a case of a `switch`; `values` are `nil` in the default.
  func describeChoice(of operand: Operand, _ values: ClosedRange<Int>?) -> String {
    let name = text(of: operand).map { "'\($0)'" } ?? "the value"
    guard let values else { return "assuming \(name) is none of the cases" }
    return values.count == 1
      ? "assuming \(name) is \(values.lowerBound)"
      : "assuming \(name) is between \(values.lowerBound) and \(values.upperBound)"
  }

  /// Returns what holds if `operand` is true, or is not, by its expression; `nil` if that has no
  /// text.
  private func fact(_ operand: Operand, _ holds: Bool) -> String? {
    let source = shape.definitions.source(of: operand)
    switch shape.definitions.instruction(behind: source) {
    case .assign(_, .unary(.logicalNot, let inner))?: return fact(inner, !holds)
    case .assign(_, .binary(let operation, let left, let right))?:
      guard let opposite = operation.opposite else { break }
      return fact(left, holds ? operation : opposite, right)
        ?? text(of: source).map { "'\($0)' is \(holds)" }
    default: break
    }
    return text(of: source).map {
      "'\($0)' is \(holds ? "not " : "")\(canBeNull(source) ? "null" : "0")"
    }
  }

  /// Returns a comparison in words; `nil` if a side has no text.
  private func fact(_ left: Operand, _ operation: BinaryOperator, _ right: Operand) -> String? {
    let (l, r) = (shape.definitions.source(of: left), shape.definitions.source(of: right))
    if text(ofConstant: l) != nil {
      if text(ofConstant: r) != nil { return nil }
      return operation.mirrored.flatMap { fact(r, $0, l) }
    }
    guard let name = text(of: l), let words = operation.words else { return nil }
    guard let constant = text(ofConstant: r) else {
      let isEquality = operation == .equal || operation == .notEqual
      return text(of: r).map { "'\(name)' \(words)\(isEquality ? " equal to" : "") '\($0)'" }
    }
    return "'\(name)' \(words) \(r == .constant(0) && canBeNull(l) ? "null" : constant)"
  }

  /// Returns a number as it is written; `nil` if an operand is none.
  private func text(ofConstant operand: Operand) -> String? {
    switch operand {
    case .constant(let number): String(number)
    case .floating(let number): String(number)
    case .copy, .address, .function, .string, .unknown: nil
    }
  }

  /// Returns what holds of a value by the variables that hold it; `nil` if none do.
  private func fact(about value: Value, _ holds: Bool, in state: AbstractState) -> String? {
    guard case .comparison(let comparison) = truth(of: value, in: state),
      comparison.right.entity == nil, comparison.relation == .equal,
      let entity = comparison.left.entity, let name = describe(entity, in: state)?.quoted()
    else { return nil }
    let words = holds != comparison.isNegated ? "is" : "is not"
    let constant = comparison.right.offset &- comparison.left.offset
    if case .symbol = entity { return "\(name) \(words) \(constant)" }
    return "\(name) \(words) null"
  }

  /// Whether zero is called null for such an operand.
  private func canBeNull(_ operand: Operand) -> Bool {
    switch operand {
    case .copy(let place):
      let visible = visible(place)
      return visible != place || place.type.isPointer || runtime.role(of: place.type) == .handle
    case .address, .function, .string: return true
    case .constant, .floating, .unknown: return false
    }
  }

  /// Returns the variable that holds an entity.
  private func describe(_ entity: Entity, in state: AbstractState) -> Designation? {
    let holders = state.memory.compactMap { (location, value) -> LocationID? in
      guard case .local(let local) = names[names.root(of: location)],
        function[local].kind != .temporary, let term = term(for: value), term.entity == entity,
        term.offset == 0
      else { return nil }
      return location
    }
    if let first = holders.min() { return describe(first) }
    guard case .object(let object) = entity else { return nil }
    return describe(object, in: state)
  }

}

extension BinaryOperator {

  /// The comparison that holds when this does not; `nil` if this is none.
  fileprivate var opposite: BinaryOperator? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    default: nil
    }
  }

  /// The comparison with its sides exchanged; `nil` if this is none.
  fileprivate var mirrored: BinaryOperator? {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: nil
    }
  }

  /// A comparison in words; `nil` if this is none.
  fileprivate var words: String? {
    switch self {
    case .equal: "is"
    case .notEqual: "is not"
    case .less: "is less than"
    case .lessOrEqual: "is at most"
    case .greater: "is greater than"
    case .greaterOrEqual: "is at least"
    default: nil
    }
  }

}
