/// Where the statements of a source begin and end, as far as its text tells.
///
/// A statement ends at a semicolon or a brace outside of parentheses; a directive of the
/// preprocessor goes to the end of its last continued line.
struct StatementTable {

  /// A statement, by its bytes and its lines.
  private struct Statement {
    let bytes: Range<Int>
    let lines: ClosedRange<Int>
  }

  private var statements: [Statement] = []
  /// The offset at which each line begins.
  private var lineStarts = [0]
  private let bytes: [UInt8]
  private var offset = 0
  /// Where the statement began that has not ended.
  private var start: (offset: Int, line: Int)?
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while offset < bytes.count { readToken() }
    end()
  }

  /// Returns the lines of the statement at a position; only its own line if there is none.
  func lines(ofStatementAt line: Int, column: Int) -> ClosedRange<Int> {
    guard lineStarts.indices.contains(line - 1) else { return line ... line }
    let place = lineStarts[line - 1] + max(0, column - 1)
    var low = 0
    var high = statements.count
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].bytes.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    guard low < statements.count, statements[low].bytes.contains(place) else {
      return line ... line
    }
    return statements[low].lines
  }

  private func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  private mutating func advance() {
    if peek() == 0x0A { lineStarts.append(offset + 1) }
    offset += 1
  }

  /// Ends the statement that has begun.
  private mutating func end() {
    depth = 0
    guard let (first, line) = start else { return }
    statements.append(.init(bytes: first ..< offset, lines: line ... lineStarts.count))
    start = nil
  }

  private mutating func readToken() {
    switch (peek(), peek(1)) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")):
      while offset < bytes.count, peek() != 0x0A { offset += 1 }
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      offset += 2
      while offset < bytes.count, !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
        advance()
      }
      offset = min(offset + 2, bytes.count)
    case (0 ... 0x20, _): advance()
    default:
      if start == nil { start = (offset, lineStarts.count) }
      readCode()
    }
  }

  private mutating func readCode() {
    switch peek() {
    case UInt8(ascii: "#") where start?.offset == offset:
      while offset < bytes.count, peek() != 0x0A {
        let isContinued = peek() == UInt8(ascii: "\\")
        advance()
        if isContinued, offset < bytes.count { advance() }
      }
      end()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): literal()
    case UInt8(ascii: "("), UInt8(ascii: "["):
      depth += 1
      advance()
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      depth -= 1
      advance()
    case UInt8(ascii: ";"):
      advance()
      if depth <= 0 { end() }
    case UInt8(ascii: "{"), UInt8(ascii: "}"):
      advance()
      end()
    default: advance()
    }
  }

  /// Passes over a literal, which ends at its line at the latest.
  private mutating func literal() {
    let quote = peek()
    advance()
    while offset < bytes.count, peek() != quote, peek() != 0x0A {
      if peek() == UInt8(ascii: "\\") { advance() }
      if offset < bytes.count { advance() }
    }
    if peek() == quote { advance() }
  }

}
