/// What a user can know about a rule without its code.
public struct RuleInfo: Hashable, Sendable {

  /// The rule's name, such as `handle-leak`.
  public let id: String

  /// What the rule finds, in one line.
  public let summary: String

  /// The severity of its findings unless a configuration says otherwise.
  public let defaultSeverity: Severity

  public init(id: String, summary: String, defaultSeverity: Severity) {
    self.id = id
    self.summary = summary
    self.defaultSeverity = defaultSeverity
  }

}
