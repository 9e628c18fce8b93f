import Clang
import IR
import Source

// Statements, but for loops and `switch`.

extension Lowerer {

  /// Lowers a statement.
  mutating func lower(statement cursor: Cursor) {
    let outer = body.statementRange
    defer { body.statementRange = outer }
    if !cursor.kind.isExpression { body.statementRange = range(of: cursor) }
    // Past the limit, control goes on behind the statement; the gap says so.
    _ = nested(at: cursor) { $0.lowerKind(of: cursor) }
  }

  /// Lowers a statement by its kind.
  private mutating func lowerKind(of cursor: Cursor) {
    switch cursor.kind {
    case .compound: lowerCompound(cursor)
    case .declarationStatement: for child in cursor.children { lower(declaration: child) }
    case .if: lowerIf(cursor)
    case .while: lowerWhile(cursor)
    case .do: lowerDo(cursor)
    case .for: lowerFor(cursor)
    case .rangeFor: lowerRangeFor(cursor)
    case .switch: lowerSwitch(cursor)
    case .case, .default: lowerCase(cursor)
    case .label: lowerLabel(cursor)
    case .return: lowerReturn(cursor)
    case .nullStatement: break
    default: lowerJump(cursor)
    }
  }

  /// Lowers a jump, or one of the rarer statements.
  private mutating func lowerJump(_ cursor: Cursor) {
    switch cursor.kind {
    case .break: leave(to: body.breakTargets.last, cursor)
    case .continue: leave(to: body.continueTargets.last, cursor)
    case .goto: lowerGoto(cursor)
    case .indirectGoto: lowerIndirectGoto(cursor)
    case .assembly: lowerAssembly(cursor)
    case .unexposedStatement: for child in statements(of: cursor) { lower(statement: child) }
    case .try: lowerTry(cursor)
    default:
      if cursor.kind.isExpression {
        lower(discarded: cursor)
      } else if !cursor.kind.isAttribute {
        addGap("a statement that is not understood", at: cursor)
        for child in statements(of: cursor) { lower(statement: child) }
      }
    }
  }

  /// Lowers an expression whose value is not needed.
  mutating func lower(discarded cursor: Cursor) {
    body.statementRange = range(of: cursor)
    evaluate(read(cursor))
    endTemporaries()
  }

  /// Returns the statements below a node.
  func statements(of cursor: Cursor) -> [Cursor] {
    cursor.children.filter { !$0.kind.isReference && !$0.kind.isAttribute }
  }

  /// Lowers the statements between braces.
  mutating func lowerCompound(_ cursor: Cursor) {
    inScope(endingAt: cursor) { (lowerer) in
      for statement in cursor.children { lowerer.lower(statement: statement) }
    }
  }

  /// Lowers what `contents` lowers, in a scope that ends with the node.
  mutating func inScope(endingAt cursor: Cursor, _ contents: (inout Lowerer) -> Void) {
    body.scopes.push()
    contents(&self)
    endInnermostScope(at: cursor)
  }

  /// Ends the innermost scope at the end of a node.
  private mutating func endInnermostScope(at cursor: Cursor) {
    if body.scopes.innermostIsEmpty || body.isTerminated {
      body.scopes.pop()
      return
    }
    endScopes(to: body.scopes.outside, at: lastByte(of: cursor))
    body.scopes.pop()
  }

  /// Returns the range of a node's last byte, such as its closing brace.
  mutating func lastByte(of cursor: Cursor) -> SourceRange {
    let range = range(of: cursor)
    guard range.macro == nil, range.end.column > 1 else { return range }
    let start = SourcePosition(
      file: range.end.file, line: range.end.line, column: range.end.column - 1)
    return SourceRange(start: start, end: range.end)
  }

  /// Ends the scopes on the way to another place: calls the clean-up functions, newest first.
  mutating func endScopes(to target: ScopeTable.Snapshot, at range: SourceRange) {
    guard !body.isTerminated else { return }
    endScopes(body.scopes.ended(from: body.scopes.snapshot, to: target), at: range)
  }

