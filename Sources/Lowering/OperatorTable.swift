import Clang

/// The operators of expressions: from libclang where it tells them (17 and newer), else from the
/// tokens of the source.
struct OperatorTable {

  let unit: TranslationUnit

  init(_ unit: TranslationUnit) { self.unit = unit }

  /// The spelling of libclang's binary operators by number.
  private static let binarySpellings = [
    "", ".*", "->*", "*", "/", "%", "+", "-", "<<", ">>", "<=>", "<", ">", "<=", ">=", "==", "!=",
    "&", "^", "|", "&&", "||", "=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=",
    ",",
  ]

  /// The spelling of libclang's unary operators by number; the postfix ones end in a blank.
  private static let unarySpellings = [
    "", "++ ", "-- ", "++", "--", "&", "*", "+", "-", "~", "!", "__real", "__imag",
    "__extension__", "co_await",
  ]

  /// Returns the spelling of a binary or compound assignment operator, if libclang tells it.
  func binary(_ cursor: Cursor) -> String? {
    let number = cursor.binaryOperatorKind
    return number > 0 && number < Self.binarySpellings.count ? Self.binarySpellings[number] : nil
  }

  /// Returns the spelling of a unary operator; `nil` if it cannot be told. `use` is the use of a
  /// macro that produced the expression.
  func unary(_ cursor: Cursor, operand: Cursor, use: Cursor?) -> String? {
    let number = cursor.unaryOperatorKind
    if number > 0 {
      return Self.unarySpellings.indices ~= number ? Self.unarySpellings[number] : nil
    }
    if let prefix = prefix(cursor) { return prefix }
    return use.map { postfix(operand: operand, in: $0) } ?? postfix(cursor)
  }

  /// Returns the token at the beginning of a node, if that is a prefix operator.
  private func prefix(_ cursor: Cursor) -> String? {
    let start = cursor.start
    guard let token = unit.tokens(from: start, to: start).first?.spelling else { return nil }
    switch token {
    case "++", "--", "&", "*", "+", "-", "~", "!", "__extension__": return token
    case "__real", "__real__": return "__real"
    case "__imag", "__imag__": return "__imag"
    default: return nil
    }
  }

  /// Returns the postfix operator at the end of a node in a file.
  private func postfix(_ cursor: Cursor) -> String? {
    let end = cursor.end.inFile
    guard let file = end.file, end.offset >= 2 else { return nil }
    return unit.withContents(of: file) { (bytes) in
      guard end.offset <= bytes.count else { return nil }
      switch (bytes[end.offset - 2], bytes[end.offset - 1]) {
      case (UInt8(ascii: "+"), UInt8(ascii: "+")): return "++ "
      case (UInt8(ascii: "-"), UInt8(ascii: "-")): return "-- "
      default: return nil
      }
    }
  }

  /// Returns the postfix operator behind an operand in the body of a macro.
  private func postfix(operand: Cursor, in use: Cursor) -> String? {
    let start = operand.start
    guard let token = unit.tokens(from: start, to: start).first,
      let definition = MacroDefinition(of: use, in: unit)
    else { return nil }
    let place = token.location.inFile
    if definition.covers(place) {
      return definition.postfixOperator(behindOperandAt: place).map { $0 + " " }
    }
    let arguments = MacroArguments(of: use, in: unit)
    return arguments.parameter(at: place, of: definition)
      .flatMap { definition.postfixOperator(behindOperandFrom: $0) }.map { $0 + " " }
  }

  /// Returns the postfix operator behind an operand that stands in the body of any macro.
  func postfix(operand: Cursor, in macros: MacroTable) -> String? {
    let start = operand.start
    guard let place = unit.tokens(from: start, to: start).first?.location.inFile else { return nil }
    let body = macros.definition(around: place, in: unit)
    return body?.postfixOperator(behindOperandAt: place).map { $0 + " " }
  }

}
