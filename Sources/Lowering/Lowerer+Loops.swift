import Clang
import IR

// Loops.

extension Lowerer {

  /// Lowers `while`.
  mutating func lowerWhile(_ cursor: Cursor) {
    let head = body.makeBlock()
    let inside = body.makeBlock()
    let end = body.makeBlock()
    body.jump(andEnter: head, at: body.statementRange)
    inScope(endingAt: cursor) { (lowerer) in
      let outside = lowerer.body.scopes.outside
      let parts = lowerer.declarePrefix(lowerer.statements(of: cursor))
      guard parts.count == 2 else {
        lowerer.addGap("a loop whose parts are missing", at: cursor)
        return
      }
      lowerer.branch(on: parts[0], nonzero: inside, zero: end)
      lowerer.body.enter(inside)
      lowerer.lowerBody(
        parts[1], next: .init(block: head, scopes: outside),
        end: .init(block: end, scopes: outside))
      lowerer.endScopes(to: outside, at: lowerer.body.statementRange)
      lowerer.body.terminate(.jump(head), at: lowerer.body.statementRange)
    }
    body.enter(end)
  }

  /// Lowers `do … while`.
  mutating func lowerDo(_ cursor: Cursor) {
    let inside = body.makeBlock()
    let condition = body.makeBlock()
    let end = body.makeBlock()
    let scopes = body.scopes.snapshot
    let parts = statements(of: cursor)
    guard parts.count == 2 else {
      addGap("a loop whose parts are missing", at: cursor)
      return
    }
    body.jump(andEnter: inside, at: body.statementRange)
    lowerBody(
      parts[0], next: .init(block: condition, scopes: scopes),
      end: .init(block: end, scopes: scopes))
    body.jump(andEnter: condition, at: body.statementRange)
    branch(on: parts[1], nonzero: inside, zero: end)
    body.enter(end)
  }

  /// Lowers the body of a loop.
  mutating func lowerBody(
    _ cursor: Cursor, next: BodyBuilder.JumpTarget, end: BodyBuilder.JumpTarget
  ) {
    body.breakTargets.append(end)
    body.continueTargets.append(next)
    lower(statement: cursor)
    body.breakTargets.removeLast()
    body.continueTargets.removeLast()
  }

  /// Lowers `for`, any part of which may be absent.
  mutating func lowerFor(_ cursor: Cursor) {
    guard let parts = ForParts(cursor, statements(of: cursor), in: unit) else {
      addGap("a 'for' whose parts cannot be told inside a macro", at: cursor)
      return
    }
    let head = body.makeBlock()
    let inside = body.makeBlock()
    let step = body.makeBlock()
    let end = body.makeBlock()
    inScope(endingAt: cursor) { (lowerer) in
      if let start = parts.start { lowerer.lower(statement: start) }
      lowerer.body.jump(andEnter: head, at: lowerer.body.statementRange)
      if let condition = parts.condition {
        lowerer.branch(on: condition, nonzero: inside, zero: end)
        lowerer.body.enter(inside)
      } else {
        lowerer.body.jump(andEnter: inside, at: lowerer.body.statementRange)
      }
      let scopes = lowerer.body.scopes.snapshot
      lowerer.lowerBody(
        parts.body, next: .init(block: step, scopes: scopes),
        end: .init(block: end, scopes: scopes))
      lowerer.body.jump(andEnter: step, at: lowerer.body.statementRange)
      if let cursor = parts.step { lowerer.lower(statement: cursor) }
      lowerer.body.terminate(.jump(head), at: lowerer.body.statementRange)
      lowerer.body.enter(end)
    }
  }

}
