import Contracts
import Diagnostics

/// A configuration file whose keys were checked.
struct ConfigurationFile: Sendable {

  /// The type of a key's value.
  private enum ValueType: String {
    case text = "a string"
    case texts = "an array of strings"
    case number = "a number"
    case boolean = "true or false"
    case table = "a table"
  }

  /// The keys that exist.
  private static let keys: [String: ValueType] = [
    "select": .texts, "ignore": .texts, "extend-select": .texts, "exclude": .texts,
    "extend-exclude": .texts, "include": .texts, "compile-commands": .text, "extra-args": .texts,
    "extra-args-before": .texts, "removed-args": .texts, "abi": .text, "runtime-include": .text,
    "fail-on": .text, "output-format": .text, "path-notes": .text, "baseline": .text,
    "gc-model": .text, "jobs": .number, "extend": .text, "severity": .table,
    "per-file-ignores": .table, "functions": .table, "program": .text, "header-filter": .text,
    "respect-gitignore": .boolean, "configurations": .table,
  ]

  /// The path of the file, or the option that stands for one.
  let path: String
  /// The folder to which paths in it are relative.
  let directory: String
  /// The file's table.
  let values: ConfigurationValue
  /// What the file says of functions; `nil` if it says nothing.
  let functions: [ConfiguredFunction]?
  /// The files that it extends, nearest first; they decide what it does not.
  let extended: [ConfigurationFile]

  private let text: String
  private let tableName: String
  /// How the file spells the keys that bear the name of a runtime.
  private let spellings: [String: String]

  /// Where a table of configuration stands in a file of this name.
  private static func tableName(inFile name: String) -> String {
    name == "pyproject.toml" ? "tool.holdfast" : ""
  }

  /// Reads the configuration in the file at `path`; `nil` if the file has none.
  init?(at path: String, _ keys: RuntimeKeys, depth: Int = 0) throws(InputError) {
    let text = try FileSystem.requiredText(of: path)
    try self.init(text, path: path, directory: Path.parent(of: path), keys, depth: depth)
  }

  /// Reads settings that were given as arguments, a line of TOML each; `nil` if there are none.
  init?(_ lines: [String], workingDirectory: String, _ keys: RuntimeKeys) throws(InputError) {
    if lines.isEmpty { return nil }
    try self.init(
      lines.joined(separator: "\n"), path: "--config", directory: workingDirectory, keys, depth: 0)
  }

  /// Reads a text; `nil` if it configures something else.
  private init?(
    _ text: String, path: String, directory: String, _ keys: RuntimeKeys, depth: Int
  ) throws(InputError) {
    let document = try ConfigurationValue.parse(text, at: path)
    tableName = Self.tableName(inFile: Path.name(of: path))
    guard let table = tableName.isEmpty ? document : document["tool"]?["holdfast"] else {
      return nil
    }
    self.path = path
    self.directory = directory
    self.text = text
    try Self.check(table, keys, at: path, tableName: tableName, text)
    values = table.renamed(keys.name(of:))
    spellings = Dictionary(
      table.keys.map { (keys.name(of: $0), $0) }, uniquingKeysWith: { (first, _) in first })
    if let name = table["extend"]?.string {
      let base = Path.join(directory, name)
      if depth > 8 { throw InputError("\(base): too many files extend each other") }
      let file = try ConfigurationFile(at: base, keys, depth: depth + 1)
      extended = file.map { [$0] + $0.extended } ?? []
    } else {
      extended = []
    }
    let name = tableName.isEmpty ? "functions" : tableName + ".functions"
    functions = try table["functions"].map { (table) throws(InputError) in
      try FunctionsTable(path: path, name: name, text: text).functions(in: table)
    }
  }

  /// Returns where a key is set, for messages; `table` is the table in which it stands, if any.
  func place(of key: String, in table: String? = nil) -> String {
    let name = [tableName, table ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    let line =
      TOMLReader.line(of: table == nil ? spellings[key] ?? key : key, in: name, text)
      ?? table.flatMap { TOMLReader.line(of: $0, in: tableName, text) }
    return line.map { "\(path):\($0)" } ?? path
  }

  /// Throws if a key is unknown or its value has a wrong type.
  private static func check(
    _ table: ConfigurationValue, _ runtimeKeys: RuntimeKeys, at path: String, tableName: String,
    _ text: String
  ) throws(InputError) {
    for key in table.keys {
      let line = TOMLReader.line(of: key, in: tableName, text).map { ":\($0)" } ?? ""
      guard let type = keys[runtimeKeys.name(of: key)] else {
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
    case .boolean: value.boolean != nil
    case .table: if case .table = value { true } else { false }
    }
  }

  /// Returns the file that configures sources in the folder `directory`, if any does.
  ///
  /// - Requires: `directory` is an absolute path.
  static func nearest(
    to directory: String, _ keys: RuntimeKeys
  ) throws(InputError) -> ConfigurationFile? {
    for folder in [directory] + Path.ancestors(of: directory) {
      for name in [".holdfast.toml", "holdfast.toml", "pyproject.toml"] {
        let path = Path.join(folder, name)
        if FileSystem.isEntry(path), !FileSystem.isDirectory(path),
          let file = try ConfigurationFile(at: path, keys)
        {
          return file
        }
      }
    }
    return nil
  }

}
