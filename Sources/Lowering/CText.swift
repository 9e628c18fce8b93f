/// The bytes of a source file, read as C's tokens without a preprocessor.
struct CText {

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The binary operators.
  static let binaryOperators: Set<String> = [
    "*", "/", "%", "+", "-", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "^", "|", "&&",
    "||", "=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=", ",",
  ]

  /// The punctuators of several bytes, longest first.
  private static let punctuators: [[UInt8]] = [
    "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "*=",
    "/=", "%=", "+=", "-=", "&=", "^=", "|=", "##",
  ].map { Array($0.utf8) }

  /// Whether a byte is part of an identifier or a number.
  static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a") ... UInt8(ascii: "z"), UInt8(ascii: "A") ... UInt8(ascii: "Z"),
      UInt8(ascii: "0") ... UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 128...:
      true
    default: false
    }
  }

  /// Returns the tokens that begin in a stretch of the file.
  func tokens(from start: Int, to end: Int) -> [String] {
    tokenRanges(from: start, to: end).map(spelling)
  }

  /// Returns where the tokens stand that begin in a stretch of the file.
  func tokenRanges(from start: Int, to end: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = start
    while let next = nextToken(from: offset, before: end) {
      ranges.append(next)
      offset = next.upperBound
    }
    return ranges
  }

  /// Returns the text of a stretch of the file.
  func spelling(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Returns the stretch of the first token that begins at or behind a byte, before `end`.
  func nextToken(from start: Int, before end: Int) -> Range<Int>? {
    let begin = skipBlanks(from: start)
    guard begin < min(end, bytes.count) else { return nil }
    let byte = bytes[begin]
    var end = begin + 1
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      while end < bytes.count, bytes[end] != byte, bytes[end] != UInt8(ascii: "\n") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return begin ..< min(end + 1, bytes.count)
    }
    if Self.isIdentifier(byte) {
      while end < bytes.count, Self.isIdentifier(bytes[end]) { end += 1 }
      return begin ..< end
    }
    for punctuator in Self.punctuators where bytes[begin...].starts(with: punctuator) {
      return begin ..< begin + punctuator.count
    }
    return begin ..< end
  }

  /// Returns the first byte at or behind `start` that is not blank and not in a comment.
  private func skipBlanks(from start: Int) -> Int {
    var offset = max(0, start)
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 11, 12:
        offset += 1
      case UInt8(ascii: "\\") where isLineContinuation(at: offset):
        offset += 1
      case UInt8(ascii: "/") where bytes[offset...].starts(with: Array("/*".utf8)):
        offset = endOfComment(from: offset + 2)
      case UInt8(ascii: "/") where bytes[offset...].starts(with: Array("//".utf8)):
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      default:
        return offset
      }
    }
    return offset
  }

  /// Whether a backslash ends a line.
  private func isLineContinuation(at offset: Int) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    return bytes[offset + 1] == UInt8(ascii: "\n") || bytes[offset + 1] == UInt8(ascii: "\r")
  }

  /// Returns the byte behind the comment in which `start` is.
  private func endOfComment(from start: Int) -> Int {
    var offset = start
    while offset + 1 < bytes.count {
      if bytes[offset] == UInt8(ascii: "*") && bytes[offset + 1] == UInt8(ascii: "/") {
        return offset + 2
      }
      offset += 1
    }
    return bytes.count
  }

}

extension CText {

  /// Returns the binary operator whose last byte is the last one in front of a place that is not
  /// blank and not in a comment.
  func binaryOperator(endingBefore place: Int) -> String? {
    let end = skipBlanksBackwards(from: min(place, bytes.count))
    for length in [3, 2, 1] where end >= length {
      let text = String(decoding: bytes[(end - length) ..< end], as: UTF8.self)
      if Self.binaryOperators.contains(text) { return text }
    }
    return nil
  }

  /// Returns the name of the macro whose body begins at a place.
  func macroName(ofBodyAt place: Int) -> String? {
    var start = min(place, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") || isContinued(lineEndingAt: start - 1)
    {
      start -= 1
    }
    let line = tokens(from: start, to: place)
    guard line.count >= 3, line[0] == "#", line[1] == "define" else { return nil }
    let isBody = line.count == 3 || (line[3] == "(" && line.firstIndex(of: ")") == line.count - 1)
    return isBody ? line[2] : nil
  }

  /// Whether a backslash stands in front of the end of a line.
  private func isContinued(lineEndingAt end: Int) -> Bool {
    var offset = end
    if offset > 0, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    return offset > 0 && bytes[offset - 1] == UInt8(ascii: "\\")
  }

  /// Returns the place behind the last byte before `end` that is not blank and not in a comment.
  private func skipBlanksBackwards(from end: Int) -> Int {
    var offset = end
    while offset > 0 {
      switch bytes[offset - 1] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 11, 12,
        UInt8(ascii: "\\"):
        offset -= 1
      case UInt8(ascii: "/") where offset >= 4 && bytes[offset - 2] == UInt8(ascii: "*"):
        offset = startOfComment(before: offset - 2)
      default:
        return offset
      }
    }
    return offset
  }

  /// Returns where the comment begins that ends with a star at `end`.
  private func startOfComment(before end: Int) -> Int {
    var offset = end - 1
    while offset > 0 {
      if bytes[offset - 1] == UInt8(ascii: "/") && bytes[offset] == UInt8(ascii: "*") {
        return offset - 1
      }
      offset -= 1
    }
    return 0
  }

}
