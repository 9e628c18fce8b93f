/// The shape of the JSON output.
struct JSONReport: Encodable {

  /// A finding.
  struct Finding: Encodable {
    let file: String
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let rule: String
    let severity: String
    let message: String
    /// The function that contains the finding; written as `null` at file scope.
    let function: String?
    let fingerprint: String
    let notes: [Note]
    /// Changes that would repair the mistake; none are offered yet.
    let fixes: [String]
    /// The configurations in which it was found; absent if those are all.
    let configurations: [String]?

    private enum CodingKeys: String, CodingKey {
      case file, line, column, endLine, endColumn, rule, severity, message, function, fingerprint
      case notes, fixes, configurations
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(file, forKey: .file)
      try container.encode(line, forKey: .line)
      try container.encode(column, forKey: .column)
      try container.encode(endLine, forKey: .endLine)
      try container.encode(endColumn, forKey: .endColumn)
      try container.encode(rule, forKey: .rule)
      try container.encode(severity, forKey: .severity)
      try container.encode(message, forKey: .message)
      try container.encode(function, forKey: .function)
      try container.encode(fingerprint, forKey: .fingerprint)
      try container.encode(notes, forKey: .notes)
      try container.encode(fixes, forKey: .fixes)
      try container.encodeIfPresent(configurations, forKey: .configurations)
    }
  }

  /// A step on the way to a finding.
  struct Note: Encodable {
    let file: String
    let line: Int
    let column: Int
    let message: String
  }

  /// What the run does not vouch for.
  struct LedgerContent: Encodable {
    /// A function that was not analyzed completely, or a place in one that was not judged.
    struct FunctionEntry: Encodable {
      let function: String
      let file: String
      let line: Int
      let reason: String
      let configurations: [String]?
    }
    /// Calls that were judged by default.
    struct DefaultEntry: Encodable {
      let callee: String
      let assumption: String
      let count: Int
      let configurations: [String]?
    }
    let functions: [FunctionEntry]
    let defaults: [DefaultEntry]
    /// Places at which rules are silent because too little is known.
    let doubts: [FunctionEntry]
    /// A file that was left out.
    struct SkippedEntry: Encodable {
      let file: String
      let reason: String
      let configurations: [String]?
    }
    let notAnalyzed: [Failure]
    let skipped: [SkippedEntry]
  }

  /// A file that could not be analyzed.
  struct Failure: Encodable {
    let file: String
    let reason: String
    let hint: String?
    let configurations: [String]?
  }

  /// The numbers of the run.
  struct Summary: Encodable {
    let findings: Int
    let errors: Int
    let warnings: Int
    let notes: Int
    let filesAnalyzed: Int
    let filesSkipped: Int
    let filesNotAnalyzed: Int
    let functionsAnalyzed: Int
    let functionsIncomplete: Int
    let suppressed: Int
    let baselined: Int
    let exitCode: Int32
  }

  let version: String
  /// The configurations in which the program was analyzed; absent if there is but one.
  let configurations: [String]?
  let diagnostics: [Finding]
  let ledger: LedgerContent
  let summary: Summary

}
