import Clang
import IR
import Source

// The values of expressions.

extension Lowerer {

  /// Evaluates an expression and returns its value.
  mutating func value(of node: SyntaxNode) -> Operand {
    nested(at: node.cursor) { $0.valueOfKind(node) } ?? .unknown
  }

  /// Evaluates an expression by its kind.
  private mutating func valueOfKind(_ node: SyntaxNode) -> Operand {
    switch node.kind {
    case .constant(let value): return .constant(value)
    case .floating(let value): return .floating(value)
    case .unknown, .labelAddress: return .unknown
    case .string(let text): return .string(text)
    case .function(let name): return .function(name)
    case .variable, .member, .element, .dereference, .compoundLiteral: return load(node)
    case .address(let operand): return address(of: operand)
    case .decay(let array): return address(ofFirstElementOf: array)
    case .conversion, .unary, .binary: return computed(node)
    case .logical, .conditional, .fallback: return joined(node)
    case .assignment(let target, let source): return assign(node, target, source)
    case .compoundAssignment(let operation, let target, let source):
      return update(node, operation, target, source)
    case .step(let target, let step, let isPrefix):
      return self.step(node, target, by: step, isPrefix: isPrefix)
    case .comma(let first, let second):
      evaluate(first)
      return value(of: second)
    case .call: return callResult(node)
    case .construction, .defaultConstruction:
      let place = body.makeTemporary(node.type, at: range(of: node.cursor))
      initialize(place, with: node)
      return .copy(place)
    case .creation(let place, let initializer): return create(node, at: place, initializer)
    case .unreachable, .discarded, .deletion:
      evaluate(node)
      return .unknown
    case .statementExpression(let cursor): return valueOfLastStatement(cursor)
    case .initializerList: return initializedTemporary(node)
    case .variableArgument, .opaque: return opaqueValue(node)
    }
  }

  /// Evaluates an expression for its effects.
  mutating func evaluate(_ node: SyntaxNode) {
    switch node.kind {
    case .constant, .floating, .unknown, .string, .function, .labelAddress, .variable: break
    case .call, .construction: evaluateCall(node)
    case .dereference(let pointer) where unit.isCPlusPlus: evaluate(pointer)
    case .deletion(let pointer): delete(pointer, at: node.cursor)
    case .unreachable:
      body.terminate(.unreachable, at: range(of: node.cursor))
    case .step(let target, let step, _):
      _ = self.step(node, target, by: step, isPrefix: true)
    case .comma(let first, let second):
      evaluate(first)
      evaluate(second)
    case .conversion(let operand), .discarded(let operand), .unary(_, let operand):
      evaluate(operand)
    case .conditional(let condition, let nonzero, let zero):
      evaluateArms(node, condition, nonzero, zero)
    case .logical(let operation, let first, let second):
      evaluateSecond(node, operation, first, second)
    case .statementExpression(let cursor): evaluateStatements(cursor)
    case .address, .decay: if node.effects.hasSideEffects { _ = value(of: node) }
    default: _ = value(of: node)
    }
  }

  /// Calls a function whose result is not needed; an object that it returns is destroyed.
  private mutating func evaluateCall(_ node: SyntaxNode) {
    if case .call(let callee, let arguments) = node.kind,
      !unit.isCPlusPlus || destruction(of: node.cursor.type).isTrivial
    {
      call(node, callee, arguments, into: nil)
    } else {
      addTemporary(temporaryPlace(of: node), of: node.cursor)
    }
  }

  /// Returns the value in a place; memory is read at once, into a temporary.
  private mutating func load(_ node: SyntaxNode) -> Operand {
    let place = place(of: node)
    guard place.dereferences else { return .copy(place) }
    return .copy(copied(.copy(place), type: node.type, at: range(of: node.cursor)))
  }

  /// Returns a temporary that holds a value.
  mutating func copied(_ operand: Operand, type: Type, at range: SourceRange) -> Place {
    let temporary = body.makeTemporary(type, at: range)
    body.append(.assign(temporary, .operand(operand)), at: range)
    return temporary
  }

