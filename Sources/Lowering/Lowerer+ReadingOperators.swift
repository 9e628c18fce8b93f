import Clang
import IR

// Operators and conversions.

extension Lowerer {

  /// Reads an operator in front of or behind its operand.
  mutating func readUnary(_ cursor: Cursor) -> SyntaxNode {
    guard let operand = operands(of: cursor).last else {
      return node(cursor.integerValue.map { .constant($0) } ?? .unknown, cursor)
    }
    if isIterator(operand) { return readDereference(of: read(operand), cursor) }
    let extent = cursor.extent
    let use = ranges.macroUse(at: extent.start.inFile, extent.end.inFile)
    let known = operators.unary(cursor, operand: operand, use: use)
    guard let spelling = known ?? operators.postfix(operand: operand, in: macros) else {
      addGap("an operator that cannot be told inside a macro", at: cursor)
      return node(.opaque("operator", [read(operand)]), cursor)
    }
    let value = read(operand)
    switch spelling {
    case "&": return readAddress(of: value, cursor)
    case "*": return readDereference(of: value, cursor)
    case "++": return node(.step(value, by: 1, isPrefix: true), cursor)
    case "--": return node(.step(value, by: -1, isPrefix: true), cursor)
    case "++ ": return node(.step(value, by: 1, isPrefix: false), cursor)
    case "-- ": return node(.step(value, by: -1, isPrefix: false), cursor)
    case "__extension__": return value
    case "+": return converted(value, to: type(of: cursor), cursor: cursor, isExplicit: false)
    case "-":
      if case .floating(let number) = value.kind { return node(.floating(-number), cursor) }
      return arithmetic(.minus, value, cursor) { 0 &- $0 }
    case "~": return arithmetic(.bitwiseNot, value, cursor) { ~$0 }
    case "!": return arithmetic(.logicalNot, value, cursor) { $0 == 0 ? 1 : 0 }
    default: return node(.unary(.unknown, value), cursor)
    }
  }

  /// Returns the node of an arithmetic operator, or its value if that is known.
  private mutating func arithmetic(
    _ operation: UnaryOperator, _ operand: SyntaxNode, _ cursor: Cursor, fold: (Int) -> Int
  ) -> SyntaxNode {
    guard let value = operand.constant else { return node(.unary(operation, operand), cursor) }
    let type = type(of: cursor)
    return SyntaxNode(.constant(truncated(fold(value), to: type)), type: type, cursor: cursor)
  }

  /// Returns the address of what a node names.
  private mutating func readAddress(of value: SyntaxNode, _ cursor: Cursor) -> SyntaxNode {
    switch value.kind {
    case .function: return value
    case .dereference(let pointer): return pointer
    default: return node(.address(value), cursor)
    }
  }

  /// Returns what a pointer points to.
  private mutating func readDereference(of value: SyntaxNode, _ cursor: Cursor) -> SyntaxNode {
    switch value.kind {
    case .function: return value
    case .address(let place): return place
    case .decay(let array) where array.isPlace:
      let zero = SyntaxNode(.constant(0), type: .integer(bits: 64, isSigned: true), cursor: cursor)
      return node(.element(array, index: zero), cursor)
    case .binary(.add, let l, let r) where l.type.isPointer:
      return node(element(of: l, index: r), cursor)
    case .binary(.add, let l, let r) where r.type.isPointer:
      return node(element(of: r, index: l), cursor)
    default:
      if case .function = value.type.pointee?.unaliased { return value }
      return node(.dereference(value), cursor)
    }
  }

  /// Reads an operator between two operands.
  mutating func readBinary(_ cursor: Cursor) -> SyntaxNode {
    let operands = operands(of: cursor)
    guard operands.count == 2 else { return readUnknown(cursor) }
    let spelling = binarySpelling(cursor, operands[0], operands[1])
    let l = read(operands[0])
    let r = read(operands[1])
    switch spelling {
    case "=": return node(.assignment(l, r), cursor)
    case ",": return node(.comma(l, r), cursor)
    case "&&": return readLogical(.and, l, r, cursor)
    case "||": return readLogical(.or, l, r, cursor)
    case .some(let spelling):
      if let operation = BinaryOperator(spelling) { return readBinary(operation, l, r, cursor) }
      return node(.binary(.unknown, l, r), cursor)
    case nil where l.isPlace && isAssigned(type(of: cursor), from: r):
      return node(.assignment(l, r), cursor)
    case nil:
      if l.effects.union(r.effects).hasSideEffects || l.isPlace {
        addGap("an operator that cannot be told inside a macro", at: cursor)
      }
      return node(.binary(.unknown, l, r), cursor)
    }
  }

