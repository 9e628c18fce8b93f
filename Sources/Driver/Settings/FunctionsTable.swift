import Contracts
import Source

/// The table that tells what functions do.
struct FunctionsTable {

  /// The keys of an entry that are no positions.
  private static let keys = ["returns", "collects", "noreturn"]

  /// What can be said of a result, and the annotation that says the same.
  private static let results = [
    "owned": "returns(new)", "borrowed": "returns(borrowed)", "null": "returns(null)",
  ]

  /// What can be said of an argument; the annotations have the same names.
  private static let arguments = ["borrows", "closes", "keeps", "null-ok"]

  /// The path of the file.
  let path: String
  /// The full name of the table in the file.
  let name: String
  /// The text of the file.
  let text: String

  /// Returns what the table says.
  func functions(in table: ConfigurationValue) throws(InputError) -> [ConfiguredFunction] {
    var found: [ConfiguredFunction] = []
    for function in table.keys {
      guard let entry = table[function] else { continue }
      found.append(try self.function(function, entry))
    }
    return found
  }

  private func function(
    _ function: String, _ entry: ConfigurationValue
  ) throws(InputError) -> ConfiguredFunction {
    let start = SourcePosition(file: path, line: line(of: function, in: function) ?? 0, column: 1)
    var result = ConfiguredFunction(function, at: SourceRange(start: start, end: start))
    guard case .table = entry else { throw error("'\(function)' must be a table", function) }
    for key in entry.keys {
      guard let value = entry[key] else { continue }
      result.text += (result.text.isEmpty ? "" : ", ") + "\(key) = \(value.spelling)"
      if let position = Int(key), position > 0 {
        result.parameters[position - 1] = try texts(of: value, key, function)
      } else {
        result.texts.append(try self.text(of: value, key, function))
      }
    }
    return result
  }

  /// Returns the annotation that says of the function what `key = value` does.
  private func text(
    of value: ConfigurationValue, _ key: String, _ function: String
  ) throws(InputError) -> String {
    switch key {
    case "returns":
      guard let word = value.string else {
        throw error("'returns' must be a string", function, key)
      }
      guard let text = Self.results[word] else {
        throw wrong(word, Self.results.keys.sorted(), key, function)
      }
      return "holdfast:" + text
    case "collects":
      guard let truth = value.boolean else {
        throw error("'collects' must be true or false", function, key)
      }
      return truth ? "holdfast:collects(py)" : "holdfast:collects(none)"
    case "noreturn":
      guard value.boolean == true else { throw error("'noreturn' must be true", function, key) }
      return "holdfast:noreturn"
    default:
      let suggestion = Spelling.suggestion(for: key, among: Self.keys)
      let known = Self.keys.joined(separator: ", ")
      throw error(
        "unknown key '\(key)' of '\(function)'\(suggestion); use \(known) or the position of an "
          + "argument, counted from 1,", function, key)
    }
  }

  /// Returns the annotations that say of the argument what `value` does.
  private func texts(
    of value: ConfigurationValue, _ key: String, _ function: String
  ) throws(InputError) -> [String] {
    guard let words = value.strings else {
      throw error("'\(key)' must be a string or an array of strings", function, key)
    }
    for word in words where !Self.arguments.contains(word) {
      throw wrong(word, Self.arguments, key, function)
    }
    if words.contains("closes") && words.contains("borrows") {
      throw error("'\(key)' cannot be both 'closes' and 'borrows'", function, key)
    }
    return words.map { "holdfast:" + $0 }
  }

  private func wrong(
    _ word: String, _ allowed: [String], _ key: String, _ function: String
  ) -> InputError {
    let suggestion = Spelling.suggestion(for: word, among: allowed)
    return error(
      "'\(key)' cannot be '\(word)'\(suggestion); use \(allowed.joined(separator: ", "))",
      function, key)
  }

  /// The error on the line of a key of an entry, or of the entry.
  private func error(
    _ message: String, _ function: String, _ key: String? = nil
  ) -> InputError {
    let line = line(of: key ?? function, in: function).map { ":\($0)" } ?? ""
    return InputError("\(path)\(line): \(message) in [\(name)]")
  }

  /// The line of a key of an entry, if it has one of its own, or of the entry.
  private func line(of key: String, in function: String) -> Int? {
    TOMLReader.line(of: key, in: "\(name).\(function)", text)
      ?? TOMLReader.line(of: function, in: name, text)
      ?? TOMLReader.line(of: name, in: "", text)
  }

}
