import Clang
import IR

// `switch`, with cases anywhere inside.

extension Lowerer {

  /// Lowers `switch`.
  mutating func lowerSwitch(_ cursor: Cursor) {
    let end = body.makeBlock()
    inScope(endingAt: cursor) { (lowerer) in
      let parts = lowerer.declarePrefix(lowerer.statements(of: cursor))
      guard parts.count == 2 else {
        lowerer.addGap("a 'switch' whose parts are missing", at: cursor)
        return
      }
      let node = lowerer.read(parts[0])
      let range = lowerer.range(of: parts[0])
      let operand = lowerer.value(of: node)
      let head = lowerer.body.current
      lowerer.lowerCases(parts[1], end: end)
      guard let cases = lowerer.body.switches.popLast() else { return }
      lowerer.body.jump(andEnter: end, at: lowerer.body.statementRange)
      lowerer.body.enter(head)
      lowerer.body.terminate(
        .switch(operand, cases: cases.cases, default: cases.defaultTarget ?? end), at: range)
      lowerer.body.enter(end)
    }
  }

  /// Lowers the body of a `switch`, which is entered at its cases only.
  private mutating func lowerCases(_ cursor: Cursor, end: BasicBlock.ID) {
    body.switches.append(BodyBuilder.OpenSwitch())
    body.breakTargets.append(.init(block: end, scopes: body.scopes.snapshot))
    enterUnreachableBlock(at: body.statementRange)
    lower(statement: cursor)
    body.breakTargets.removeLast()
  }

  /// Lowers `case` and `default`. A chain of them is followed without nesting.
  mutating func lowerCase(_ cursor: Cursor) {
    guard !body.switches.isEmpty else {
      addGap("a 'case' outside a 'switch'", at: cursor)
      return
    }
    let target = body.makeBlock()
    body.jump(andEnter: target, at: body.statementRange)
    var next: Cursor? = cursor
    while let cursor = next, cursor.kind == .case || cursor.kind == .default {
      let parts = statements(of: cursor)
      if cursor.kind == .default {
        body.switches[body.switches.count - 1].defaultTarget = target
      } else {
        addCase(parts, target, cursor)
      }
      next = parts.count > (cursor.kind == .case ? 1 : 0) ? parts.last : nil
    }
    if let statement = next { lower(statement: statement) }
  }

  /// Adds the values of a `case`.
  private mutating func addCase(_ parts: [Cursor], _ target: BasicBlock.ID, _ cursor: Cursor) {
    guard let first = parts.first, let low = constant(first) else {
      addGap("a 'case' whose value is not known", at: cursor)
      let index = body.switches.count - 1
      if body.switches[index].defaultTarget == nil { body.switches[index].defaultTarget = target }
      return
    }
    let high = parts.count > 2 ? constant(parts[1]) ?? low : low
    guard low <= high else { return }
    body.switches[body.switches.count - 1].cases.append(SwitchCase(low ... high, target))
  }

  /// Returns the value of a constant expression.
  mutating func constant(_ cursor: Cursor) -> Int? { cursor.integerValue ?? read(cursor).constant }

}
