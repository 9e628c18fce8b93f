/// Finds the directives that open files in the text of a source.
///
/// It takes for a directive whatever could be one: no condition is evaluated, and no comment or
/// literal that began on an earlier line is known. A source that uses a runtime is never overlooked
/// so; one that only seems to is found out when it is parsed.
struct DirectiveScanner {

  /// The directives, in order.
  private(set) var directives: [IncludeDirective] = []
  /// For each macro without parameters the paths and macros that its definitions spell.
  private(set) var macros: [String: [IncludeDirective.Operand]] = [:]

  /// The text without a byte order mark, and without line ends that are spliced away.
  private let bytes: [UInt8]
  /// The offsets at which lines were spliced together, ascending.
  private let splices: [Int]
  private var offset = 0
  private var line = 1
  /// How many of the splices were passed.
  private var passedSplices = 0

  /// The longest comment that is passed over inside a directive.
  private static let commentLimit = 4096

  /// Scans a text.
  init(_ text: [UInt8]) {
    (bytes, splices) = Self.spliced(text)
    readDirective()
    while offset < bytes.count {
      let byte = peek()
      let endsComment = byte == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")
      let endsLine = byte == 0x0A || byte == 0x0D
      if endsLine && !(byte == 0x0D && peek(1) == 0x0A) { line += 1 }
      offset += endsComment ? 2 : 1
      if endsComment || endsLine { readDirective() }
    }
  }

  /// Returns a text as the preprocessor sees it, and where lines were put together.
  private static func spliced(_ text: [UInt8]) -> (bytes: [UInt8], splices: [Int]) {
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard text.contains(UInt8(ascii: "\\")) || text.contains(UInt8(ascii: "?")) else {
      return (Array(text[start...]), [])
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var splices: [Int] = []
    var index = start
    while index < text.count {
      if let next = endOfSplice(at: index, in: text) {
        splices.append(bytes.count)
        index = next
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return (bytes, splices)
  }

  /// Returns where the text goes on if a line is continued at `index`: behind a backslash, or the
  /// trigraph for it, blanks, and the line's end.
  private static func endOfSplice(at index: Int, in text: [UInt8]) -> Int? {
    var next = index
    if text[index] == UInt8(ascii: "\\") {
      next += 1
    } else if text[index...].starts(with: "??/".utf8) {
      next += 3
    } else {
      return nil
    }
    while next < text.count, isBlank(text[next]) { next += 1 }
    guard next < text.count else { return nil }
    if text[next] == 0x0D { return next + (text[(next + 1)...].first == 0x0A ? 2 : 1) }
    return text[next] == 0x0A ? next + 1 : nil
  }

  /// Whether a byte separates the words of a directive.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
  }

  /// Returns the byte at `distance` from here, 0 behind the end.
  private func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// Reads the directive that begins here, if one does; stays where it is otherwise.
  private mutating func readDirective() {
    let start = offset
    skipBlanks()
    while passedSplices < splices.count, splices[passedSplices] <= offset {
      line += 1
      passedSplices += 1
    }
    guard skip("#") || skip("%:") || skip("??=") else {
      offset = start
      return
    }
    skipBlanksAndComments()
    let name = word()
    switch name {
    case "include", "include_next", "import", "embed":
      skipBlanksAndComments()
      if let operand = operand() {
        directives.append(.init(operand: operand, isSource: name != "embed", line: line))
      }
    case "define":
      skipBlanksAndComments()
      let macro = word()
      if macro.isEmpty || peek() == UInt8(ascii: "(") { break }
      skipBlanksAndComments()
      if let body = operand(), body != .computed { macros[macro, default: []].append(body) }
    default: break
    }
  }

  /// Passes over `text` if it stands here.
  private mutating func skip(_ text: String) -> Bool {
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while Self.isBlank(peek()) { offset += 1 }
  }

  /// Passes over blanks and short comments, as they may stand inside a directive.
  private mutating func skipBlanksAndComments() {
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") else { return }
      let limit = min(bytes.count - 1, offset + Self.commentLimit)
      var end = offset + 2
      while end < limit, !(bytes[end] == UInt8(ascii: "*") && bytes[end + 1] == UInt8(ascii: "/")) {
        end += 1
      }
      guard end < limit else { return }
      line += bytes[offset ..< end].count { $0 == 0x0A }
      offset = end + 2
    }
  }

  /// Returns the identifier that stands here, and passes over it.
  private mutating func word() -> String {
    let rest = bytes[offset...].prefix { $0.isIdentifierPart }
    offset += rest.count
    return String(decoding: rest, as: UTF8.self)
  }

  /// Returns what the directive names; `nil` if nothing follows.
  private mutating func operand() -> IncludeDirective.Operand? {
    let first = peek()
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "<") {
      let close = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : first
      let path = bytes[(offset + 1)...].prefix { $0 != close && $0 != 0x0A && $0 != 0x0D }
      offset += 1 + path.count
      let text = String(decoding: path, as: UTF8.self)
      return close == first ? .quoted(text) : .angled(text)
    }
    if offset >= bytes.count || first == 0x0A || first == 0x0D { return nil }
    let name = word()
    skipBlanksAndComments()
    let isAlone = [0, 0x0A, 0x0D, UInt8(ascii: "/")].contains(peek())
    return !name.isEmpty && isAlone ? .macro(name) : .computed
  }

}

extension UInt8 {
  /// Whether the byte can stand in an identifier; those of letters outside ASCII can.
  var isIdentifierPart: Bool {
    switch self {
    case UInt8(ascii: "a") ... UInt8(ascii: "z"), UInt8(ascii: "A") ... UInt8(ascii: "Z"),
      UInt8(ascii: "0") ... UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
