import Clang
import IR

// From libclang's expressions to syntax nodes.

extension Lowerer {

  /// Reads an expression.
  mutating func read(_ cursor: Cursor) -> SyntaxNode {
    nested(at: cursor) { $0.readNode(cursor) } ?? node(.unknown, cursor)
  }

  /// Returns a node with the type of the cursor.
  mutating func node(_ kind: SyntaxNode.Kind, _ cursor: Cursor) -> SyntaxNode {
    let type = type(of: cursor)
    return SyntaxNode(kind, type: kind.canBeArray ? type : type.decayed, cursor: cursor)
  }

  /// Returns the expressions below a node.
  func operands(of cursor: Cursor) -> [Cursor] {
    cursor.children.filter { !$0.kind.isReference && !$0.kind.isAttribute }
  }

  /// Reads an expression by its kind.
  private mutating func readNode(_ cursor: Cursor) -> SyntaxNode {
    switch cursor.kind {
    case .unexposedExpression: return readUnexposed(cursor)
    case .declarationReference: return readReference(cursor)
    case .memberExpression: return readMember(cursor)
    case .call: return readCall(cursor)
    case .parentheses: return readOnlyOperand(cursor)
    case .unaryOperator: return readUnary(cursor)
    case .binaryOperator: return readBinary(cursor)
    case .compoundAssignment: return readCompoundAssignment(cursor)
    case .subscript: return readSubscript(cursor)
    case .conditional: return readConditional(cursor)
    case .cast, .staticCast, .reinterpretCast, .constCast, .functionalCast:
      return readCast(cursor)
    case .statementExpression: return node(.statementExpression(cursor), cursor)
    case .compoundLiteral:
      guard let list = operands(of: cursor).last else { return node(.unknown, cursor) }
      return node(.compoundLiteral(read(list)), cursor)
    case .initializerList: return readInitializerList(cursor)
    case .genericSelection: return readGenericSelection(cursor)
    default: return readLeaf(cursor)
    }
  }

  /// Reads an expression without operands that matter.
  private mutating func readLeaf(_ cursor: Cursor) -> SyntaxNode {
    switch cursor.kind {
    case .integerLiteral, .characterLiteral, .booleanLiteral:
      return node(cursor.integerValue.map { .constant($0) } ?? .unknown, cursor)
    case .unary:
      if let value = cursor.integerValue { return node(.constant(value), cursor) }
      return readSize(cursor)
    case .floatingLiteral:
      return node(cursor.floatingValue.map { .floating($0) } ?? .unknown, cursor)
    case .imaginaryLiteral: return node(.unknown, cursor)
    case .gnuNull, .nullPointerLiteral: return node(.constant(0), cursor)
    case .stringLiteral: return node(.string(cursor.literalText), cursor)
    case .labelAddress:
      let label = cursor.children.first { $0.kind == .labelReference }?.spelling ?? ""
      if !body.addressedLabels.contains(label) { body.addressedLabels.append(label) }
      return node(.labelAddress(label), cursor)
    case .lambda: return readLambda(cursor)
    case .throw: return readThrow(cursor)
    case .new: return readNew(cursor)
    case .delete:
      guard let pointer = operands(of: cursor).first else { return readUnknown(cursor) }
      return node(.deletion(read(pointer)), cursor)
    case .this: return thisNode(cursor) ?? node(.unknown, cursor)
    default: return readUnknown(cursor)
    }
  }

  /// Reads `sizeof` of a type with a size that is not constant, which is evaluated. Of an array of
  /// variable length nothing is.
  private mutating func readSize(_ cursor: Cursor) -> SyntaxNode {
    let size = operands(of: cursor).last { $0.kind.isExpression }
    guard let size, case .integer = type(of: size).unaliased else { return node(.unknown, cursor) }
    return node(.comma(read(size), node(.unknown, cursor)), cursor)
  }

  /// Reads an expression that is not known: its operands are evaluated, its value is not known.
  mutating func readUnknown(_ cursor: Cursor) -> SyntaxNode {
    addGap("\(cursor.kind.phrase) is not understood", at: cursor)
    let operands = operands(of: cursor).filter { $0.kind.isExpression }.map { read($0) }
    return node(.opaque("expression", operands), cursor)
  }

  /// Reads the operand of what does not change it, such as parentheses.
  private mutating func readOnlyOperand(_ cursor: Cursor) -> SyntaxNode {
    let operands = operands(of: cursor)
    guard operands.count == 1 else { return readUnknown(cursor) }
    return read(operands[0])
  }

  /// Reads the use of a name.
  private mutating func readReference(_ cursor: Cursor) -> SyntaxNode {
    guard let declaration = cursor.referenced else { return readUnknown(cursor) }
    switch declaration.kind {
    case .parameter, .variable:
      if let local = body.variables[declaration.identity] {
        let base = Place.Base.local(local)
        if declaration.kind == .parameter, case .array = type(of: cursor).unaliased {
          return SyntaxNode(.variable(base), type: body.locals[local.index].type, cursor: cursor)
        }
        return variable(base, cursor, declaration)
      }
      if let captured = readCaptured(declaration, cursor) { return captured }
      guard declaration.hasGlobalStorage else { return node(.unknown, cursor) }
      return variable(.global(globalName(declaration)), cursor, declaration)
    case .enumerator: return node(.constant(value(ofEnumerator: declaration)), cursor)
    case .function, .method, .constructor, .destructor, .conversionFunction:
      return node(.function(name(of: declaration)), cursor)
    default: return readUnknown(cursor)
    }
  }

