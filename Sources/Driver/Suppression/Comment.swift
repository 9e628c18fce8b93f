/// A comment of a C source.
struct Comment: Hashable, Sendable {

  /// What stands between the delimiters.
  let text: String
  /// The lines on which the comment stands.
  let lines: ClosedRange<Int>
  /// The column in bytes at which it begins.
  let column: Int
  /// Whether code precedes the comment on its first line.
  let followsCode: Bool
  /// Whether the comment ends where its line does.
  let isEndedByLine: Bool

  /// Returns the comments of a text, in order.
  ///
  /// String and character literals are passed over, so that no comment begins in them.
  static func all(in bytes: [UInt8]) -> [Comment] {
    var scanner = CommentScanner(bytes)
    return scanner.comments()
  }

  /// Returns the comments of a text that contain one of `words`, in order.
  static func all(in bytes: [UInt8], containing words: [String]) -> [Comment] {
    all(in: bytes).filter { (comment) in words.contains { comment.text.contains($0) } }
  }

}

/// Walks over C source text.
private struct CommentScanner {

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// Whether something other than blanks and comments was seen on the line.
  private var sawCode = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the byte at `distance` from here, 0 behind the end.
  private func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// Moves one byte on.
  private mutating func advance() {
    if peek() == 0x0A {
      line += 1
      lineStart = offset + 1
      sawCode = false
    }
    offset += 1
  }

  /// Returns all comments.
  mutating func comments() -> [Comment] {
    var comments: [Comment] = []
    while offset < bytes.count {
      switch (peek(), peek(1)) {
      case (UInt8(ascii: "/"), UInt8(ascii: "/")): comments.append(lineComment())
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): comments.append(blockComment())
      case (UInt8(ascii: "\""), _), (UInt8(ascii: "'"), _): literal()
      default:
        if peek() > 0x20 { sawCode = true }
        advance()
      }
    }
    return comments
  }

  /// Passes over a literal, which ends at its line at the latest.
  private mutating func literal() {
    let quote = peek()
    sawCode = true
    advance()
    while offset < bytes.count, peek() != quote, peek() != 0x0A {
      if peek() == UInt8(ascii: "\\") { advance() }
      if offset < bytes.count { advance() }
    }
    if peek() == quote { advance() }
  }

  /// Returns the comment from `//` to the end of the line.
  private mutating func lineComment() -> Comment {
    let start = offset
    let followsCode = sawCode
    while offset < bytes.count, peek() != 0x0A { offset += 1 }
    return comment(
      from: start, to: offset, on: line ... line, lineStart, followsCode, isEndedByLine: true)
  }

  /// Returns the comment from `/*` to `*/` or the end of the file.
  private mutating func blockComment() -> Comment {
    let (start, firstLine, firstLineStart) = (offset, line, lineStart)
    let followsCode = sawCode
    offset += 2
    while offset < bytes.count, !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
      advance()
    }
    let end = min(offset, bytes.count)
    offset = min(offset + 2, bytes.count)
    return comment(from: start, to: end, on: firstLine ... line, firstLineStart, followsCode)
  }

  /// Returns the comment that begins at `start`.
  private func comment(
    from start: Int, to end: Int, on lines: ClosedRange<Int>, _ lineStart: Int,
    _ followsCode: Bool, isEndedByLine: Bool = false
  ) -> Comment {
    Comment(
      text: String(decoding: bytes[min(start + 2, end) ..< end], as: UTF8.self), lines: lines,
      column: start - lineStart + 1, followsCode: followsCode, isEndedByLine: isEndedByLine)
  }

}
