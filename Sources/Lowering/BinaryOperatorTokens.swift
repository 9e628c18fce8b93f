import Clang

/// The token between the operands of a binary operator, for libclang before 17.
///
/// Where the operator stands in the body of a macro and its right operand is an argument or another
/// macro, the body is searched: if every use of that name follows the same operator, that is the
/// one. What cannot be told so is not guessed.
struct BinaryOperatorTokens {

  let unit: TranslationUnit

  /// The macros by name; without them the macros that a macro uses are not searched.
  var macros: MacroTable?

  /// The use of a macro that produced the expression, if one did.
  let use: Cursor?

  /// The use of a macro in whose arguments the expression stands, if it does.
  let covering: Cursor?

  /// Where the operands begin in the file: where its macro is used, if it is a macro's.
  let places: (left: FileLocation, right: FileLocation)

  /// Returns the operator between two nodes.
  func spelling(between left: Cursor, and right: Cursor) -> String? {
    if let use { return spelling(between: left, and: right, producedBy: use) }
    let found = operatorBefore(places.right)
    guard let covering, found == nil || found == ",",
      let definition = MacroDefinition(of: covering, in: unit)
    else { return found }
    // A comma in the parentheses of a macro's use is rather the end of an argument.
    let arguments = MacroArguments(of: covering, in: unit)
    let name = arguments.parameter(at: places.right, of: definition)
    guard let name, name != arguments.parameter(at: places.left, of: definition) else {
      return found
    }
    return inBody(definition, between: left, and: name)
  }

  /// Returns the operator between two nodes of code that a macro produced: it stands in the macro's
  /// body, or in the middle of an argument.
  private func spelling(
    between left: Cursor, and right: Cursor, producedBy use: Cursor
  ) -> String? {
    let start = right.start
    guard let spelled = unit.tokens(from: start, to: start).first?.location.inFile,
      let definition = MacroDefinition(of: use, in: unit)
    else { return nil }
    let arguments = MacroArguments(of: use, in: unit)
    if !arguments.cover(spelled), let found = operatorBefore(spelled) { return found }
    if arguments.cover(places.right), let found = operatorBefore(places.right), found != "," {
      return found
    }
    let name = arguments.parameter(at: spelled, of: definition) ?? nameOfMacro(at: spelled)
    return name.flatMap { inBody(definition, between: left, and: $0) }
  }

  /// Returns the operator between a node and a name in the body of a macro, or of one that it uses.
  private func inBody(
    _ definition: MacroDefinition, between left: Cursor, and name: String
  ) -> String? {
    let start = left.start
    let token = unit.tokens(from: start, to: start).first
    let bodies = [definition] + (macros?.definitions(usedBy: definition, in: unit) ?? [])
    if let place = token?.location.inFile, let body = bodies.first(where: { $0.covers(place) }) {
      let found = body.binaryOperators(after: place, and: name)
      if !found.isEmpty { return only(found) }
    }
    return only(Set(bodies.flatMap { $0.binaryOperators(between: nil, and: name) }))
      ?? only(Set(bodies.flatMap { $0.binaryOperators(between: token?.spelling, and: name) }))
  }

  /// Returns the only element of a set.
  private func only(_ operators: Set<String>) -> String? {
    operators.count == 1 ? operators.first : nil
  }

  /// Returns the operator that ends in front of a place in a file.
  private func operatorBefore(_ place: FileLocation) -> String? {
    guard let file = place.file else { return nil }
    return unit.withContents(of: file) { (bytes) in
      CText(bytes).binaryOperator(endingBefore: place.offset)
    }
  }

  /// Returns the name of the macro whose body begins at a place.
  private func nameOfMacro(at place: FileLocation) -> String? {
    guard let file = place.file else { return nil }
    return unit.withContents(of: file) { (bytes) in
      CText(bytes).macroName(ofBodyAt: place.offset)
    }
  }

}
