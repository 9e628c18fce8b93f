import Clang
import IR
import Source

// Assignments, and where values go.

extension Lowerer {

  /// Evaluates an expression and writes its value to a place that is found already; `range` is that
  /// of the assignment, if there is one in the source.
  ///
  /// What is read from memory goes to a variable at once; into memory it goes through a temporary,
  /// so that both accesses have their own place in the source.
  mutating func store(_ node: SyntaxNode, to place: Place, at range: SourceRange? = nil) {
    switch node.kind {
    case .call(let callee, let arguments) where !place.dereferences:
      call(node, callee, arguments, into: place)
    case .construction, .defaultConstruction:
      if place.dereferences {
        storeSimple(node, to: place, at: range)
      } else {
        initialize(place, with: node)
      }
    case .conditional, .logical, .fallback:
      if place.dereferences {
        storeSimple(node, to: place, at: range)
      } else {
        storeJoined(node, to: place)
      }
    case .comma(let first, let second):
      evaluate(first)
      store(second, to: place, at: range)
    case .conversion(let operand) where isCallOfPointer(operand) && !place.dereferences:
      store(operand, to: place, at: range)
    default: storeSimple(node, to: place, at: range)
    }
  }

  /// Writes the value of an expression that does not branch.
  private mutating func storeSimple(_ node: SyntaxNode, to place: Place, at range: SourceRange?) {
    if node.isPlace, !place.dereferences {
      let source = self.place(of: node)
      let isRead = source.dereferences || range == nil
      body.append(
        .assign(place, .operand(.copy(source))),
        at: isRead ? self.range(of: node.cursor) : range ?? body.statementRange)
      return
    }
    let expression = expression(of: node)
    body.append(.assign(place, expression), at: range ?? self.range(of: node.cursor))
  }

  /// Whether an expression is a call whose result needs no cast to become another pointer.
  private func isCallOfPointer(_ node: SyntaxNode) -> Bool {
    if case .call = node.kind { return node.type.isPointer }
    return false
  }

  /// Evaluates `target = source` and returns the value of `target`.
  mutating func assign(_ node: SyntaxNode, _ target: SyntaxNode, _ source: SyntaxNode) -> Operand {
    let range = range(of: node.cursor)
    if target.isPlace, target.placeOperands.isEmpty {
      let place = place(of: target)
      store(source, to: place, at: range)
      return .copy(place)
    }
    let (value, place) = valueAndPlace(source, target, at: node.cursor)
    body.append(.assign(place, .operand(value)), at: range)
    return place.dereferences ? value : .copy(place)
  }

  /// Evaluates the source and finds the target of an assignment.
  private mutating func valueAndPlace(
    _ source: SyntaxNode, _ target: SyntaxNode, at cursor: Cursor
  ) -> (Operand, Place) {
    guard target.isPlace else {
      addGap("an assignment to something that is not a place", at: target.cursor)
      return (value(of: source), body.makeTemporary(target.type, at: range(of: cursor)))
    }
    let operands = target.placeOperands
    if conflict(operands + [source]) {
      var values = values(of: operands + [source], at: cursor)
      let value = values.removeLast()
      var rest = values[...]
      return (value, buildPlace(target, &rest))
    }
    var value = value(of: source)
    if operands.contains(where: { $0.effects.hasSideEffects }) {
      value = preserved(value, of: source)
    }
    return (value, place(of: target))
  }

  /// Evaluates `target op= source` and returns the value of `target`.
  mutating func update(
    _ node: SyntaxNode, _ operation: BinaryOperator, _ target: SyntaxNode, _ source: SyntaxNode
  ) -> Operand {
    let range = range(of: node.cursor)
    let (value, place) = valueAndPlace(source, target, at: node.cursor)
    let old =
      place.dereferences
      ? Operand.copy(copied(.copy(place), type: target.type, at: self.range(of: target.cursor)))
      : .copy(place)
    let expression = arithmetic(
      operation, old, target.type, value, source.type, at: node.cursor)
    return write(expression, to: place, at: range)
  }

  /// Writes the new value of a variable that is updated, and returns it.
  private mutating func write(
    _ expression: Expression, to place: Place, at range: SourceRange
  ) -> Operand {
    guard place.dereferences else {
      body.append(.assign(place, expression), at: range)
      return .copy(place)
    }
    let temporary = body.makeTemporary(place.type, at: range)
    body.append(.assign(temporary, expression), at: range)
    body.append(.assign(place, .operand(.copy(temporary))), at: range)
    return .copy(temporary)
  }

  /// Evaluates `++` and `--` and returns the old or the new value.
  mutating func step(
    _ node: SyntaxNode, _ target: SyntaxNode, by step: Int, isPrefix: Bool
  ) -> Operand {
    guard target.isPlace else {
      evaluate(target)
      return .unknown
    }
    let range = range(of: node.cursor)
    let place = place(of: target)
    let needsCopy = place.dereferences || !isPrefix
    let old =
      needsCopy
      ? Operand.copy(copied(.copy(place), type: target.type, at: self.range(of: target.cursor)))
      : .copy(place)
    let type = Type.integer(bits: 64, isSigned: true)
    let operation = step > 0 || target.type.isPointer ? BinaryOperator.add : .subtract
    let amount = target.type.isPointer ? step : abs(step)
    let expression = arithmetic(
      operation, old, target.type, .constant(amount), type, at: node.cursor)
    let new = write(expression, to: place, at: range)
    return isPrefix ? new : old
  }

}
