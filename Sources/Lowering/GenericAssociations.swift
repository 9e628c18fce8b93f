import Clang

/// The types that a `_Generic` names, as they are written: libclang does not tell them.
struct GenericAssociations {

  /// The types in order, without spaces; `default` too.
  let types: [String]

  /// The associations of a selection, whose text may be that of a macro.
  init(_ cursor: Cursor, in unit: TranslationUnit) {
    let start = cursor.start
    guard let spelled = unit.tokens(from: start, to: start).first?.location.inFile,
      let file = spelled.file
    else {
      types = []
      return
    }
    types = unit.withContents(of: file) { (bytes) in
      Self.types(in: CText(bytes), from: spelled.offset)
    }
  }

  /// Returns the index of the association that a type selects; `nil` if the text does not tell.
  func index(for type: ClangType) -> Int? {
    let names = [type.spelling, type.canonical.spelling].map { $0.filter { $0 != " " } }
    return types.firstIndex { names.contains($0) }
  }

  /// Returns what stands between the commas and the colons at the depth of the parentheses.
  private static func types(in text: CText, from start: Int) -> [String] {
    var types: [String] = []
    var depth = 0
    var name: String?
    var offset = start
    while let range = text.nextToken(from: offset, before: .max) {
      let token = text.spelling(range)
      if offset == start && token != "_Generic" { return [] }
      offset = range.upperBound
      switch token {
      case "(", "[", "{":
        if depth > 0 { name? += token }
        depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { return types }
        name? += token
      case "," where depth == 1: name = ""
      case ":" where depth == 1:
        if let name { types.append(name) }
        name = nil
      default: name? += token
      }
    }
    return []
  }

}
