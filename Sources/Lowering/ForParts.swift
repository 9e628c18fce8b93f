import Clang

/// The parts of a `for` statement.
///
/// libclang leaves absent parts out and does not say which; the semicolons in the source do.
struct ForParts {

  let start: Cursor?
  let condition: Cursor?
  let step: Cursor?
  let body: Cursor

  /// The parts of a statement with the given nodes below it; `nil` if they cannot be told.
  init?(_ cursor: Cursor, _ nodes: [Cursor], in unit: TranslationUnit) {
    guard let body = nodes.last, nodes.count <= 4 else { return nil }
    self.body = body
    switch nodes.count {
    case 4: (start, condition, step) = (nodes[0], nodes[1], nodes[2])
    case 1: (start, condition, step) = (nil, nil, nil)
    default:
      guard let present = Self.presentParts(of: cursor, in: unit),
        present.filter({ $0 }).count == nodes.count - 1
      else { return nil }
      var rest = nodes[...]
      start = present[0] ? rest.popFirst() : nil
      condition = present[1] ? rest.popFirst() : nil
      step = present[2] ? rest.popFirst() : nil
    }
  }

  /// Returns which of the three parts in the parentheses have tokens.
  private static func presentParts(of cursor: Cursor, in unit: TranslationUnit) -> [Bool]? {
    let start = cursor.start
    guard let keyword = unit.tokens(from: start, to: start).first, keyword.spelling == "for",
      let file = keyword.location.inFile.file
    else { return nil }
    return unit.withContents(of: file) { (bytes) in
      presentParts(in: CText(bytes), from: keyword.location.inFile.offset + 3)
    }
  }

  /// Returns which of the three parts have tokens, from the opening parenthesis on.
  private static func presentParts(in text: CText, from start: Int) -> [Bool]? {
    var present = [false, false, false]
    var part = 0
    var depth = 0
    var offset = start
    while let range = text.nextToken(from: offset, before: .max) {
      let token = text.spelling(range)
      offset = range.upperBound
      switch token {
      case "(", "[", "{":
        if depth > 0 { present[part] = true }
        depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { return part == 2 ? present : nil }
      case ";" where depth == 1:
        part += 1
        if part > 2 { return nil }
      default:
        if depth == 0 { return nil }
        present[part] = true
      }
    }
    return nil
  }

}
