/// A reader of C text that knows just enough of it to find the bodies of functions: comments,
/// literals and braces.
struct FunctionScanner {

  /// The functions found so far, in the order of their ends.
  private(set) var functions: [FunctionLines] = []

  /// The kind of text in which the reader is.
  private enum Region {
    case code, lineComment, blockComment
    /// A string or a character; the payload is the quote that ends it.
    case literal(UInt8)
  }

  /// The kind of text in which the reader is.
  private var region = Region.code

  /// The line of the next character.
  private var line = 1

  /// The number of braces that are open.
  private var depth = 0

  /// The line of the open brace at file scope, if it began a function.
  private var start: Int?

  /// The character read before; a space after an escape sequence.
  private var previous = UInt8(ascii: "\n")

  /// The last character of code that was not white space.
  private var lastOfCode = UInt8(ascii: ";")

  /// Reads the next character of the source.
  mutating func read(_ character: UInt8) {
    switch region {
    case .code: readCode(character)
    case .lineComment: if character == UInt8(ascii: "\n") { region = .code }
    case .blockComment: readBlockComment(character)
    case .literal(let quote): readLiteral(character, endingAt: quote)
    }
    if character == UInt8(ascii: "\n") { line += 1 }
  }

  /// Reads a character of a `/* … */` comment.
  private mutating func readBlockComment(_ character: UInt8) {
    if previous == UInt8(ascii: "*") && character == UInt8(ascii: "/") {
      region = .code
      previous = UInt8(ascii: " ")
    } else {
      previous = character
    }
  }

  /// Reads a character of a literal that ends at `quote`.
  private mutating func readLiteral(_ character: UInt8, endingAt quote: UInt8) {
    let isEscaped = previous == UInt8(ascii: "\\")
    if character == quote && !isEscaped { region = .code }
    previous = isEscaped ? UInt8(ascii: " ") : character
  }

  /// Reads a character outside comments and literals.
  private mutating func readCode(_ character: UInt8) {
    let last = previous
    previous = character
    switch character {
    case UInt8(ascii: "/") where last == UInt8(ascii: "/"): region = .lineComment
    case UInt8(ascii: "*") where last == UInt8(ascii: "/"):
      region = .blockComment
      previous = UInt8(ascii: " ")
    case UInt8(ascii: "\""), UInt8(ascii: "'"): region = .literal(character)
    case UInt8(ascii: "{"): openBrace()
    case UInt8(ascii: "}"): closeBrace()
    default: break
    }
    let isCode = character > UInt8(ascii: " ") && character != UInt8(ascii: "/")
    if case .code = region, isCode { lastOfCode = character }
  }

  /// Reads `{`.
  private mutating func openBrace() {
    if depth == 0 && lastOfCode == UInt8(ascii: ")") { start = line }
    depth += 1
  }

  /// Reads `}`.
  private mutating func closeBrace() {
    depth = max(depth - 1, 0)
    guard depth == 0, let first = start else { return }
    functions.append(FunctionLines(lines: first ... line))
    start = nil
  }

}
