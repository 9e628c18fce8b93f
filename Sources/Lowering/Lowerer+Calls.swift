import Clang
import IR
import Source

// Calls, and expressions made of statements.

extension Lowerer {

  /// Evaluates a call and returns its result.
  mutating func callResult(_ node: SyntaxNode) -> Operand {
    guard case .call(let callee, let arguments) = node.kind else { return .unknown }
    if case .void = node.type.unaliased {
      call(node, callee, arguments, into: nil)
      return .unknown
    }
    let result = body.makeTemporary(node.type, at: range(of: node.cursor))
    call(node, callee, arguments, into: result)
    return .copy(result)
  }

  /// Evaluates the operands of a call and calls.
  mutating func call(
    _ node: SyntaxNode, _ callee: SyntaxNode.Callee, _ arguments: [SyntaxNode], into result: Place?
  ) {
    var values: [Operand]
    let target: Call.Callee
    switch callee {
    case .direct(let name):
      values = self.values(of: arguments, at: node.cursor)
      target = .direct(name)
    case .indirect(let function):
      values = self.values(of: [function] + arguments, at: node.cursor)
      target = .indirect(values.removeFirst())
    }
    let range = range(of: node.cursor)
    var ranges: [SourceRange] = []
    ranges.reserveCapacity(arguments.count)
    for argument in arguments { ranges.append(self.range(of: argument.cursor)) }
    let call = Call(
      target, arguments: values, argumentTypes: arguments.map(\.type), argumentRanges: ranges,
      result: result, resultType: node.type)
    body.append(.call(call), at: range)
    if case .direct(let name) = target, declarations.isNoReturn(name) {
      body.terminate(.unreachable, at: range)
    }
  }

  /// Calls a constructor with the address of the object, which is in a place.
  mutating func construct(
    _ node: SyntaxNode, _ name: FunctionName, _ arguments: [SyntaxNode], at place: Place
  ) {
    let values = self.values(of: arguments, at: node.cursor)
    let range = range(of: node.cursor)
    var ranges = [range]
    for argument in arguments { ranges.append(self.range(of: argument.cursor)) }
    let call = Call(
      .direct(name), arguments: [address(of: place)] + values,
      argumentTypes: [.pointer(to: place.type)] + arguments.map(\.type), argumentRanges: ranges,
      result: nil, resultType: .void)
    body.append(.call(call), at: range)
  }

  /// Evaluates an expression made of statements, and returns the value of the last one.
  mutating func valueOfLastStatement(_ cursor: Cursor) -> Operand {
    var result: Operand = .unknown
    lowerStatements(of: cursor) { (lowerer, last) in
      let node = lowerer.read(last)
      if case .void = node.type.unaliased {
        lowerer.evaluate(node)
        return
      }
      let place = lowerer.body.makeTemporary(node.type, at: lowerer.range(of: last))
      lowerer.store(node, to: place)
      result = .copy(place)
    }
    return result
  }

  /// Evaluates an expression made of statements for its effects.
  mutating func evaluateStatements(_ cursor: Cursor) {
    lowerStatements(of: cursor) { (lowerer, last) in lowerer.lower(statement: last) }
  }

  /// Lowers the statements of an expression; the last one, if it is an expression, by `lowerLast`.
  private mutating func lowerStatements(
    of cursor: Cursor, _ lowerLast: (inout Lowerer, Cursor) -> Void
  ) {
    guard let compound = cursor.children.first else { return }
    let outer = body.statementRange
    defer { body.statementRange = outer }
    inScope(endingAt: compound) { (lowerer) in
      let statements = compound.children
      for statement in statements.dropLast() { lowerer.lower(statement: statement) }
      guard let last = statements.last else { return }
      if last.kind.isExpression {
        lowerer.body.statementRange = lowerer.range(of: last)
        lowerLast(&lowerer, last)
      } else {
        lowerer.lower(statement: last)
      }
    }
  }

  /// Evaluates a construct that is not looked into, and returns its value, which is unknown.
  mutating func opaqueValue(_ node: SyntaxNode) -> Operand {
    let range = range(of: node.cursor)
    var reads: [Operand] = []
    var writes: [Place] = []
    var reason = "va_arg"
    switch node.kind {
    case .variableArgument(let list): evaluate(list)
    case .opaque(let name, let operands):
      reason = name
      for operand in operands {
        let value = value(of: operand)
        reads.append(value)
        if operand.type.isPointer {
          writes.append(pointee(of: value, operand.type, at: operand.cursor))
        }
      }
    default: break
    }
    var result: Operand = .unknown
    if case .void = node.type.unaliased {
    } else {
      let place = body.makeTemporary(node.type, at: range)
      writes.append(place)
      result = .copy(place)
    }
    body.append(.opaque(reason: reason, reads: reads, writes: writes), at: range)
    return result
  }

}
