/// What a renderer needs to know beyond the report.
public struct RenderingOptions: Sendable {

  /// The version of the tool that made the report.
  public let version: String
  /// The rules that exist.
  public let rules: [RuleInfo]
  /// The page of each rule, in Markdown, by the rule's name.
  public let rulePages: [String: String]
  /// How many steps are printed under a finding.
  public let pathNotes: PathNotes
  /// Whether ANSI colours are used in text.
  public let isColored: Bool
  /// The working directory, to which paths in the report are relative.
  public let workingDirectory: String
  /// The folder to which paths in uploaded reports are relative.
  public let root: String
  /// Whether uploaded reports contain what comments and baselines hide.
  public let includesSuppressed: Bool
  /// The lowest severity that fails the run; `off` if none does.
  public let failOn: Severity

  public init(
    version: String, rules: [RuleInfo] = [], rulePages: [String: String] = [:],
    pathNotes: PathNotes = .short, isColored: Bool = false, workingDirectory: String = "/",
    root: String? = nil, includesSuppressed: Bool = false, failOn: Severity = .warning
  ) {
    self.version = version
    self.rules = rules
    self.rulePages = rulePages
    self.pathNotes = pathNotes
    self.isColored = isColored
    self.workingDirectory = workingDirectory
    self.root = root ?? workingDirectory
    self.includesSuppressed = includesSuppressed
    self.failOn = failOn
  }

}
