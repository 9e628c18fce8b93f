/// Where keys stand in TOML texts; the parser's values do not know it.
enum TOMLReader {

  /// Returns the table in the file at `path`.
  static func table(at path: String) throws(InputError) -> ConfigurationValue {
    try ConfigurationValue.parse(try FileSystem.requiredText(of: path), at: path)
  }

  /// Returns the line on which `key` of the table named `table` is set in `text`.
  static func line(of key: String, in table: String, _ text: String) -> Int? {
    var current = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.drop(while: \.isWhitespace)
      if content.hasPrefix("[") {
        current = String(content.dropFirst().prefix { $0 != "]" })
        if current == (table.isEmpty ? key : table + "." + key) { return index + 1 }
      } else if current == table, spells(key, content) {
        return index + 1
      }
    }
    return nil
  }

  /// The number of parts that a dotted key may have.
  private static let keyLimit = 50

  /// Returns the line with a dotted key of so many parts that the tables that it stands for, one in
  /// the other, would overflow the stack.
  static func lineOfDeepKey(in text: String) -> Int? {
    var (line, parts) = (1, 0)
    var quote: UInt8?
    for byte in text.utf8 {
      switch byte {
      case 0x0A: (line, parts, quote) = (line + 1, 0, nil)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = quote == nil ? byte : quote == byte ? nil : quote
      case _ where quote != nil: break
      case UInt8(ascii: "."):
        parts += 1
        if parts > keyLimit { return line }
      case 0x20, 0x09: break
      default: if !byte.isIdentifierPart && byte != UInt8(ascii: "-") { parts = 0 }
      }
    }
    return nil
  }

  /// Whether `line` sets `key`, bare or quoted.
  private static func spells(_ key: String, _ line: Substring) -> Bool {
    ["\(key)", "\"\(key)\"", "'\(key)'"].contains { (spelling) in
      guard line.hasPrefix(spelling) else { return false }
      let rest = line.dropFirst(spelling.count).drop(while: \.isWhitespace)
      return rest.hasPrefix("=") || rest.hasPrefix(".")
    }
  }

}
