import Diagnostics
import Source

/// Takes out the findings that comments ask not to report, and reports comments that ask in vain.
struct SuppressionFilter {

  /// The rules about suppression comments themselves.
  static let rules = [
    RuleInfo(
      id: "unused-suppression", summary: "a suppression comment suppresses nothing",
      defaultSeverity: .note),
    RuleInfo(
      id: "blanket-suppression", summary: "a suppression comment names no rule",
      defaultSeverity: .note),
  ]

  /// The findings that are left, and those about the comments.
  let kept: [Diagnostic]
  /// The findings that were taken out.
  let suppressed: [HiddenDiagnostic]

  /// Filters `diagnostics` by the comments of each source.
  ///
  /// A comment counts on the lines of the statement where the finding is, or its first step (a leak
  /// has two ends), and where the macros that these come from are defined. Comments in files of
  /// `judged` that no finding needs are reported, unless they stand in lines that are inactive:
  /// those that the preprocessor leaves out.
  init(
    _ diagnostics: [Diagnostic], comments suppressions: [String: Suppressions], judged: Set<String>,
    knownRules: [String], isInactive: (SourcePosition) -> Bool = { (_) in false }
  ) {
    var used: Set<Suppression> = []
    var kept: [Diagnostic] = []
    var suppressed: [HiddenDiagnostic] = []
    for diagnostic in diagnostics {
      let matching = Self.matching(diagnostic, suppressions)
      used.formUnion(matching)
      if let comment = matching.first {
        suppressed.append(.init(diagnostic, .comment(text: comment.reason)))
      } else {
        kept.append(diagnostic)
      }
    }
    self.suppressed = suppressed
    for file in judged {
      guard let comments = suppressions[file] else { continue }
      kept += comments.all.flatMap { (comment) in
        let isUsed = used.contains(comment) || isInactive(comment.range.start)
        return Self.complaints(comment, isUsed: isUsed, knownRules)
      }
      kept += Self.complaints(comments)
    }
    self.kept = kept.sorted()
  }

  /// Returns the comments that ask not to report `diagnostic`.
  private static func matching(
    _ diagnostic: Diagnostic, _ suppressions: [String: Suppressions]
  ) -> [Suppression] {
    let ends = [diagnostic.range] + diagnostic.notes.prefix(1).map(\.range)
    let definitions = ends.compactMap { $0.macro?.definition }
    return ends.flatMap { matching(diagnostic.rule, $0.start, to: $0.end.line, suppressions) }
      + definitions.flatMap { matching(diagnostic.rule, $0, to: $0.line, suppressions) }
  }

  /// Returns the comments on the lines of the statement at `start`, which goes on at least to the
  /// line `end`.
  private static func matching(
    _ rule: String, _ start: SourcePosition, to end: Int, _ suppressions: [String: Suppressions]
  ) -> [Suppression] {
    guard let comments = suppressions[start.file] else { return [] }
    let statement = comments.statements.lines(
      ofStatementAt: start.line, column: start.column)
    let first = min(start.line, statement.lowerBound)
    let lines = first ... max(first, end, statement.upperBound)
    return comments.all.filter { $0.covers(rule) && $0.lines.overlaps(lines) }
  }

  /// Returns what is wrong with the comments of a file that suppress nothing by their form.
  private static func complaints(_ comments: Suppressions) -> [Diagnostic] {
    comments.unmatched.map {
      .unusedSuppression("nothing was disabled that this comment could enable", at: $0)
    }
      + comments.unended.map {
        .unusedSuppression("no comment enables again what this one disables", at: $0)
      }
      + comments.misspelt.map { (word, range) in
        let suggestion = Spelling.suggestion(for: word, among: SuppressionDirective.names)
        return .unusedSuppression("'\(word)' is no directive\(suggestion)", at: range)
      }
  }

  /// Returns what is wrong with a comment.
  private static func complaints(
    _ suppression: Suppression, isUsed: Bool, _ knownRules: [String]
  ) -> [Diagnostic] {
    let unknown = suppression.rules.filter { (name) in
      !knownRules.contains { Settings.matches($0, name) }
    }
    if let name = unknown.first {
      let suggestion = Spelling.suggestion(for: name, among: knownRules)
      return [
        .unusedSuppression("no rule is called '\(name)'\(suggestion)", at: suppression.range)
      ]
    }
    if !isUsed {
      return [.unusedSuppression("this comment suppresses nothing", at: suppression.range)]
    }
    return suppression.isBlanket ? [.blanketSuppression(at: suppression.range)] : []
  }

}

extension Diagnostic {

  /// The finding that a comment asks in vain.
  fileprivate static func unusedSuppression(_ message: String, at range: SourceRange) -> Diagnostic
  {
    .init(message, at: range, rule: "unused-suppression", severity: .note)
  }

  /// The finding that a comment hides more than it says.
  fileprivate static func blanketSuppression(at range: SourceRange) -> Diagnostic {
    .init(
      "this comment suppresses the findings of all rules", at: range, rule: "blanket-suppression",
      severity: .note)
  }

}
