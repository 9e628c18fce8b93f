import Source

extension Report {

  /// Returns the report as SARIF 2.1.0, as code scanning services read it.
  func sarif(_ options: RenderingOptions) -> String {
    let builder = SARIFBuilder(report: self, options: options)
    return jsonText(SARIF.Log(runs: [builder.run()]))
  }

}

/// Turns a report into SARIF's objects.
private struct SARIFBuilder {

  let report: Report
  let options: RenderingOptions

  /// The findings that become results, in source order, and what hides them, if anything does.
  private let findings: [(diagnostic: Diagnostic, reason: HiddenDiagnostic.Reason?)]

  /// The place of each rule in the list of rules.
  private let ruleIndices: [String: Int]

  init(report: Report, options: RenderingOptions) {
    self.report = report
    self.options = options
    let hidden = options.includesSuppressed ? report.hidden : []
    let all = report.diagnostics.map { ($0, nil) } + hidden.map { ($0.diagnostic, $0.reason) }
    findings = all.sorted { $0.0 < $1.0 }
    ruleIndices = Dictionary(
      options.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { (first, _) in first })
  }

  /// Returns the one run of the report.
  func run() -> SARIF.Run {
    .init(
      tool: .init(
        driver: .init(semanticVersion: options.version, rules: options.rules.map(rule))),
      originalUriBaseIds: ["SRCROOT": .init(uri: folderURI(options.root), uriBaseId: nil)],
      invocations: [
        .init(
          executionSuccessful: report.failures.isEmpty,
          toolExecutionNotifications: report.failures.map(notification),
          workingDirectory: .init(uri: folderURI(options.workingDirectory), uriBaseId: nil))
      ],
      results: zip(findings, occurrences(of: findings.map(\.diagnostic))).map {
        result($0.diagnostic, $1, hiddenBy: $0.reason)
      })
  }

  /// Returns the description of a rule.
  private func rule(_ info: RuleInfo) -> SARIF.Rule {
    .init(
      id: info.id, name: info.id, shortDescription: .init(info.summary),
      fullDescription: .init(info.summary),
      help: .init(info.summary, markdown: options.rulePages[info.id]),
      defaultConfiguration: .init(
        enabled: info.defaultSeverity != .off, level: level(of: info.defaultSeverity)),
      properties: .init(
        tags: ["correctness"], precision: info.defaultSeverity == .error ? "very-high" : "high",
        severity: info.defaultSeverity == .error ? "error" : "warning"))
  }

  /// Returns the notice that a file was not analyzed.
  private func notification(_ failure: InputFailure) -> SARIF.Invocation.Notification {
    let file = SARIF.PhysicalLocation(artifactLocation: artifact(failure.file), region: nil)
    return .init(
      level: "error", message: .init(failure.message),
      locations: [.init(id: nil, physicalLocation: file, logicalLocations: nil, message: nil)])
  }

  /// Returns the result for a finding that `occurrence` equal ones precede.
  private func result(
    _ diagnostic: Diagnostic, _ occurrence: Int, hiddenBy reason: HiddenDiagnostic.Reason?
  ) -> SARIF.Result {
    let function = diagnostic.function.map { [SARIF.LogicalLocation(name: $0)] }
    let primary = SARIF.Location(
      id: nil, physicalLocation: place(diagnostic.range), logicalLocations: function, message: nil)
    let related = diagnostic.notes.enumerated().map { location($1, id: $0 + 1) }
    var fingerprints = ["holdfast/v1": "\(diagnostic.fingerprint):\(occurrence + 1)"]
    let start = diagnostic.range.start
    if let hash = report.sources[start.file]?.hash(ofLine: start.line) {
      fingerprints["primaryLocationLineHash"] = hash
    }
    return .init(
      ruleId: diagnostic.rule, ruleIndex: ruleIndices[diagnostic.rule],
      level: level(of: diagnostic.severity), message: .init(diagnostic.message),
      locations: [primary], partialFingerprints: fingerprints,
      codeFlows: codeFlows(of: diagnostic), relatedLocations: related.isEmpty ? nil : related,
      // If one result has them, all must.
      suppressions: options.includesSuppressed ? reason.map { [suppression($0)] } ?? [] : nil,
      properties: diagnostic.configurations.nonEmpty.map { .init(configurations: $0) })
  }

