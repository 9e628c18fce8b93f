import Clang

/// The labels to which an `asm goto` may jump: the names behind the fourth colon.
struct AssemblyLabels {

  /// The labels in order.
  let names: [String]

  /// The labels of an inline assembly statement.
  init(_ cursor: Cursor, in unit: TranslationUnit) {
    let start = cursor.start
    guard let spelled = unit.tokens(from: start, to: start).first?.location.inFile,
      let file = spelled.file
    else {
      names = []
      return
    }
    names = unit.withContents(of: file) { (bytes) in
      Self.names(in: CText(bytes), from: spelled.offset)
    }
  }

  /// Returns the names behind the fourth colon at the depth of the statement's parentheses.
  private static func names(in text: CText, from start: Int) -> [String] {
    var names: [String] = []
    var depth = 0
    var colons = 0
    var isGoto = false
    var offset = start
    while let range = text.nextToken(from: offset, before: .max) {
      let token = text.spelling(range)
      offset = range.upperBound
      switch token {
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth <= 0 { return isGoto ? names : [] }
      case ":" where depth == 1: colons += 1
      case "goto" where depth == 0: isGoto = true
      case ",": break
      default: if depth == 1 && colons >= 4 { names.append(token) }
      }
    }
    return []
  }

}