  /// Returns the address of what a node names.
  private mutating func address(of node: SyntaxNode) -> Operand {
    switch node.kind {
    case .string(let text): return .string(text)
    case .function(let name): return .function(name)
    default:
      if node.isPlace { return .address(place(of: node)) }
      let place = temporaryPlace(of: node)
      addTemporary(place, of: node.cursor)
      return .address(place)
    }
  }

  /// Returns the pointer to the first element of an array.
  private mutating func address(ofFirstElementOf array: SyntaxNode) -> Operand {
    if case .string(let text) = array.kind { return .string(text) }
    let place = array.isPlace ? self.place(of: array) : temporaryPlace(of: array)
    return .address(place.appending([.index(.constant(0))], type: array.type.pointee ?? .other))
  }

  /// Returns a temporary with the value of an expression that names no place.
  mutating func temporaryPlace(of node: SyntaxNode) -> Place {
    let operand = value(of: node)
    if case .copy(let place) = operand { return place }
    return copied(operand, type: node.type, at: range(of: node.cursor))
  }

  /// Returns the result of an operator, in a temporary.
  private mutating func computed(_ node: SyntaxNode) -> Operand {
    let expression = expression(of: node)
    if case .operand(let operand) = expression { return operand }
    let range = range(of: node.cursor)
    let temporary = body.makeTemporary(node.type, at: range)
    body.append(.assign(temporary, expression), at: range)
    return .copy(temporary)
  }

  /// Evaluates the operands of an operator and returns the expression over them.
  mutating func expression(of node: SyntaxNode) -> Expression {
    switch node.kind {
    case .conversion(let operand): return conversion(of: operand, to: node.type)
    case .unary(let operation, let operand): return .unary(operation, value(of: operand))
    case .binary(let operation, let l, let r):
      let values = values(of: [l, r], at: node.cursor)
      return arithmetic(operation, values[0], l.type, values[1], r.type, at: node.cursor)
    default: return .operand(value(of: node))
    }
  }

  /// Evaluates an operand and returns the expression that converts it.
  private mutating func conversion(of operand: SyntaxNode, to target: Type) -> Expression {
    let value = value(of: operand)
    if case .integer(bits: 1, _) = target.unaliased {
      return .binary(.notEqual, value, .constant(0))
    }
    switch value {
    case .string, .function: return .operand(value)
    default: return .cast(value, to: target)
    }
  }

  /// Returns the expression of an operator; pointer arithmetic is the address of an element.
  mutating func arithmetic(
    _ operation: BinaryOperator, _ l: Operand, _ left: Type, _ r: Operand, _ right: Type,
    at cursor: Cursor
  ) -> Expression {
    switch operation {
    case .add where left.isPointer:
      return .operand(element(of: l, left, at: r, right, cursor))
    case .add where right.isPointer:
      return .operand(element(of: r, right, at: l, left, cursor))
    case .subtract where left.isPointer && !right.isPointer:
      if case .constant(let number) = r {
        return .operand(element(of: l, left, at: .constant(0 &- number), right, cursor))
      }
      return .binary(operation, l, r)
    default: return .binary(operation, l, r)
    }
  }

  /// Returns the pointer that is some elements away from another one.
  private mutating func element(
    of pointer: Operand, _ type: Type, at index: Operand, _ indexType: Type, _ cursor: Cursor
  ) -> Operand {
    let element = type.pointee ?? .other
    let index = indexOperand(index, indexType, cursor)
    if case .address(let place) = pointer, case .index(.constant(0)) = place.projections.last {
      let array = Place(place.base, Array(place.projections.dropLast()), type: .other)
      return .address(array.appending([.index(index)], type: element))
    }
    let place = pointee(of: pointer, type, at: cursor)
    return .address(place.appending([.index(index)], type: element))
  }

}

extension Place {

  /// Returns a part of the place.
  func appending(_ more: [Projection], type: Type) -> Place {
    Place(base, projections + more, type: type)
  }

}