  /// Whether an operator whose result has a type can only be an assignment of `value`: two structs
  /// are not combined otherwise, nor two pointers to a pointer, but for what a comma throws away.
  private func isAssigned(_ type: Type, from value: SyntaxNode) -> Bool {
    switch type.unaliased {
    case .record: true
    case .pointer: value.type.isPointer
    case .void, .integer, .floating, .array, .function, .named, .other: false
    }
  }

  /// Returns the spelling of a binary operator.
  private mutating func binarySpelling(
    _ cursor: Cursor, _ left: Cursor, _ right: Cursor
  ) -> String? {
    if let known = operators.binary(cursor) { return known }
    let extent = cursor.extent
    let leftPlace = left.start.inFile
    let rightPlace = right.start.inFile
    var tokens = BinaryOperatorTokens(
      unit: unit,
      use: ranges.macroUse(at: extent.start.inFile, extent.end.inFile),
      covering: ranges.use(coveringBoth: leftPlace, rightPlace),
      places: (
        ranges.useStart(covering: leftPlace, not: rightPlace) ?? leftPlace,
        ranges.useStart(covering: rightPlace, not: leftPlace) ?? rightPlace
      ))
    if let found = tokens.spelling(between: left, and: right) { return found }
    tokens.macros = macros
    return tokens.spelling(between: left, and: right)
  }

  /// Returns the node of an operator that evaluates both operands, or its value if that is known.
  private mutating func readBinary(
    _ operation: BinaryOperator, _ l: SyntaxNode, _ r: SyntaxNode, _ cursor: Cursor
  ) -> SyntaxNode {
    let type = type(of: cursor)
    if let left = l.constant, let right = r.constant,
      let value = operation.apply(left, right, isSigned: l.type.isSignedInteger)
    {
      return SyntaxNode(.constant(truncated(value, to: type)), type: type, cursor: cursor)
    }
    return SyntaxNode(.binary(operation, l, r), type: type, cursor: cursor)
  }

  /// Returns the node of `&&` or `||`, or its value if the first operand tells it.
  private mutating func readLogical(
    _ operation: SyntaxNode.LogicalOperator, _ l: SyntaxNode, _ r: SyntaxNode, _ cursor: Cursor
  ) -> SyntaxNode {
    if let left = l.constant {
      if (left != 0) == (operation == .or) { return node(.constant(left != 0 ? 1 : 0), cursor) }
      if let right = r.constant { return node(.constant(right != 0 ? 1 : 0), cursor) }
    }
    return node(.logical(operation, l, r), cursor)
  }

  /// Reads `a += b` and its like.
  mutating func readCompoundAssignment(_ cursor: Cursor) -> SyntaxNode {
    let operands = operands(of: cursor)
    guard operands.count == 2 else { return readUnknown(cursor) }
    let spelling = binarySpelling(cursor, operands[0], operands[1])
    let operation = spelling.flatMap { BinaryOperator(String($0.dropLast())) } ?? .unknown
    let l = read(operands[0])
    let r = read(operands[1])
    return node(.compoundAssignment(operation, l, r), cursor)
  }

  /// Returns a value after a conversion, which is left out where it does not change the value.
  mutating func converted(
    _ value: SyntaxNode, to target: Type, cursor: Cursor, isExplicit: Bool
  ) -> SyntaxNode {
    switch value.kind {
    case .constant(let number):
      guard case .floating = target.unaliased else {
        return SyntaxNode(
          .constant(truncated(number, to: target)), type: target, cursor: cursor)
      }
      return SyntaxNode(.floating(Double(number)), type: target, cursor: cursor)
    case .function, .string, .unknown:
      return SyntaxNode(value.kind, type: target, cursor: cursor)
    default: break
    }
    guard conversionMatters(from: value.type, to: target, isExplicit: isExplicit) else {
      return value
    }
    return SyntaxNode(.conversion(value), type: target, cursor: cursor)
  }

  /// Whether a conversion is kept.
  private func conversionMatters(from: Type, to: Type, isExplicit: Bool) -> Bool {
    switch (from.unaliased, to.unaliased) {
    case (.pointer(let l), .pointer(let r)): isExplicit && l.unaliased != r.unaliased
    case (.integer(let l, _), .integer(let r, _)): r < l
    case (.floating, .floating), (.record, .record), (_, .void): false
    default: from.unaliased != to.unaliased
    }
  }

  /// Returns the value that a constant has in a type.
  func truncated(_ value: Int, to type: Type) -> Int {
    guard case .integer(let bits, let isSigned) = type.unaliased, bits < 64 else { return value }
    if bits == 1 { return value == 0 ? 0 : 1 }
    let low = value & ((1 << bits) - 1)
    return isSigned && low >> (bits - 1) == 1 ? low - (1 << bits) : low
  }

}
