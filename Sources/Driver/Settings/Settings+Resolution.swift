import Diagnostics

extension Settings {

  /// Combines the command line with the configuration file that is nearest, if any.
  init(
    _ options: Options, _ file: ConfigurationFile?, rules: [RuleInfo]
  ) throws(InputError) {
    let values = SettingsReader(file: file, rules: rules)
    configuration = file?.path
    root = file.map { Path.parent(of: $0.path) } ?? options.workingDirectory
    try values.checkRules(options.select ?? [], from: "--select")
    try values.checkRules(options.ignore, from: "--ignore")
    try values.checkRules(options.extendSelect, from: "--extend-select")
    let selected = try values.rules("select")
    select = options.select ?? selected
    functions = file?.functions ?? []
    let ignored = try values.rules("ignore") ?? []
    ignore = options.ignore + ignored
    let added = try values.rules("extend-select") ?? []
    extendSelect = options.extendSelect + added
    severities = try values.severities()
    perFileIgnores = try values.perFileIgnores()
    let patterns = options.exclude ?? values.texts("exclude") ?? []
    exclude = (patterns + (values.texts("extend-exclude") ?? []) + options.extendExclude)
      .map { GlobPattern($0) }
    compileCommands =
      options.compileCommands.map { Path.join(options.workingDirectory, $0) }
      ?? values.path("compile-commands")
    extraArguments = values.flags("extra-args") + options.extraArguments
    extraArgumentsBefore = values.flags("extra-args-before") + options.extraArgumentsBefore
    removedArguments = (values.texts("removed-args") ?? []) + options.removedArguments
    abi = options.abi ?? values.text("abi")
    runtimeInclude =
      options.runtimeInclude.map { Path.join(options.workingDirectory, $0) }
      ?? values.path("runtime-include")
    let threshold = try values.severity("fail-on")
    failOn = options.failOn ?? threshold ?? .warning
    outputFormat = try values.choice("output-format")
    pathNotes = try values.choice("path-notes")
    baseline =
      options.baseline.map { Path.join(options.workingDirectory, $0) } ?? values.path("baseline")
    let model: Options.GCModel? = try values.choice("gc-model")
    gcModel = options.gcModel ?? model ?? .normal
    jobs = options.jobs ?? values.number("jobs") ?? 0
    program =
      options.program.map { Path.join(options.workingDirectory, $0) } ?? values.path("program")
  }

}

/// Reads the values of a configuration file as what they stand for.
private struct SettingsReader {

  let file: ConfigurationFile?
  let rules: [RuleInfo]

  /// The selectors and names that may stand for rules.
  private var names: [String] { rules.map(\.id) }

  func text(_ key: String) -> String? { file?.values[key]?.string }

  func texts(_ key: String) -> [String]? { file?.values[key]?.strings }

  func number(_ key: String) -> Int? { file?.values[key]?.integer }

  /// Returns a path, relative to the configuration file.
  func path(_ key: String) -> String? {
    guard let file, let text = text(key) else { return nil }
    return Path.normalized(Path.join(Path.parent(of: file.path), text))
  }

  /// Returns compiler flags, with paths relative to the configuration file.
  func flags(_ key: String) -> [String] {
    guard let file, let texts = texts(key) else { return [] }
    let directory = Path.parent(of: file.path)
    return texts.flatMap { (flag) -> [String] in
      let relevant = CompilerArguments.relevant(in: [flag], relativeTo: directory)
      return relevant.isEmpty ? CompilerArguments.permitted([flag]) : relevant
    }
  }

  /// Returns one of the values of an enumeration.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(InputError) -> Value? where Value.RawValue == String {
    guard let text = text(key) else { return nil }
    guard let value = Value(rawValue: text) else {
      throw wrong(key, text, Value.allCases.map(\.rawValue))
    }
    return value
  }

  /// Returns a severity, where `never` stands for none.
  func severity(_ key: String) throws(InputError) -> Severity? {
    text(key) == "never" ? .off : try choice(key)
  }

  /// Returns rules; an unknown one is an error.
  func rules(_ key: String) throws(InputError) -> [String]? {
    guard let file, let selectors = texts(key) else { return nil }
    try checkRules(selectors, from: "\(file.path): '\(key)'")
    return selectors
  }

  /// Throws if one of `selectors`, which stand in `place`, names no rule.
  func checkRules(_ selectors: [String], from place: String) throws(InputError) {
    for selector in selectors where !names.contains(where: { Settings.matches($0, selector) }) {
      let suggestion = Spelling.suggestion(for: selector, among: names)
      throw InputError("\(place): unknown rule '\(selector)'\(suggestion)")
    }
  }

  /// Returns the table of severities.
  func severities() throws(InputError) -> [String: Severity] {
    guard let file, let table = file.values["severity"] else { return [:] }
    var result: [String: Severity] = [:]
    try checkRules(table.keys, from: "\(file.path): [severity]")
    for rule in table.keys {
      let text = table[rule]?.string ?? ""
      guard let severity = Severity(rawValue: text) else {
        throw wrong(rule, text, Severity.allCases.map(\.rawValue))
      }
      result[rule] = severity
    }
    return result
  }

  /// Returns the table of rules that do not apply to some files.
  func perFileIgnores() throws(InputError) -> [Settings.PerFileIgnore] {
    guard let file, let table = file.values["per-file-ignores"] else { return [] }
    var result: [Settings.PerFileIgnore] = []
    for pattern in table.keys {
      guard let selectors = table[pattern]?.strings else {
        throw InputError("\(file.path): '\(pattern)' must be an array of strings")
      }
      try checkRules(selectors, from: "\(file.path): [per-file-ignores]")
      result.append(.init(pattern: GlobPattern(pattern), rules: selectors))
    }
    return result
  }

  /// Returns the error that `text` is not a value of `key`.
  private func wrong(_ key: String, _ text: String, _ allowed: [String]) -> InputError {
    InputError(
      "\(file?.path ?? ""): '\(key)' cannot be '\(text)'; use \(allowed.joined(separator: ", "))")
  }

}