  /// Ends the scopes of variables.
  mutating func endScopes(_ entries: [ScopeTable.Entry], at range: SourceRange) {
    for entry in entries {
      let local = body.locals[entry.local.index]
      cleanUp(body.place(entry.local), entry.cleanups, of: local.range, at: range)
      if local.kind != .parameter { body.append(.storageDead(entry.local), at: range) }
    }
  }

  /// Calls what is called at the end of an object's life.
  mutating func cleanUp(
    _ place: Place, _ cleanups: [Cleanup], of origin: SourceRange, at range: SourceRange
  ) {
    for cleanup in cleanups {
      let part = place.appending(cleanup.path, type: cleanup.type ?? place.type)
      let call = Call(
        .direct(cleanup.function), arguments: [address(of: part)],
        argumentTypes: [.pointer(to: part.type)], argumentRanges: [range], result: nil,
        resultType: .void)
      body.append(.call(call), at: range)
    }
  }

  /// Leaves the scopes of a loop or `switch` for its end or its next round.
  private mutating func leave(to target: BodyBuilder.JumpTarget?, _ cursor: Cursor) {
    let range = body.statementRange
    guard let target else {
      addGap("a jump out of nothing", at: cursor)
      return
    }
    endScopes(to: target.scopes, at: range)
    body.terminate(.jump(target.block), at: range)
  }

}

extension Lowerer {

  /// Lowers `if`. A chain of `else if` is followed without nesting.
  private mutating func lowerIf(_ cursor: Cursor) {
    let end = body.makeBlock()
    var next: Cursor? = cursor
    var openScopes = 0
    while let cursor = next, cursor.kind == .if {
      var parts = statements(of: cursor)
      if isDeclaration(parts.first) {
        body.scopes.push()
        openScopes += 1
        parts = declarePrefix(parts)
      }
      guard parts.count >= 2 else {
        addGap("an 'if' whose parts are missing", at: cursor)
        next = nil
        break
      }
      let nonzero = body.makeBlock()
      let zero = parts.count > 2 ? body.makeBlock() : end
      branch(on: parts[0], nonzero: nonzero, zero: zero)
      body.enter(nonzero)
      lower(statement: parts[1])
      body.terminate(.jump(end), at: body.statementRange)
      body.enter(zero)
      next = parts.count > 2 ? parts[2] : nil
    }
    if let last = next { lower(statement: last) }
    if body.current != end { body.jump(andEnter: end, at: body.statementRange) }
    for _ in 0 ..< openScopes { endInnermostScope(at: cursor) }
  }

  /// Whether a part of a statement declares a variable (C++).
  func isDeclaration(_ part: Cursor?) -> Bool {
    part?.kind == .declarationStatement || part?.kind == .variable
  }

  /// Lowers the declarations in front of a condition (C++), and returns the other parts.
  mutating func declarePrefix(_ parts: [Cursor]) -> [Cursor] {
    var parts = parts[...]
    while let first = parts.first, isDeclaration(first) {
      parts.removeFirst()
      if first.kind == .variable {
        lower(declaration: first)
      } else {
        lower(statement: first)
      }
    }
    return Array(parts)
  }

  /// Evaluates a condition and branches on it.
  mutating func branch(on condition: Cursor, nonzero: BasicBlock.ID, zero: BasicBlock.ID) {
    body.statementRange = range(of: condition)
    let node = read(condition)
    guard unit.isCPlusPlus else {
      branch(on: node, nonzero: nonzero, zero: zero)
      return
    }
    let ends = [(body.makeBlock(), nonzero), (body.makeBlock(), zero)]
    branch(on: node, nonzero: ends[0].0, zero: ends[1].0)
    let temporaries = body.temporaries
    for (block, target) in ends {
      body.enter(block)
      body.temporaries = temporaries
      endTemporaries()
      body.terminate(.jump(target), at: body.statementRange)
    }
  }

