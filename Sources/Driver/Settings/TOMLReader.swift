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

  /// Whether `line` sets `key`, bare or quoted.
  private static func spells(_ key: String, _ line: Substring) -> Bool {
    ["\(key)", "\"\(key)\"", "'\(key)'"].contains { (spelling) in
      guard line.hasPrefix(spelling) else { return false }
      let rest = line.dropFirst(spelling.count).drop(while: \.isWhitespace)
      return rest.hasPrefix("=") || rest.hasPrefix(".")
    }
  }

}
