import Diagnostics
import Driver

extension CheckCommand {

  /// Does what the arguments ask for, and returns the exit status.
  func perform(compilerFlags: [String]?) throws -> Int32 {
    if information.version { return showVersion() }
    if information.listRules { return listRules() }
    if let rule = information.explain { return try explain(rule) }
    var options = try input.options(compilerFlags: compilerFlags)
    options.emit = output.emit
    if information.showSettings { return show(try settingsText(options)) }
    if information.showFiles { return show(try filesText(options)) }
    if information.doctor {
      let (text, isFine) = doctorText(options)
      return isFine ? show(text) : max(show(text), 2)
    }
    if let function = information.explainGC {
      return show(try checkedRun(options).collectionExplanation(of: function))
    }
    if let place = information.why { return show(try states(at: place, options)) }
    return try check(options)
  }

  /// Returns what is known at a place of the sources.
  private func states(at place: String, _ options: Options) throws -> String {
    var options = options
    options.keepsStates = true
    if input.paths.isEmpty, let file = place.split(separator: ":").first {
      options.paths = [String(file)]
    }
    return try checkedRun(options).stateExplanation(at: place)
  }

  /// Prints `text`.
  private func show(_ text: String) -> Int32 {
    Terminal.write(text)
    return 0
  }

  /// Prints the versions of holdfast and libclang.
  private func showVersion() -> Int32 {
    show(
      "holdfast \(holdfastVersion)\n" + libclangText(explicitPath: input.compilation.libclang)
        + "\n")
  }

  /// Prints the rules with their default severities.
  private func listRules() -> Int32 {
    if let format = output.outputFormat, format == .json { return show(rulesJSON()) }
    let width = allRules.map(\.id.count).max() ?? 0
    return show(
      allRules.map { (rule) in
        let name = rule.id + String(repeating: " ", count: width - rule.id.count)
        let severity = rule.defaultSeverity.rawValue
        let padding = String(repeating: " ", count: max(0, 7 - severity.count))
        return "\(name)  \(severity)\(padding)  \(rule.summary)\n"
      }.joined())
  }

  /// Prints the page of a rule.
  private func explain(_ rule: String) throws -> Int32 {
    guard allRules.contains(where: { $0.id == rule }) else {
      let suggestion = Spelling.suggestion(for: rule, among: allRules.map(\.id))
      throw InputError("unknown rule '\(rule)'\(suggestion)", hint: "--list-rules lists all")
    }
    guard let page = try RulesDirectory(requested: nil).page(of: rule) else {
      throw InputError("the page of rule '\(rule)' is missing")
    }
    if output.outputFormat == .json { return show(ruleJSON(rule, page: page)) }
    return show(page.hasSuffix("\n") ? page : page + "\n")
  }

  /// Checks the sources and prints the report.
  private func check(_ options: Options) throws -> Int32 {
    let (format, further) = (try output.namedFormat(), try output.furtherOutputs())
    let run = try shownRun(options)
    let report = run.report
    if let reason = input.selection.addSuppressions {
      return try addSuppressions(to: report, reason: reason, options)
    }
    if output.emit != nil {
      Terminal.write(run.emitted)
    } else if !output.silent {
      try write(run, options, format, further)
    }
    if !output.silent {
      complain(report)
      if !output.quiet { run.warnings.forEach(Terminal.warn) }
      tell(run)
    }
    if options.writeBaseline != nil && report.failures.isEmpty { return 0 }
    if input.selection.strictLimits && report.ledger.functionCount > 0 { return 2 }
    let status = report.exitStatus(failOn: run.settings.failOn)
    return status == 1 && input.selection.exitZero ? 0 : status
  }

  /// Writes comments that suppress what was found.
  private func addSuppressions(
    to report: Report, reason: String, _ options: Options
  ) throws -> Int32 {
    let done = try Driver.addSuppressions(for: report, reason: reason, options)
    if !output.silent {
      complain(report)
      for line in done { Terminal.writeError("holdfast: \(line)\n") }
    }
    return report.failures.isEmpty ? 0 : 2
  }

