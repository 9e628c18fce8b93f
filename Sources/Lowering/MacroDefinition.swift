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
    self.init(definition, in: unit)
  }

  /// The definition as it stands in its file.
  init?(_ definition: Cursor, in unit: TranslationUnit) {
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

  /// Returns the binary operator between an operand that begins with a token and a name, wherever
  /// they stand so in the body; `nil` if there is none, or not one only.
  func binaryOperator(between left: String?, and name: String) -> String? {
    var found: Set<String> = []
    for index in body.indices.dropFirst(2) where body[index] == name {
      let candidate = body[index - 1]
      guard CText.binaryOperators.contains(candidate), Self.endsOperand(body[index - 2]),
        candidate != "," || isOperator(commaAt: index - 1)
      else { continue }
      if let left, startOfOperand(endingAt: index - 2) != left { continue }
      found.insert(candidate)
    }
    return found.count == 1 ? found.first : nil
  }

  /// Returns the `++` or `--` behind an operand that begins with a token, wherever it stands so in
  /// the body; `nil` if there is none, or both.
  func postfixOperator(behindOperandFrom start: String) -> String? {
    var found: Set<String> = []
    for index in body.indices.dropFirst() where body[index] == "++" || body[index] == "--" {
      if Self.endsOperand(body[index - 1]), startOfOperand(endingAt: index - 1) == start {
        found.insert(body[index])
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a comma is an operator: the parentheses around it are not those of a call.
  private func isOperator(commaAt index: Int) -> Bool {
    var depth = 0
    for position in stride(from: index - 1, through: 0, by: -1) {
      switch body[position] {
      case ")", "]", "}": depth += 1
      case "(", "[", "{":
        depth -= 1
        if depth < 0 {
          return body[position] == "(" && (position == 0 || !Self.endsOperand(body[position - 1]))
        }
      default: break
      }
    }
    return true
  }

  /// Returns the first token of the postfix expression whose last token has an index.
  private func startOfOperand(endingAt end: Int) -> String {
    var index = end
    while true {
      if body[index] == ")" || body[index] == "]" { index = opening(of: index) }
      guard index > 0 else { return body[0] }
      if body[index - 1] == "->" || body[index - 1] == ".", index >= 2 {
        index -= 2
      } else if body[index] == "[", index >= 1 {
        index -= 1
      } else if body[index] == "(", Self.endsOperand(body[index - 1]) {
        index -= 1
      } else {
        return body[index]
      }
    }
  }

  /// Returns the index of the bracket that a closing one closes.
  private func opening(of close: Int) -> Int {
    var depth = 0
    for index in stride(from: close, through: 0, by: -1) {
      switch body[index] {
      case ")", "]": depth += 1
      case "(", "[":
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return 0
  }

  /// Whether a token can be the last of an operand, so that what follows is a binary operator.
  private static func endsOperand(_ token: String) -> Bool {
    guard let last = token.utf8.last else { return false }
    return token == ")" || token == "]" || token == "++" || token == "--"
      || (CText.isIdentifier(last) && token != "return" && token != "case")
  }

}
