import Clang
import IR

// Places, and the operands that find them.

extension Lowerer {

  /// Evaluates what finds a place and returns the place.
  mutating func place(of node: SyntaxNode) -> Place {
    let values = values(of: node.placeOperands, at: node.cursor)
    var rest = values[...]
    return buildPlace(node, &rest)
  }

  /// Returns the place of a node from the values of its `placeOperands`.
  mutating func buildPlace(_ node: SyntaxNode, _ values: inout ArraySlice<Operand>) -> Place {
    switch node.kind {
    case .variable(let base): return Place(base, type: node.type)
    case .member(let base, let path, let isArrow):
      if isArrow {
        let pointer = values.removeFirst()
        return pointee(of: pointer, base.type, at: base.cursor)
          .appending(path, type: node.type)
      }
      return aggregate(base, &values).appending(path, type: node.type)
    case .element(let base, let index):
      let whole =
        base.type.isPointer
        ? pointee(of: values.removeFirst(), base.type, at: base.cursor) : aggregate(base, &values)
      let number = indexOperand(values.removeFirst(), index.type, index.cursor)
      return whole.appending([.index(number)], type: node.type)
    case .dereference(let pointer):
      let place = pointee(of: values.removeFirst(), pointer.type, at: pointer.cursor)
      return Place(place.base, place.projections, type: node.type)
    case .compoundLiteral(let list): return literalPlace(list, node)
    default: return temporaryPlace(of: node)
    }
  }

  /// Returns the place of a record or array of which a part is meant.
  private mutating func aggregate(
    _ node: SyntaxNode, _ values: inout ArraySlice<Operand>
  ) -> Place {
    if node.isPlace { return buildPlace(node, &values) }
    let value = values.removeFirst()
    if case .copy(let place) = value { return place }
    if case .string = value, case .array(let element, _) = node.type.unaliased {
      return pointee(of: value, .pointer(to: element), at: node.cursor)
    }
    return copied(value, type: node.type, at: range(of: node.cursor))
  }

  /// Returns what a pointer points to.
  mutating func pointee(of pointer: Operand, _ type: Type, at cursor: Cursor) -> Place {
    let target = type.pointee ?? .other
    switch pointer {
    case .address(let place): return place
    case .copy(let place) where !place.dereferences:
      return place.appending([.dereference], type: target)
    case .copy, .constant, .floating, .function, .string, .unknown:
      return copied(pointer, type: type, at: range(of: cursor))
        .appending([.dereference], type: target)
    }
  }

  /// Returns the address of a place: of what a variable points to, the variable's value.
  func address(of place: Place) -> Operand {
    guard place.projections == [.dereference], case .local(let local) = place.base else {
      return .address(place)
    }
    return .copy(body.place(local))
  }

  /// Returns a value as an index: a constant, or a copy of a local.
  mutating func indexOperand(_ operand: Operand, _ type: Type, _ cursor: Cursor) -> Operand {
    switch operand {
    case .constant: return operand
    case .copy(let place):
      if case .local = place.base, place.projections.isEmpty { return operand }
    default: break
    }
    return .copy(copied(operand, type: type, at: range(of: cursor)))
  }

}

extension SyntaxNode {

  /// The expressions whose values find the place, in the order in which they are written.
  var placeOperands: [SyntaxNode] {
    switch kind {
    case .variable, .compoundLiteral: []
    case .member(let base, _, let isArrow):
      isArrow || !base.isPlace ? [base] : base.placeOperands
    case .element(let base, let index):
      (base.isPlace && !base.type.isPointer ? base.placeOperands : [base]) + [index]
    case .dereference(let pointer): [pointer]
    default: []
    }
  }

}
