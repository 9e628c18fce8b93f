import Clang

/// The definition of a macro as its tokens.
struct MacroDefinition {

  /// The names of the parameters.
  let parameters: [String]

  /// The tokens that replace a use.
  let body: [String]

  /// The definition of the macro that is used.
  init?(of use: Cursor, in unit: TranslationUnit) {
    guard let definition = use.referenced else { return nil }
    let extent = definition.extent
    let start = extent.start.inFile
    let end = extent.end.inFile
    guard let file = start.file, end.file == file else { return nil }
    let tokens = unit.withContents(of: file) { (bytes) in
      CText(bytes).tokens(from: start.offset, to: min(end.offset, bytes.count))
    }
    let hasParameters = unit.withContents(of: file) { (bytes) in
      let open = start.offset + (tokens.first?.utf8.count ?? 0)
      return bytes.indices ~= open && bytes[open] == UInt8(ascii: "(")
    }
    guard hasParameters, let close = tokens.firstIndex(of: ")") else {
      parameters = []
      body = Array(tokens.dropFirst())
      return
    }
    parameters = tokens[2 ..< max(2, close)].filter { $0 != "," }
    body = Array(tokens[(close + 1)...])
  }

  /// Returns the binary operator in front of every use of a name in the body; `nil` if there is
  /// none, or not one only.
  func operatorBefore(_ name: String) -> String? {
    var found: Set<String> = []
    for index in body.indices.dropFirst() where body[index] == name {
      let isOperand = index >= 2 && MacroDefinition.endsOperand(body[index - 2])
      if CText.binaryOperators.contains(body[index - 1]), isOperand, body[index - 1] != "," {
        found.insert(body[index - 1])
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a token can be the last of an operand, so that what follows is a binary operator.
  private static func endsOperand(_ token: String) -> Bool {
    guard let last = token.utf8.last else { return false }
    return token == ")" || token == "]" || token == "++" || token == "--"
      || CText.isIdentifier(last)
  }

}
