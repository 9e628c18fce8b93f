/// Everything that a run found out, in a fixed order.
public struct Report: Sendable {

  /// The findings that were neither suppressed nor in the baseline, in source order.
  public let diagnostics: [Diagnostic]

  /// What the run does not vouch for.
  public let ledger: Ledger

  /// The files that could not be analyzed, by path.
  public let failures: [InputFailure]

  /// The number of files that were analyzed.
  public let filesAnalyzed: Int

  /// The number of files that were left out because they do not use a known runtime.
  public let filesSkipped: Int

  /// The number of functions that were analyzed.
  public let functionsAnalyzed: Int

  /// The configurations in which the program was analyzed, if there are several.
  public let configurations: [String]

  /// The findings that comments in the source suppress or the baseline knows, in source order.
  public let hidden: [HiddenDiagnostic]

  /// What is shown of the files in which something was found.
  public let sources: [String: SourceExcerpt]

  public init(
    diagnostics: [Diagnostic] = [], ledger: Ledger = .init(), failures: [InputFailure] = [],
    filesAnalyzed: Int = 0, filesSkipped: Int = 0, functionsAnalyzed: Int = 0,
    configurations: [String] = [], hidden: [HiddenDiagnostic] = [],
    sources: [String: SourceExcerpt] = [:]
  ) {
    self.diagnostics = diagnostics
    self.ledger = ledger
    self.failures = failures
    self.filesAnalyzed = filesAnalyzed
    self.filesSkipped = filesSkipped
    self.functionsAnalyzed = functionsAnalyzed
    self.configurations = configurations
    self.hidden = hidden
    self.sources = sources
  }

  /// The number of findings that the baseline knows.
  public var baselined: Int { hidden.count { $0.reason == .baseline } }

  /// The number of findings that comments in the source suppress.
  public var suppressed: Int { hidden.count - baselined }

  /// Returns the number of findings of exactly `severity`.
  public func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// Returns the exit status: 2 if the job could not be done, 1 if a finding is at or above
  /// `threshold`, else 0. A threshold of `off` means that no finding fails the run.
  public func exitStatus(failOn threshold: Severity) -> Int32 {
    if !failures.isEmpty { return 2 }
    if threshold == .off { return 0 }
    return diagnostics.contains { $0.severity >= threshold } ? 1 : 0
  }

}
