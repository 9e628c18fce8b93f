import Clang

/// A `cleanup` attribute, as the source spells it: libclang does not tell the function.
struct CleanupAttribute {

  /// The name of the function that is called.
  let function: String

  /// Reads `attribute`; `nil` if it is another one.
  init?(_ attribute: Cursor, in unit: TranslationUnit, macros: MacroTable) {
    let start = attribute.extent.start
    guard let place = unit.tokens(from: start, to: start).first?.location.inFile,
      let file = place.file
    else { return nil }
    let argument = unit.withContents(of: file) { (bytes) in
      Self.argument(in: CText(bytes), at: place.offset)
    }
    guard let argument else { return nil }
    let definition = macros.definition(around: place, in: unit)
    let values = definition.flatMap { Self.arguments(ofUseAt: start.inFile, $0, in: unit) } ?? [:]
    function = argument.filter { $0 != "##" }.map { values[$0] ?? $0 }.joined()
  }

  /// Returns the tokens between the parentheses of a `cleanup` attribute.
  private static func argument(in text: CText, at place: Int) -> [String]? {
    guard let name = text.nextToken(from: place, before: .max),
      ["cleanup", "__cleanup__"].contains(text.spelling(name))
    else { return nil }
    return text.lists(inParenthesesFrom: name.upperBound)?.flatMap { $0 }
  }

  /// Returns what the parameters of a macro are in the use of it at a place.
  private static func arguments(
    ofUseAt place: FileLocation, _ definition: MacroDefinition, in unit: TranslationUnit
  ) -> [String: String]? {
    guard let file = place.file, !definition.covers(place) else { return nil }
    let arguments = unit.withContents(of: file) { (bytes) -> [[String]]? in
      let text = CText(bytes)
      return text.nextToken(from: place.offset, before: .max).flatMap {
        text.lists(inParenthesesFrom: $0.upperBound)
      }
    }
    guard let arguments, arguments.count == definition.parameters.count else { return nil }
    return .init(zip(definition.parameters, arguments.map { $0.joined() })) { (first, _) in first }
  }

}

extension CText {
  /// Returns the tokens between the parentheses that begin behind a place, parted at its commas;
  /// `nil` if none do.
  fileprivate func lists(inParenthesesFrom start: Int) -> [[String]]? {
    guard let open = nextToken(from: start, before: .max), spelling(open) == "(" else { return nil }
    var lists: [[String]] = [[]]
    var depth = 1
    var offset = open.upperBound
    while let range = nextToken(from: offset, before: .max) {
      let token = spelling(range)
      offset = range.upperBound
      switch token {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth == 0 { return lists }
      if token == ",", depth == 1 {
        lists.append([])
      } else {
        lists[lists.count - 1].append(token)
      }
    }
    return nil
  }
}