  /// Lowers `return`.
  private mutating func lowerReturn(_ cursor: Cursor) {
    let range = body.statementRange
    var operand: Operand?
    var moved: Local.ID?
    if let value = statements(of: cursor).first {
      var node = readInitializer(value, of: body.result ?? value.type)
      if let variable = returnedVariable(node) {
        node = variable.node
        moved = variable.local
      }
      if case .void = node.type.unaliased {
        evaluate(node)
      } else {
        operand = returned(node)
      }
      endTemporaries()
    }
    guard !body.isTerminated else { return }
    let ended = body.scopes.ended(from: body.scopes.snapshot, to: ScopeTable.outermost)
    let kept = ended.map { $0.local == moved ? .init(local: $0.local, cleanups: []) : $0 }
    endScopes(kept, at: range)
    body.terminate(.return(operand), at: range)
  }

  /// Returns the C++ object that a function returns by its name: it becomes the result, without
  /// being copied or destroyed.
  private mutating func returnedVariable(
    _ node: SyntaxNode
  ) -> (node: SyntaxNode, local: Local.ID)? {
    guard unit.isCPlusPlus, body.result?.canonical.kind == .record else { return nil }
    var node = node
    if case .construction(_, let arguments) = node.kind, arguments.count == 1,
      case .address(let object) = arguments[0].kind
    {
      node = object
    }
    guard case .variable(.local(let local)) = node.kind, body.locals[local.index].kind == .variable,
      case .record = node.type.unaliased, node.type.unaliased == types.type(body.result!).unaliased
    else { return nil }
    return (node, local)
  }

  /// Returns the value of a `return`, in a temporary if the end of a scope could change it.
  private mutating func returned(_ node: SyntaxNode) -> Operand {
    let operand = value(of: node)
    let ended = body.scopes.ended(from: body.scopes.snapshot, to: ScopeTable.outermost)
    guard !ended.isEmpty || !body.temporaries.isEmpty, readsVariable(operand) else {
      return operand
    }
    return .copy(copied(operand, type: node.type, at: range(of: node.cursor)))
  }

  /// Whether an operand has to look into a variable, or into memory, to know its value.
  private func readsVariable(_ operand: Operand) -> Bool {
    switch operand {
    case .copy(let place):
      if hasVariableIndex(place) { return true }
      guard case .local(let base) = place.base else { return false }
      return body.locals[base.index].kind != .temporary || !place.projections.isEmpty
    case .address(let place):
      if hasVariableIndex(place) { return true }
      guard case .local = place.base else { return false }
      return place.projections.contains(.dereference)
    case .constant, .floating, .function, .string, .unknown: return false
    }
  }

  /// Whether a variable says which element a place is in.
  private func hasVariableIndex(_ place: Place) -> Bool {
    place.projections.contains { (projection) in
      guard case .index(let operand) = projection else { return false }
      return readsVariable(operand)
    }
  }

  /// Lowers C++'s `try`: the handlers are entered from anywhere, which is not modelled.
  private mutating func lowerTry(_ cursor: Cursor) {
    let children = statements(of: cursor)
    addGap("exceptions are not followed", at: cursor)
    if let block = children.first { lower(statement: block) }
    let end = body.makeBlock()
    var targets = [end]
    let handlers = children.dropFirst().map { ($0, body.makeBlock()) }
    targets += handlers.map(\.1)
    body.terminate(.anyOf(targets), at: body.statementRange)
    for (handler, block) in handlers {
      body.enter(block)
      inScope(endingAt: handler) { (lowerer) in
        for part in lowerer.declarePrefix(lowerer.statements(of: handler)) {
          lowerer.lower(statement: part)
        }
      }
      body.terminate(.jump(end), at: body.statementRange)
    }
    body.enter(end)
  }

}