  /// Checks the sources, and shows meanwhile how far that is, if it takes long.
  private func shownRun(_ options: Options) throws -> CheckedRun {
    var options = options
    let isQuiet = output.quiet || output.silent || output.verbose > 0
    if !isQuiet && ProgressLine.isPossible {
      options.onProgress = { ProgressLine.show($0, of: $1) }
    }
    defer { ProgressLine.erase() }
    return try checkedRun(options)
  }

  /// Writes the report in every form that was asked for.
  private func write(
    _ run: CheckedRun, _ options: Options, _ named: OutputFormat?,
    _ further: [(format: OutputFormat, file: String)]
  ) throws {
    let format = named ?? run.settings.outputFormat ?? .full
    let file = output.outputFile ?? FileSystem.environment("HOLDFAST_OUTPUT_FILE")
    let isColored = file == nil && Terminal.isColored(output.noColor ? .never : output.color)
    let text = run.report.rendered(as: format, rendering(run, options, isColored: isColored))
    if let file { try Terminal.write(text, toFile: file) } else { Terminal.write(text) }
    for (format, file) in further {
      let text = run.report.rendered(as: format, rendering(run, options, isColored: false))
      try Terminal.write(text, toFile: file)
    }
    if output.ledger, format == .full || format == .concise {
      Terminal.write(run.report.ledger.text())
    }
  }

  /// Returns what renderers must know.
  private func rendering(
    _ run: CheckedRun, _ options: Options, isColored: Bool
  ) -> RenderingOptions {
    RenderingOptions(
      version: holdfastVersion, rules: allRules, rulePages: run.rulePages,
      pathNotes: output.pathNotes ?? run.settings.pathNotes ?? .short, isColored: isColored,
      workingDirectory: options.workingDirectory,
      root: output.sarifRoot.map { resolvedFolder($0, in: options.workingDirectory) }
        ?? repositoryRoot(of: options.workingDirectory),
      includesSuppressed: output.sarifIncludeSuppressed, failOn: run.settings.failOn)
  }

  /// Tells which files could not be analyzed.
  private func complain(_ report: Report) {
    for failure in report.failures { Terminal.complain(failure.message, hint: failure.hint) }
  }

  /// Tells how the run went, as far as the user wants to know.
  private func tell(_ run: CheckedRun) {
    if output.quiet { return }
    let report = run.report
    if output.verbose > 0 {
      for line in run.log where output.verbose > 1 || !line.hasPrefix("  ") {
        Terminal.writeError("holdfast: \(line)\n")
      }
      if report.filesSkipped > 0 {
        Terminal.writeError(
          "holdfast: \(report.filesSkipped) skipped (see --ledger)\n")
      }
    }
    if output.statistics {
      for rule in allRules {
        let count = report.diagnostics.count { $0.rule == rule.id }
        if count > 0 { Terminal.writeError("holdfast: \(count) \(rule.id)\n") }
      }
    }
    if output.timings { Terminal.writeError(run.timings.text) }
    if !report.isClean || Terminal.isErrorInteractive || output.verbose > 0 {
      Terminal.writeError("holdfast: \(report.summary())\n")
    }
  }

}

extension OutputOptions {

  /// Returns the form of the output that the user asked for, if any.
  fileprivate func namedFormat() throws -> OutputFormat? {
    if let outputFormat { return outputFormat }
    let variable = "HOLDFAST_OUTPUT_FORMAT"
    guard let name = FileSystem.environment(variable) else { return nil }
    return try Self.format(name, from: variable)
  }

  /// Returns the further forms and the files to write them to.
  fileprivate func furtherOutputs() throws -> [(format: OutputFormat, file: String)] {
    try output.map { (text) in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw InputError("--output takes FORMAT:FILE, not '\(text)'")
      }
      return (try Self.format(parts[0], from: "--output"), parts[1])
    }
  }

  /// Returns the form called `name`.
  private static func format(_ name: String, from place: String) throws -> OutputFormat {
    let names = OutputFormat.allCases.map(\.rawValue)
    guard let format = OutputFormat(rawValue: name) else {
      let suggestion = Spelling.suggestion(for: name, among: names)
      throw InputError(
        "\(place): unknown format '\(name)'\(suggestion)",
        hint: "the formats are \(names.joined(separator: ", "))")
    }
    return format
  }

}
