/// A finding that is not reported because somebody said so.
public struct HiddenDiagnostic: Hashable, Sendable {

  /// What hides a finding.
  public enum Reason: Hashable, Sendable {
    /// A comment in the source, and what it says besides the rules.
    case comment(text: String)
    /// The baseline.
    case baseline
  }

  public let diagnostic: Diagnostic
  public let reason: Reason

  public init(_ diagnostic: Diagnostic, _ reason: Reason) {
    self.diagnostic = diagnostic
    self.reason = reason
  }

}
