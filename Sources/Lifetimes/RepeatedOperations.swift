import IR

/// Which operations a function may do again: only of these the results are worth remembering.
struct RepeatedOperations {

  /// What operations must have in common to give the same.
  private enum Kind: Hashable {
    case arithmetic(BinaryOperator, constant: Int?)
    case call(FunctionName)
  }

  /// How often each stands in the function; twice where it stands in a loop.
  private var counts: [Kind: Int] = [:]

  init(in function: Function, isInLoop: (BasicBlock.ID) -> Bool) {
    for (index, block) in function.blocks.enumerated() {
      let count = isInLoop(.init(index)) ? 2 : 1
      for instruction in block.instructions {
        if let kind = Self.kind(of: instruction) { counts[kind, default: 0] += count }
      }
    }
  }

  /// Whether what a symbol of this name stands for may be asked again, by the function itself or by
  /// one that it calls.
  func mayRepeat(_ name: SymbolName) -> Bool {
    switch name {
    case .computed(let operation, let left, let right):
      let constant = [left, right].first { $0.symbol == nil }?.offset
      return counts[.arithmetic(operation, constant: constant)] != 1
    case .applied(let function, _): return counts[.call(function)] != 1
    case .initial, .made, .merged, .kept, .floating: return true
    }
  }

  private static func kind(of instruction: Instruction) -> Kind? {
    switch instruction.kind {
    case .assign(_, .unary(.minus, _)): return .arithmetic(.subtract, constant: 0)
    case .assign(_, .unary(.bitwiseNot, _)): return .arithmetic(.bitwiseXor, constant: -1)
    case .assign(_, .binary(let operation, let left, let right)):
      return .arithmetic(
        operation.asComputed, constant: constant(left) ?? constant(right))
    case .call(let call):
      guard case .direct(let name) = call.callee else { return nil }
      return .call(name)
    case .assign, .storageLive, .storageDead, .opaque: return nil
    }
  }

  private static func constant(_ operand: Operand) -> Int? {
    switch operand {
    case .constant(let number): number
    case .floating(let number): Int(exactly: number)
    case .copy, .address, .function, .string, .unknown: nil
    }
  }

}

extension BinaryOperator {
  /// The operator by which the result is remembered: that of the opposite comparison is the same.
  fileprivate var asComputed: BinaryOperator {
    switch self {
    case .notEqual: .equal
    case .lessOrEqual, .greater, .greaterOrEqual: .less
    default: self
    }
  }
}
