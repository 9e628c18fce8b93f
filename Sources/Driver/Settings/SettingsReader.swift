import Contracts
import Diagnostics

/// Reads the values of configuration files as what they stand for.
struct SettingsReader {

  /// The files, and what the command line sets like one; earlier ones win.
  private let layers: [ConfigurationFile]
  private let rules: [RuleInfo]

  init(_ given: ConfigurationFile?, _ file: ConfigurationFile?, rules: [RuleInfo]) {
    layers = [given, file].compactMap { $0 }.flatMap { [$0] + $0.extended }
    self.rules = rules
  }

  /// The selectors and names that may stand for rules.
  private var names: [String] { rules.map(\.id) }

  /// Returns the value of a key, and the file that decides on it.
  private func value(_ key: String) -> (value: ConfigurationValue, file: ConfigurationFile)? {
    for file in layers { if let value = file.values[key] { return (value, file) } }
    return nil
  }

  func text(_ key: String) -> String? { value(key)?.value.string }

  func boolean(_ key: String) -> Bool? { value(key)?.value.boolean }

  func texts(_ key: String) -> [String]? { value(key)?.value.strings }

  /// What is said of functions.
  var functions: [ConfiguredFunction] { layers.lazy.compactMap(\.functions).first ?? [] }

  /// Returns a path, relative to the file that sets it.
  func path(_ key: String) -> String? {
    guard let (value, file) = value(key), let text = value.string else { return nil }
    return Path.normalized(Path.join(file.directory, text))
  }

  /// Returns compiler flags, with paths relative to the file that sets them.
  func flags(_ key: String) -> [String] {
    guard let (value, file) = value(key), let texts = value.strings else { return [] }
    return CompilerArguments.permitted(texts, relativeTo: file.directory)
  }

  /// Returns the configurations that are analyzed if all are.
  func configurations() throws(InputError) -> [BuildConfiguration] {
    guard let (table, file) = value(ConfigurationsTable.key) else { return [] }
    return try ConfigurationsTable(file: file).configurations(in: table)
  }

  /// Returns the expression that tells in which headers findings are reported, where `option`
  /// wins.
  func headerFilter(_ option: String?) throws(InputError) -> String? {
    let key = "header-filter"
    if let option {
      _ = try RegularExpression(option, from: "--" + key)
      return option
    }
    guard let (value, file) = value(key), let text = value.string else { return nil }
    _ = try RegularExpression(text, from: "\(file.place(of: key)): '\(key)'")
    return text
  }

  /// Returns the number of files that are parsed at once, where `option` wins.
  func jobs(_ option: Int?) throws(InputError) -> Int {
    if let option, option < 0 { throw InputError("--jobs cannot be \(option)") }
    guard let (value, file) = value("jobs"), let number = value.integer else { return option ?? 0 }
    if number < 0 {
      throw InputError("\(file.place(of: "jobs")): 'jobs' cannot be \(number); 0 is the least")
    }
    return option ?? number
  }

  /// Returns one of the values of an enumeration.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(InputError) -> Value? where Value.RawValue == String {
    guard let (value, file) = value(key), let text = value.string else { return nil }
    guard let value = Value(rawValue: text) else {
      throw wrong(key, text, Value.allCases.map(\.rawValue), at: file.place(of: key))
    }
    return value
  }

  /// Returns the lowest severity that fails a run, where `never` stands for none.
  func failureThreshold() throws(InputError) -> Severity? {
    let key = "fail-on"
    guard let (value, file) = value(key), let text = value.string else { return nil }
    if text == "never" { return .off }
    if let severity = Severity(rawValue: text), severity != .off { return severity }
    throw wrong(key, text, ["error", "warning", "note", "never"], at: file.place(of: key))
  }

  /// Returns rules; an unknown one is an error.
  func rules(_ key: String) throws(InputError) -> [String]? {
    guard let (value, file) = value(key), let selectors = value.strings else { return nil }
    try checkRules(selectors, from: "\(file.place(of: key)): '\(key)'")
    return selectors
  }

  /// Throws if the command line names a rule that there is not, or selects none.
  func checkRules(_ options: Options) throws(InputError) {
    if options.select == [] { throw InputError("--select names no rule") }
    try checkRules(options.select ?? [], from: "--select")
    try checkRules(options.ignore, from: "--ignore")
    try checkRules(options.extendSelect, from: "--extend-select")
  }

  /// Throws if one of `selectors`, which stand in `place`, names no rule.
  private func checkRules(_ selectors: [String], from place: String) throws(InputError) {
    for selector in selectors where !names.contains(where: { Settings.matches($0, selector) }) {
      let suggestion = Spelling.suggestion(for: selector, among: names)
      throw InputError("\(place): unknown rule '\(selector)'\(suggestion)")
    }
  }

  /// Returns the table of severities.
  func severities() throws(InputError) -> [String: Severity] {
    guard let (table, file) = value("severity") else { return [:] }
    var result: [String: Severity] = [:]
    for rule in table.keys {
      let place = file.place(of: rule, in: "severity")
      try checkRules([rule], from: "\(place): [severity]")
      let text = table[rule]?.string ?? ""
      guard let severity = Severity(rawValue: text) else {
        throw wrong(rule, text, Severity.allCases.map(\.rawValue), at: place)
      }
      result[rule] = severity
    }
    return result
  }

  /// Returns the table of rules that do not apply to some files.
  func perFileIgnores() throws(InputError) -> [Settings.PerFileIgnore] {
    guard let (table, file) = value("per-file-ignores") else { return [] }
    var result: [Settings.PerFileIgnore] = []
    for pattern in table.keys {
      let place = file.place(of: pattern, in: "per-file-ignores")
      guard let selectors = table[pattern]?.strings else {
        throw InputError("\(place): '\(pattern)' must be an array of strings")
      }
      try checkRules(selectors, from: "\(place): [per-file-ignores]")
      result.append(.init(pattern: GlobPattern(pattern), rules: selectors))
    }
    return result
  }

  /// Returns the error that `text` is not a value of `key`.
  private func wrong(
    _ key: String, _ text: String, _ allowed: [String], at place: String
  ) -> InputError {
    let suggestion = Spelling.suggestion(for: text, among: allowed)
    return InputError(
      "\(place): '\(key)' cannot be '\(text)'\(suggestion); use \(allowed.joined(separator: ", "))"
    )
  }

  /// Returns where the value of each key comes from, for the keys that have one.
  func origins(with options: Options) -> [String: String] {
    var origins: [String: String] = [:]
    for key in Set(layers.flatMap(\.values.keys)) {
      origins[key] = value(key).map { $0.file.place(of: key) }
    }
    for key in options.decidedKeys { origins[key] = "the command line" }
    for key in options.extendedKeys {
      origins[key] = (origins[key].map { $0 + " and " } ?? "") + "the command line"
    }
    return origins
  }

}
