import Clang
import IR

// Expressions that libclang shows without saying what they are.

extension Lowerer {

  /// Reads an implicit conversion, or one of the constructs that have no kind of their own.
  mutating func readUnexposed(_ cursor: Cursor) -> SyntaxNode {
    let children = cursor.children
    if children.contains(where: { $0.kind == .typeReference || $0.kind == .memberReference }) {
      return readWithReferences(cursor, children)
    }
    switch children.count {
    case 0: return readWithoutOperands(cursor)
    case 1: return readImplicit(cursor, operand: children[0])
    case 4 where isFallback(children): return readFallback(cursor, children)
    default: return readBuiltinForm(cursor, children)
    }
  }

  /// Reads `offsetof`, or a `va_arg` or `choose_expr` that names a type.
  private mutating func readWithReferences(_ cursor: Cursor, _ children: [Cursor]) -> SyntaxNode {
    if let value = cursor.integerValue { return node(.constant(value), cursor) }
    let operands = children.filter { !$0.kind.isReference }
    if operands.count == 1, isVariableArgumentList(operands[0]) {
      return node(.variableArgument(read(operands[0])), cursor)
    }
    if children.contains(where: { $0.kind == .memberReference }) { return node(.unknown, cursor) }
    return operands.count == 1
      ? readImplicit(cursor, operand: operands[0]) : readUnknown(cursor)
  }

  /// Reads what has no operands: `__builtin_types_compatible_p`, an implicit value, a name of
  /// the compiler's.
  private mutating func readWithoutOperands(_ cursor: Cursor) -> SyntaxNode {
    if let value = cursor.integerValue { return node(.constant(value), cursor) }
    return node(.unknown, cursor)
  }

  /// Reads an implicit conversion.
  private mutating func readImplicit(_ cursor: Cursor, operand: Cursor) -> SyntaxNode {
    guard operand.kind.isExpression else { return node(.unknown, cursor) }
    if isVariableArgumentList(operand), !isVariableArgumentList(cursor) {
      return node(.variableArgument(read(operand)), cursor)
    }
    let value = read(operand)
    let target = value.type.isPointer ? type(of: cursor).decayed : type(of: cursor)
    if case .array = value.type.unaliased, target.isPointer {
      if case .string = value.kind {
        return SyntaxNode(value.kind, type: target, cursor: value.cursor)
      }
      return SyntaxNode(.decay(value), type: target, cursor: value.cursor)
    }
    if case .function = value.type.unaliased, target.isPointer { return value }
    return converted(value, to: target, cursor: cursor, isExplicit: false)
  }

  /// Whether an expression is a `va_list`, or what it decays to.
  private mutating func isVariableArgumentList(_ cursor: Cursor) -> Bool {
    guard cursor.kind.isExpression else { return false }
    let type = type(of: cursor).unaliased
    switch type.pointee?.unaliased ?? type {
    case .record(let name): return name.hasPrefix("__va_list")
    default: return false
    }
  }

  /// Whether four nodes are those of GNU's `a ?: b`: the first three are the same.
  private func isFallback(_ children: [Cursor]) -> Bool {
    let starts = children.prefix(3).map { ($0.start.inFile, $0.end.inFile) }
    return starts.allSatisfy { $0 == starts[0] } && children.allSatisfy(\.kind.isExpression)
  }

  /// Reads GNU's `a ?: b`.
  private mutating func readFallback(_ cursor: Cursor, _ children: [Cursor]) -> SyntaxNode {
    let condition = read(children[0])
    let otherwise = read(children[3])
    if let value = condition.constant { return value != 0 ? condition : otherwise }
    return node(.fallback(condition, otherwise), cursor)
  }

  /// Reads a construct of the compiler's own by its first token.
  private mutating func readBuiltinForm(_ cursor: Cursor, _ children: [Cursor]) -> SyntaxNode {
    let start = cursor.start
    let name = unit.tokens(from: start, to: start).first?.spelling ?? ""
    let operands = children.filter(\.kind.isExpression)
    if name == "__builtin_choose_expr", operands.count == 3 {
      let choice = operands[0].integerValue ?? read(operands[0]).constant
      if let choice { return read(operands[choice != 0 ? 1 : 2]) }
    }
    if name == "__builtin_va_start" || name == "va_start" { return node(.unknown, cursor) }
    if name.contains("atomic"), let access = readAtomic(name, operands, cursor) { return access }
    addGap("an expression that is not understood: \(name)", at: cursor)
    return node(.opaque(name, operands.map { read($0) }), cursor)
  }

  /// Reads an atomic access: a load or store is like any other, and what arithmetic leaves is not
  /// known. libclang shows the place, the order, and then the value.
  private mutating func readAtomic(
    _ name: String, _ operands: [Cursor], _ cursor: Cursor
  ) -> SyntaxNode? {
    guard let first = operands.first else { return nil }
    let pointer = read(first)
    guard let type = pointer.type.pointee else { return nil }
    let target = SyntaxNode(.dereference(pointer), type: type, cursor: first)
    switch name {
    case "__atomic_load_n", "__c11_atomic_load", "atomic_load", "atomic_load_explicit":
      return SyntaxNode(target.kind, type: type, cursor: cursor)
    case "__atomic_store_n", "__c11_atomic_store", "__c11_atomic_init", "atomic_store",
      "atomic_store_explicit", "atomic_init":
      guard let value = operands.last, operands.count >= 2 else { return nil }
      return SyntaxNode(.assignment(target, read(value)), type: type, cursor: cursor)
    default:
      switch type.unaliased {
      case .integer, .floating:
        return node(.opaque(name, [pointer] + operands.dropFirst().map { read($0) }), cursor)
      default: return nil
      }
    }
  }

}