  /// Returns the node of a variable, or of what it refers to if it is a C++ reference.
  private mutating func variable(
    _ base: Place.Base, _ cursor: Cursor, _ declaration: Cursor
  ) -> SyntaxNode {
    let declared = declaration.type
    guard declared.isReference else { return node(.variable(base), cursor) }
    let pointer = SyntaxNode(.variable(base), type: types.type(declared), cursor: cursor)
    return node(.dereference(pointer), cursor)
  }

  /// Reads `base.member` or `base->member`.
  private mutating func readMember(_ cursor: Cursor) -> SyntaxNode {
    guard let field = cursor.referenced else { return readUnknown(cursor) }
    switch field.kind {
    case .field: break
    case .variable: return variable(.global(globalName(field)), cursor, field)
    case .enumerator: return node(.constant(value(ofEnumerator: field)), cursor)
    case .method, .constructor, .destructor, .conversionFunction:
      return node(.function(name(of: field)), cursor)
    default: return readUnknown(cursor)
    }
    guard let base = memberBase(cursor) else { return readUnknown(cursor) }
    if let pointee = base.type.pointee, base.type.isPointer {
      let path = types.path(toField: field, in: pointee)
      if case .address(let place) = base.kind {
        return member(.member(place, path: path, isArrow: false), cursor, field)
      }
      return member(.member(base, path: path, isArrow: true), cursor, field)
    }
    let path = types.path(toField: field, in: base.type)
    return member(.member(base, path: path, isArrow: false), cursor, field)
  }

  /// Returns the node of a member, or of what it refers to if it is a C++ reference.
  private mutating func member(
    _ kind: SyntaxNode.Kind, _ cursor: Cursor, _ field: Cursor
  ) -> SyntaxNode {
    let declared = field.type
    guard declared.isReference else { return node(kind, cursor) }
    let pointer = SyntaxNode(kind, type: types.type(declared), cursor: cursor)
    return node(.dereference(pointer), cursor)
  }

  /// Reads what is in front of the point or arrow; in C++ that can be `this`, unwritten.
  private mutating func memberBase(_ cursor: Cursor) -> SyntaxNode? {
    if let base = operands(of: cursor).first { return read(base) }
    return thisNode(cursor)
  }

  /// Reads `a[i]`, also as `i[a]`.
  private mutating func readSubscript(_ cursor: Cursor) -> SyntaxNode {
    let operands = operands(of: cursor)
    guard operands.count == 2 else { return readUnknown(cursor) }
    var base = read(operands[0])
    var index = read(operands[1])
    if base.type.pointee == nil && index.type.pointee != nil { swap(&base, &index) }
    return node(element(of: base, index: index), cursor)
  }

  /// Returns the element of an array or of what a pointer points to.
  func element(of base: SyntaxNode, index: SyntaxNode) -> SyntaxNode.Kind {
    if case .decay(let array) = base.kind, array.isPlace { return .element(array, index: index) }
    return .element(base, index: index)
  }

  /// Reads `c ? a : b`.
  private mutating func readConditional(_ cursor: Cursor) -> SyntaxNode {
    let operands = operands(of: cursor)
    guard operands.count == 3 else { return readUnknown(cursor) }
    let condition = read(operands[0])
    if let value = condition.constant { return read(operands[value != 0 ? 1 : 2]) }
    let nonzero = read(operands[1])
    let zero = read(operands[2])
    return node(.conditional(condition, nonzero, zero), cursor)
  }

  /// Reads the association of `_Generic` that has the result's type.
  private mutating func readGenericSelection(_ cursor: Cursor) -> SyntaxNode {
    let type = cursor.type.canonical.identity
    let arms = operands(of: cursor).dropFirst().filter { $0.kind.isExpression }
    let matching = arms.filter { $0.type.canonical.identity == type }
    if matching.count == 1 || arms.count == 1, let arm = matching.first ?? arms.first {
      return read(arm)
    }
    if let value = cursor.integerValue { return node(.constant(value), cursor) }
    let associations = GenericAssociations(cursor, in: unit)
    if associations.types.count == arms.count, let first = operands(of: cursor).first,
      let index = associations.index(for: first.type)
    {
      return read(Array(arms)[index])
    }
    // libclang tells neither the types of the associations nor which one is meant.
    addGap("a generic selection whose choice cannot be told", at: cursor)
    return node(.opaque("generic selection", []), cursor)
  }

  /// Reads an explicit cast.
  private mutating func readCast(_ cursor: Cursor) -> SyntaxNode {
    guard let operand = operands(of: cursor).last(where: { $0.kind.isExpression }) else {
      return node(.unknown, cursor)
    }
    let value = read(operand)
    let target = type(of: cursor)
    if case .void = target.unaliased {
      return SyntaxNode(.discarded(value), type: target, cursor: cursor)
    }
    return converted(value, to: target, cursor: cursor, isExplicit: true)
  }

}

extension CursorKind {

  /// What an expression of the kind is called where it is not lowered.
  fileprivate var phrase: String {
    switch self {
    case .call: "a call"
    default: "an expression"
    }
  }

}
