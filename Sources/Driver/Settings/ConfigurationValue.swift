import TOMLKit

/// A value of a configuration file, detached from the parser's memory.
enum ConfigurationValue: Hashable, Sendable {

  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([ConfigurationValue])
  case table([String: ConfigurationValue])
  /// A value of a type that no configuration key has.
  case other

  /// Copies the value that `node` refers to.
  fileprivate init(_ node: any TOMLValueConvertible) {
    if let text = node.string {
      self = .string(text)
    } else if let number = node.int {
      self = .integer(number)
    } else if let truth = node.bool {
      self = .boolean(truth)
    } else if let elements = node.array {
      self = .array(elements.map { ConfigurationValue($0) })
    } else if let table = node.table {
      self = .table(Self.members(of: table))
    } else {
      self = .other
    }
  }

  /// Copies the members of `table`.
  private static func members(of table: TOMLTable) -> [String: ConfigurationValue] {
    withExtendedLifetime(table) {
      Dictionary(
        uniqueKeysWithValues: table.keys.compactMap { (key) in
          table[key].map { (key, ConfigurationValue($0)) }
        })
    }
  }

  /// Returns the table that `text`, the content of the file at `path`, spells.
  static func parse(_ text: String, at path: String) throws(InputError) -> ConfigurationValue {
    if let line = TOMLReader.lineOfDeepKey(in: text) {
      throw InputError("\(path):\(line): a key has too many parts")
    }
    do {
      return .table(members(of: try TOMLTable(string: text)))
    } catch let error as TOMLParseError {
      let reason = error.description.prefix { !$0.isNewline }
      throw InputError("\(path):\(error.source.begin.line): \(reason)")
    } catch {
      throw InputError("\(path): not TOML")
    }
  }

  /// Returns the table with other names for its members; of two that get the same one, the first.
  func renamed(_ name: (String) -> String) -> ConfigurationValue {
    guard case .table(let members) = self else { return self }
    let named = members.sorted { $0.key < $1.key }.map { (name($0.key), $0.value) }
    return .table(Dictionary(named, uniquingKeysWith: { (first, _) in first }))
  }

  /// Returns the member `key` of a table.
  subscript(key: String) -> ConfigurationValue? {
    if case .table(let members) = self { members[key] } else { nil }
  }

  /// The keys of a table, sorted; none for anything else.
  var keys: [String] {
    if case .table(let members) = self { members.keys.sorted() } else { [] }
  }

  /// The text, if this is one.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, if this is one.
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The truth value, if this is one.
  var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }

  /// The value as TOML spells it, but for what must be escaped.
  var spelling: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .integer(let number): "\(number)"
    case .boolean(let truth): "\(truth)"
    case .array(let elements): "[" + elements.map(\.spelling).joined(separator: ", ") + "]"
    case .table, .other: "…"
    }
  }

  /// The texts of an array of texts, or the one text; `nil` for anything else.
  var strings: [String]? {
    switch self {
    case .string(let text): return [text]
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      return texts.count == elements.count ? texts : nil
    default: return nil
    }
  }

}