  /// Returns SARIF's form of what hides a finding.
  private func suppression(_ reason: HiddenDiagnostic.Reason) -> SARIF.Suppression {
    switch reason {
    case .comment(let text): .init(kind: "inSource", justification: text.isEmpty ? nil : text)
    case .baseline: .init(kind: "external", justification: nil)
    }
  }

  /// Returns the steps to a finding as an execution that ends there.
  private func codeFlows(of diagnostic: Diagnostic) -> [SARIF.CodeFlow]? {
    if diagnostic.notes.isEmpty { return nil }
    let end = Diagnostic.Note(diagnostic.message, at: diagnostic.range)
    let steps = diagnostic.notes.map {
      SARIF.ThreadFlowLocation(location: location($0, id: nil), importance: "important")
    }
    let last = SARIF.ThreadFlowLocation(location: location(end, id: nil), importance: "essential")
    return [.init(threadFlows: [.init(locations: steps + [last])])]
  }

  /// Returns the place of a note with its text.
  private func location(_ note: Diagnostic.Note, id: Int?) -> SARIF.Location {
    .init(
      id: id, physicalLocation: place(note.range), logicalLocations: nil,
      message: .init(note.message))
  }

  /// Returns the place of `range`, with columns in code points.
  private func place(_ range: SourceRange) -> SARIF.PhysicalLocation {
    let isOrdered = (range.end.line, range.end.column) > (range.start.line, range.start.column)
    let start = codePointColumn(range.start)
    let region = SARIF.Region(
      startLine: max(1, range.start.line), startColumn: start,
      endLine: isOrdered ? range.end.line : max(1, range.start.line),
      endColumn: isOrdered ? codePointColumn(range.end) : start + 1)
    return .init(artifactLocation: artifact(range.start.file), region: region)
  }

  /// Returns the column of `position` in code points, counted from 1.
  private func codePointColumn(_ position: SourcePosition) -> Int {
    guard let line = report.sources[position.file]?.line(position.line) else {
      return max(1, position.column)
    }
    let before = String(decoding: line.prefix(max(0, position.column - 1)), as: UTF8.self)
    return before.unicodeScalars.count + 1
  }

  /// Returns the location of a file, relative to the root if it is below it.
  private func artifact(_ file: String) -> SARIF.ArtifactLocation {
    let base = options.workingDirectory == "/" ? "/" : options.workingDirectory + "/"
    let absolute = file.hasPrefix("/") ? file : base + file
    let root = options.root == "/" ? "/" : options.root + "/"
    if absolute.hasPrefix(root) {
      return .init(uri: escapedURI(String(absolute.dropFirst(root.count))), uriBaseId: "SRCROOT")
    }
    return .init(uri: "file://" + escapedURI(absolute), uriBaseId: nil)
  }

  /// Returns the URI of a folder.
  private func folderURI(_ path: String) -> String {
    "file://" + escapedURI(path) + (path.hasSuffix("/") ? "" : "/")
  }

  /// Returns `path` with everything percent-encoded that a URI does not allow.
  private func escapedURI(_ path: String) -> String {
    path.utf8.map { (byte) in
      switch UInt8(byte) {
      case UInt8(ascii: "a") ... UInt8(ascii: "z"), UInt8(ascii: "A") ... UInt8(ascii: "Z"),
        UInt8(ascii: "0") ... UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }

  /// Returns SARIF's word for `severity`.
  private func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "note"
    }
  }

}
