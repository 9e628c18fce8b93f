import Clang
import IR
import Source

// Operands whose order of evaluation C leaves open.

extension Lowerer {

  /// Evaluates operands whose order is open, and returns their values.
  ///
  /// Where the order can matter, both orders are lowered.
  mutating func values(of operands: [SyntaxNode], at cursor: Cursor) -> [Operand] {
    if operands.count == 1 { return [value(of: operands[0])] }
    guard conflict(operands) else { return valuesFromLeft(operands) }
    return valuesInBothOrders(operands, at: range(of: cursor))
  }

  /// Whether the order of evaluation can matter: one operand calls, and another one calls or reads
  /// memory through a pointer.
  func conflict(_ operands: [SyntaxNode]) -> Bool {
    guard !body.isDuplicating, !body.isTerminated else { return false }
    let calls = operands.reduce(0) { $0 + ($1.effects.contains(.calls) ? 1 : 0) }
    if calls != 1 { return calls > 1 }
    return operands.contains {
      !$0.effects.contains(.calls) && $0.effects.contains(.readsMemory)
    }
  }

  /// Evaluates operands from left to right. A variable that a later operand could change is copied.
  private mutating func valuesFromLeft(_ operands: [SyntaxNode]) -> [Operand] {
    let last = operands.lastIndex { $0.effects.hasSideEffects } ?? 0
    let isVolatile = changesVariables(operands)
    var values: [Operand] = []
    for (index, operand) in operands.enumerated() {
      let value = value(of: operand)
      let isKept = index >= last || (operand.isLocal && !isVolatile)
      values.append(isKept ? value : preserved(value, of: operand))
    }
    return values
  }

  /// Whether the operands can change local variables that they name.
  private func changesVariables(_ operands: [SyntaxNode]) -> Bool {
    operands.contains { !$0.effects.isDisjoint(with: [.writes, .takesAddresses]) }
  }

  /// Returns a value that later writes to variables do not change.
  mutating func preserved(_ value: Operand, of node: SyntaxNode) -> Operand {
    guard case .copy(let place) = value else { return value }
    if case .local(let local) = place.base, body.locals[local.index].kind == .temporary {
      return value
    }
    return .copy(copied(value, type: node.type, at: range(of: node.cursor)))
  }

  /// Evaluates operands in both orders, on two paths that join again.
  private mutating func valuesInBothOrders(
    _ operands: [SyntaxNode], at range: SourceRange
  ) -> [Operand] {
    let isVolatile = changesVariables(operands)
    let results = operands.map { !isVolatile && $0.isLocal ? nil : resultPlace(of: $0) }
    let forward = body.makeBlock()
    let backward = body.makeBlock()
    let end = body.makeBlock()
    body.isDuplicating = true
    body.terminate(.anyOf([forward, backward]), at: range)
    for (block, order) in [
      (forward, Array(operands.indices)), (backward, operands.indices.reversed()),
    ] {
      body.enter(block)
      onSomePaths(at: operands[0].cursor) { (lowerer) in
        for index in order {
          if let result = results[index] { lowerer.store(operands[index], to: result) }
        }
      }
      body.terminate(.jump(end), at: range)
    }
    body.isDuplicating = false
    body.enter(end)
    return zip(operands, results).map { (operand, result) in
      result.map { .copy($0) } ?? value(of: operand)
    }
  }

  /// Returns a temporary for the value of an operand; `nil` if it is the same in any order.
  private mutating func resultPlace(of node: SyntaxNode) -> Place? {
    switch node.kind {
    case .constant, .floating, .unknown, .string, .function, .labelAddress: return nil
    case .address(let operand) where operand.placeOperands.isEmpty && operand.isPlace: return nil
    case .decay(let operand) where operand.placeOperands.isEmpty && operand.isPlace: return nil
    default:
      if case .void = node.type.unaliased { return nil }
      return body.makeTemporary(node.type, at: range(of: node.cursor))
    }
  }

}
