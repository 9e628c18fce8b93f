import Clang

/// The token in front of the right operand of a binary operator, for libclang before 17.
///
/// Where the operator stands in the body of a macro and its right operand is an argument, the body
/// is searched: if every use of the parameter follows the same operator, that is the one. What
/// cannot be told so is not guessed.
struct BinaryOperatorTokens {

  let unit: TranslationUnit

  /// The use of a macro that produced the expression, if one did.
  let use: Cursor?

  /// Returns the operator in front of a node.
  func spelling(before right: Cursor) -> String? {
    let start = right.start
    guard let token = unit.tokens(from: start, to: start).first else { return nil }
    let spelled = token.location.inFile
    if let use {
      // An operand that stands in the file is an argument: the operator is in the macro's body
      // unless the whole expression is the argument's.
      let extent = use.extent
      let isArgument =
        spelled.file == extent.start.inFile.file
        && spelled.offset >= extent.start.inFile.offset
        && spelled.offset < extent.end.inFile.offset
      if isArgument { return inBody(of: use, argumentAt: spelled, ofUse: extent.start.inFile) }
      if let found = operatorBefore(spelled) { return found }
      return inBody(of: use, before: identifierBefore(spelled))
    }
    return operatorBefore(start.inFile)
  }

  /// Returns the operator in front of a parameter in the body of a macro, by the place of the
  /// argument.
  private func inBody(
    of use: Cursor, argumentAt place: FileLocation, ofUse start: FileLocation
  ) -> String? {
    guard let file = place.file, let definition = MacroDefinition(of: use, in: unit) else {
      return nil
    }
    let index = unit.withContents(of: file) { (bytes) in
      argumentIndex(in: bytes, from: start.offset, to: place.offset)
    }
    guard let index, definition.parameters.indices ~= index else { return nil }
    return definition.operatorBefore(definition.parameters[index])
  }

  /// Returns the operator in front of a name in the body of a macro.
  private func inBody(of use: Cursor, before name: String?) -> String? {
    guard let name, let definition = MacroDefinition(of: use, in: unit) else { return nil }
    return definition.operatorBefore(name)
  }

  /// Returns the operator that ends in front of a place in a file.
  private func operatorBefore(_ place: FileLocation) -> String? {
    guard let file = place.file else { return nil }
    return unit.withContents(of: file) { (bytes) in
      CText(bytes).binaryOperator(endingBefore: place.offset)
    }
  }

  /// Returns the name of the macro whose body begins at a place.
  private func identifierBefore(_ place: FileLocation) -> String? {
    guard let file = place.file else { return nil }
    return unit.withContents(of: file) { (bytes) in
      CText(bytes).macroName(ofBodyAt: place.offset)
    }
  }

  /// Returns the number of the argument of a macro's use in which a byte stands.
  private func argumentIndex(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to place: Int
  ) -> Int? {
    guard start < place, place <= bytes.count else { return nil }
    var depth = 0
    var index = 0
    for token in CText(bytes).tokens(from: start, to: place) {
      switch token {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case ",": if depth == 1 { index += 1 }
      default: break
      }
    }
    return depth >= 1 ? index : nil
  }

}
