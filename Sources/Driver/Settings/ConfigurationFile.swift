import Contracts
import Diagnostics

/// A configuration file whose keys were checked.
struct ConfigurationFile: Sendable {

  /// The type of a key's value.
  private enum ValueType: String {
    case text = "a string"
    case texts = "an array of strings"
    case number = "a number"
    case table = "a table"
  }

  /// The keys that exist.
  private static let keys: [String: ValueType] = [
    "select": .texts, "ignore": .texts, "extend-select": .texts, "exclude": .texts,
    "extend-exclude": .texts, "compile-commands": .text, "extra-args": .texts,
    "extra-args-before": .texts, "removed-args": .texts, "abi": .text, "runtime-include": .text,
    "fail-on": .text, "output-format": .text, "path-notes": .text, "baseline": .text,
    "gc-model": .text, "jobs": .number, "extend": .text, "severity": .table,
    "per-file-ignores": .table, "functions": .table, "program": .text,
  ]

  /// The path of the file.
  let path: String

  /// The file's table, with what `extend` brought in below it.
  let values: ConfigurationValue

  /// What the file, or else one that it extends, says of functions.
  let functions: [ConfiguredFunction]

  /// Where a table of configuration stands in a file of this name.
  private static func tableName(inFile name: String) -> String {
    name == "pyproject.toml" ? "tool.holdfast" : ""
  }

  /// Reads the configuration in the file at `path`; `nil` if the file has none.
  init?(at path: String, depth: Int = 0) throws(InputError) {
    let text = try FileSystem.requiredText(of: path)
    let document = try ConfigurationValue.parse(text, at: path)
    let tableName = Self.tableName(inFile: Path.name(of: path))
    guard let table = tableName.isEmpty ? document : document["tool"]?["holdfast"] else {
      return nil
    }
    try Self.check(table, at: path, tableName: tableName, text)
    self.path = path
    let base = try Self.base(of: table, at: path, depth)
    values = Self.merged(table, over: base?.values)
    if let own = table["functions"] {
      let name = tableName.isEmpty ? "functions" : tableName + ".functions"
      functions = try FunctionsTable(path: path, name: name, text: text).functions(in: own)
    } else {
      functions = base?.functions ?? []
    }
  }

  /// Returns the file that the table of the file at `path` extends, if it extends one.
  private static func base(
    of table: ConfigurationValue, at path: String, _ depth: Int
  ) throws(InputError) -> ConfigurationFile? {
    guard let name = table["extend"]?.string else { return nil }
    let base = Path.join(Path.parent(of: path), name)
    if depth > 8 { throw InputError("\(base): too many files extend each other") }
    return try ConfigurationFile(at: base, depth: depth + 1)
  }

  /// Returns `table` with the values of `base` where it has none.
  private static func merged(
    _ table: ConfigurationValue, over base: ConfigurationValue?
  ) -> ConfigurationValue {
    guard case .table(let own) = table, case .table(let inherited)? = base else { return table }
    return .table(inherited.merging(own) { (_, own) in own })
  }

  /// Throws if a key is unknown or its value has a wrong type.
  private static func check(
    _ table: ConfigurationValue, at path: String, tableName: String, _ text: String
  ) throws(InputError) {
    for key in table.keys {
      let line = TOMLReader.line(of: key, in: tableName, text).map { ":\($0)" } ?? ""
      guard let type = keys[key] else {
        let place = tableName.isEmpty ? "" : " in [\(tableName)]"
        let suggestion = Spelling.suggestion(for: key, among: keys.keys)
        throw InputError("\(path)\(line): unknown key '\(key)'\(place)\(suggestion)")
      }
      guard let value = table[key], has(value, type) else {
        throw InputError("\(path)\(line): '\(key)' must be \(type.rawValue)")
      }
    }
  }

  /// Whether `value` is of `type`.
  private static func has(_ value: ConfigurationValue, _ type: ValueType) -> Bool {
    switch type {
    case .text: value.string != nil
    case .texts: value.strings != nil
    case .number: value.integer != nil
    case .table: if case .table = value { true } else { false }
    }
  }

  /// Returns the file that configures sources in the folder `directory`, if any does.
  ///
  /// - Requires: `directory` is an absolute path.
  static func nearest(to directory: String) throws(InputError) -> ConfigurationFile? {
    for folder in [directory] + Path.ancestors(of: directory) {
      for name in [".holdfast.toml", "holdfast.toml", "pyproject.toml"] {
        let path = Path.join(folder, name)
        if FileSystem.isFile(path), let file = try ConfigurationFile(at: path) { return file }
      }
    }
    return nil
  }

}
