/// Looks for names in the texts of sources, to tell which of them may define what a program lacks.
struct NameSearch {

  /// What counts.
  enum Sign: Sendable {
    /// The name, wherever it stands.
    case mention
    /// The name where it looks as if it were defined.
    case definition
  }

  /// The digests of the names.
  private let wanted: Set<UInt64>
  private let sign: Sign

  init(for names: Set<String>, sign: Sign) {
    wanted = Set(names.map { Self.digest(of: Array(Self.identifier(in: $0).utf8)[...]) })
    self.sign = sign
  }

  /// Returns the part of a name that stands alone in its definition: without scopes and parameters.
  private static func identifier(in name: String) -> String {
    let scoped = name.prefix { $0 != "(" }
    return scoped.split(separator: ":").last.map(String.init) ?? name
  }

  private static func digest(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// Whether one of the names is in a text.
  func isSuccessful(in text: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index].isIdentifierPart else {
        index += 1
        continue
      }
      let word = text[index...].prefix { $0.isIdentifierPart }
      index = word.endIndex
      if wanted.contains(Self.digest(of: word)), sign == .mention || isDefined(at: index, in: text)
      {
        return true
      }
    }
    return false
  }

  /// Whether what follows a name at `index` makes it a definition: parameters and then a body, or
  /// an attribute or the type of a parameter before it; for a variable a list of initial values.
  private func isDefined(at index: Int, in text: [UInt8]) -> Bool {
    guard var next = Self.skipBlanks(from: index, in: text) else { return false }
    if text[next] == UInt8(ascii: "(") {
      guard let end = Self.skipGroup(from: next, in: text),
        let behind = Self.skipBlanks(from: end, in: text)
      else { return false }
      return text[behind] == UInt8(ascii: "{") || text[behind].isIdentifierPart
    }
    while text[next] == UInt8(ascii: "[") {
      guard let end = Self.skipGroup(from: next, in: text),
        let behind = Self.skipBlanks(from: end, in: text)
      else { return false }
      next = behind
    }
    guard text[next] == UInt8(ascii: "="),
      let value = Self.skipBlanks(from: next + 1, in: text)
    else { return false }
    return text[value] == UInt8(ascii: "{")
  }

  /// Returns where the first byte is that is neither blank nor in a comment, if there is one.
  private static func skipBlanks(from start: Int, in text: [UInt8]) -> Int? {
    var index = start
    while index < text.count {
      let rest = text[index...]
      if rest.starts(with: "/*".utf8) {
        index += 2
        while index < text.count, !text[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if rest.starts(with: "//".utf8) {
        while index < text.count, text[index] != 0x0A { index += 1 }
      } else if text[index] <= 0x20 || text[index] == UInt8(ascii: "\\") {
        index += 1
      } else {
        return index
      }
    }
    return nil
  }

  /// The longest group that is passed over.
  private static let groupLimit = 1 << 16

  /// Returns where the text goes on behind the group in brackets that begins at `start`.
  private static func skipGroup(from start: Int, in text: [UInt8]) -> Int? {
    var depth = 0
    for index in start ..< min(text.count, start + groupLimit) {
      switch text[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
    }
    return nil
  }

}
