import Clang

/// The definition of a macro as its tokens.
struct MacroDefinition {

  /// The names of the parameters.
  let parameters: [String]

  /// The tokens that replace a use.
  let body: [String]

  /// Where the tokens of the body begin.
  private let offsets: [Int]

  /// Where the definition stands.
  private let file: FileID
  private let range: Range<Int>

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
    guard let file = start.file, end.file == file, start.offset <= end.offset else { return nil }
    self.file = file
    range = start.offset ..< end.offset
    let (tokens, offsets, hasParameters) = unit.withContents(of: file) { (bytes) in
      let text = CText(bytes)
      let ranges = text.tokenRanges(from: start.offset, to: min(end.offset, bytes.count))
      let open = ranges.first?.upperBound ?? 0
      return (
        ranges.map(text.spelling), ranges.map(\.lowerBound),
        bytes.indices ~= open && bytes[open] == UInt8(ascii: "(")
      )
    }
    let close = hasParameters ? tokens.firstIndex(of: ")") : nil
    parameters = close.map { tokens[2 ..< max(2, $0)].filter { $0 != "," } } ?? []
    body = Array(tokens.dropFirst((close ?? 0) + 1))
    self.offsets = Array(offsets.dropFirst((close ?? 0) + 1))
  }

  /// Whether a place is in the definition.
  func covers(_ place: FileLocation) -> Bool { place.file == file && range ~= place.offset }

  /// Returns the binary operators between an operand that begins at a place in the body and a name
  /// that follows at the same depth of brackets.
  func binaryOperators(after place: FileLocation, and name: String) -> Set<String> {
    var found: Set<String> = []
    var depth = 0
    for index in body.indices where offsets[index] >= place.offset {
      if depth == 0, body[index] == name, isBinaryOperator(at: index - 1) {
        found.insert(body[index - 1])
      }
      switch body[index] {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      default: break
      }
      if depth < 0 { break }
    }
    return found
  }

  /// Returns the binary operators between an operand that begins with a token and a name, wherever
  /// they stand so in the body.
  func binaryOperators(between left: String?, and name: String) -> Set<String> {
    var found: Set<String> = []
    for index in body.indices where body[index] == name && isBinaryOperator(at: index - 1) {
      if let left, startOfOperand(endingAt: index - 2) != left { continue }
      found.insert(body[index - 1])
    }
    return found
  }

  /// Whether a token of the body is a binary operator.
  private func isBinaryOperator(at index: Int) -> Bool {
    guard index >= 1, CText.binaryOperators.contains(body[index]) else { return false }
    return Self.endsOperand(body[index - 1]) && (body[index] != "," || isOperator(commaAt: index))
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
