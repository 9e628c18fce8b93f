import Clang
import IR
import Source

// Expressions that branch.

extension Lowerer {

  /// Evaluates a condition and branches on it.
  mutating func branch(on node: SyntaxNode, nonzero: BasicBlock.ID, zero: BasicBlock.ID) {
    let done: Void? = nested(at: node.cursor) { (lowerer) in
      lowerer.branchOnKind(node, nonzero: nonzero, zero: zero)
    }
    if done == nil { body.terminate(.anyOf([nonzero, zero]), at: body.statementRange) }
  }

  /// Branches on a condition by its kind.
  private mutating func branchOnKind(
    _ node: SyntaxNode, nonzero: BasicBlock.ID, zero: BasicBlock.ID
  ) {
    switch node.kind {
    case .constant(let value):
      body.terminate(.jump(value != 0 ? nonzero : zero), at: range(of: node.cursor))
    case .unary(.logicalNot, let operand): branch(on: operand, nonzero: zero, zero: nonzero)
    case .logical(let operation, let first, let second):
      let next = body.makeBlock()
      switch operation {
      case .and: branch(on: first, nonzero: next, zero: zero)
      case .or: branch(on: first, nonzero: nonzero, zero: next)
      }
      body.enter(next)
      onSomePaths(at: second.cursor) { $0.branch(on: second, nonzero: nonzero, zero: zero) }
    case .conditional(let condition, let first, let second):
      let firstBlock = body.makeBlock()
      let secondBlock = body.makeBlock()
      branch(on: condition, nonzero: firstBlock, zero: secondBlock)
      onSomePaths(at: node.cursor) { (lowerer) in
        lowerer.body.enter(firstBlock)
        lowerer.branch(on: first, nonzero: nonzero, zero: zero)
        lowerer.body.enter(secondBlock)
        lowerer.branch(on: second, nonzero: nonzero, zero: zero)
      }
    case .comma(let first, let second):
      evaluate(first)
      branch(on: second, nonzero: nonzero, zero: zero)
    case .conversion(let operand) where isTruthPreserving(node, operand):
      branch(on: operand, nonzero: nonzero, zero: zero)
    case .function, .string:
      body.terminate(.jump(nonzero), at: range(of: node.cursor))
    default:
      let operand = value(of: node)
      body.terminate(.branch(operand, nonzero: nonzero, zero: zero), at: range(of: node.cursor))
    }
  }

  /// Whether a conversion is zero exactly if its operand is.
  private func isTruthPreserving(_ node: SyntaxNode, _ operand: SyntaxNode) -> Bool {
    if case .integer(bits: 1, _) = node.type.unaliased { return true }
    return node.type.isPointer && operand.type.isPointer
  }

  /// Evaluates an expression that branches, and returns its value in a temporary.
  mutating func joined(_ node: SyntaxNode) -> Operand {
    if case .void = node.type.unaliased {
      evaluate(node)
      return .unknown
    }
    let result = body.makeTemporary(node.type, at: range(of: node.cursor))
    storeJoined(node, to: result)
    return .copy(result)
  }

  /// Evaluates an expression that branches; each path writes its value to a place.
  mutating func storeJoined(_ node: SyntaxNode, to place: Place) {
    let end = body.makeBlock()
    switch node.kind {
    case .conditional(let condition, let nonzero, let zero):
      storeArms(condition, to: place, end: end, { $0.store(nonzero, to: place) }) {
        $0.store(zero, to: place)
      }
    case .logical:
      let range = range(of: node.cursor)
      storeArms(
        node, to: place, end: end,
        { $0.body.append(.assign(place, .operand(.constant(1))), at: range) }
      ) { $0.body.append(.assign(place, .operand(.constant(0))), at: range) }
    case .fallback(let condition, let otherwise): storeFallback(condition, otherwise, place, end)
    default: store(node, to: place)
    }
    body.jump(andEnter: end, at: range(of: node.cursor))
  }

  /// Branches on a condition, with something else to do on each side.
  private mutating func storeArms(
    _ condition: SyntaxNode, to place: Place, end: BasicBlock.ID,
    _ nonzero: (inout Lowerer) -> Void, _ zero: (inout Lowerer) -> Void
  ) {
    let nonzeroBlock = body.makeBlock()
    let zeroBlock = body.makeBlock()
    let range = range(of: condition.cursor)
    branch(on: condition, nonzero: nonzeroBlock, zero: zeroBlock)
    onSomePaths(at: condition.cursor) { (lowerer) in
      lowerer.body.enter(nonzeroBlock)
      nonzero(&lowerer)
      lowerer.body.terminate(.jump(end), at: range)
      lowerer.body.enter(zeroBlock)
      zero(&lowerer)
    }
  }

  /// Evaluates `a ?: b`, with `a` evaluated once.
  private mutating func storeFallback(
    _ condition: SyntaxNode, _ otherwise: SyntaxNode, _ place: Place, _ end: BasicBlock.ID
  ) {
    let range = range(of: condition.cursor)
    store(condition, to: place)
    let zero = body.makeBlock()
    body.terminate(.branch(.copy(place), nonzero: end, zero: zero), at: range)
    body.enter(zero)
    store(otherwise, to: place)
  }

  /// Evaluates `c ? a : b` for its effects.
  mutating func evaluateArms(
    _ node: SyntaxNode, _ condition: SyntaxNode, _ nonzero: SyntaxNode, _ zero: SyntaxNode
  ) {
    let end = body.makeBlock()
    let nonzeroBlock = body.makeBlock()
    let zeroBlock = body.makeBlock()
    let range = range(of: node.cursor)
    branch(on: condition, nonzero: nonzeroBlock, zero: zeroBlock)
    onSomePaths(at: node.cursor) { (lowerer) in
      lowerer.body.enter(nonzeroBlock)
      lowerer.evaluate(nonzero)
      lowerer.body.terminate(.jump(end), at: range)
      lowerer.body.enter(zeroBlock)
      lowerer.evaluate(zero)
    }
    body.jump(andEnter: end, at: range)
  }

  /// Evaluates `a && b` or `a || b` for its effects.
  mutating func evaluateSecond(
    _ node: SyntaxNode, _ operation: SyntaxNode.LogicalOperator, _ first: SyntaxNode,
    _ second: SyntaxNode
  ) {
    let next = body.makeBlock()
    let end = body.makeBlock()
    switch operation {
    case .and: branch(on: first, nonzero: next, zero: end)
    case .or: branch(on: first, nonzero: end, zero: next)
    }
    body.enter(next)
    onSomePaths(at: second.cursor) { $0.evaluate(second) }
    body.jump(andEnter: end, at: range(of: node.cursor))
  }

}
