import Clang
import IR
import Source

// Initialisers in functions.

extension Lowerer {

  /// Writes the value of an initialiser to a place that nothing can read yet.
  mutating func initialize(_ place: Place, with node: SyntaxNode) {
    switch node.kind {
    case .initializerList: initialize(place, withList: node)
    case .compoundLiteral(let list): initialize(place, with: list)
    case .construction(let name, let arguments): construct(node, name, arguments, at: place)
    case .defaultConstruction(let type):
      constructParts(of: place, type, except: [], at: node.cursor)
    case .string where !place.type.isPointer && place.type.isAggregate:
      body.append(.assign(place, .operand(.unknown)), at: range(of: node.cursor))
    default: store(node, to: place)
    }
  }

  /// Writes the parts of an initialiser list in order, onto zeros if it leaves some out.
  private mutating func initialize(_ place: Place, withList list: SyntaxNode) {
    types.complete(place.type)
    var walker = InitializerWalker(types: types)
    walker.walk(list, type: place.type)
    let range = range(of: list.cursor)
    if walker.hasLongRange {
      body.append(.assign(place, .operand(.unknown)), at: range)
    } else if walker.leavesOut || walker.parts.isEmpty {
      body.append(.assign(place, .zero), at: range)
    }
    if walker.leavesOut { initializeMembersLeftOut(place, walker.parts, of: list.cursor) }
    if initializeInAnyOrder(place, walker.parts, at: list.cursor) { return }
    for part in walker.parts where !part.path.contains(.index(.unknown)) {
      let target = place.appending(part.path, type: part.type)
      if case .initializerList = part.value.kind {
        body.append(.assign(target, .operand(.unknown)), at: range)
      } else {
        initialize(target, with: part.value)
      }
    }
  }

  /// Writes the C++ members that a list leaves out, and that their class gives a value.
  private mutating func initializeMembersLeftOut(
    _ place: Place, _ parts: [InitializerWalker.Part], of cursor: Cursor
  ) {
    let type = cursor.type.canonical
    guard unit.isCPlusPlus, type.kind == .record else { return }
    for field in type.fields {
      let path = types.path(toField: field, in: place.type)
      guard let value = defaultInitializer(of: field),
        !parts.contains(where: { $0.path.first == path.first })
      else { continue }
      let part = place.appending(path, type: self.type(of: field))
      initialize(part, with: readInitializer(value, of: field.type))
    }
  }

  /// Writes the parts of a list whose order of evaluation matters, and C leaves open (C11 6.7.9,
  /// 23); returns whether that was the case.
  private mutating func initializeInAnyOrder(
    _ place: Place, _ parts: [InitializerWalker.Part], at cursor: Cursor
  ) -> Bool {
    let values = parts.map(\.value)
    guard !unit.isCPlusPlus, conflict(values), parts.allSatisfy(isWrittenAsWhole),
      !parts.contains(where: { $0.path.contains(.index(.unknown)) })
    else { return false }
    for (part, value) in zip(parts, self.values(of: values, at: cursor)) {
      let target = place.appending(part.path, type: part.type)
      body.append(.assign(target, .operand(value)), at: range(of: part.value.cursor))
    }
    return true
  }

  /// Whether a part of a list gets its value from one expression.
  private func isWrittenAsWhole(_ part: InitializerWalker.Part) -> Bool {
    if case .initializerList = part.value.kind { return false }
    if case .record = part.type.unaliased { return true }
    return !part.type.isAggregate
  }

  /// Returns a temporary with the value of an initialiser list.
  mutating func initializedTemporary(_ node: SyntaxNode) -> Operand {
    let place = body.makeTemporary(node.type, at: range(of: node.cursor))
    initialize(place, withList: node)
    return .copy(place)
  }

  /// Returns the object that a compound literal makes.
  mutating func literalPlace(_ list: SyntaxNode, _ node: SyntaxNode) -> Place {
    let place = body.makeTemporary(node.type, at: range(of: node.cursor))
    initialize(place, with: list)
    return place
  }

}
