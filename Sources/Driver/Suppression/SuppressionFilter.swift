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
  /// The number of findings that were taken out.
  let suppressedCount: Int

  /// Filters `diagnostics` by the comments in `sources`.
  ///
  /// A comment counts on the line of the finding, on that of its first step (a leak has two ends),
  /// and where the macro that it comes from is defined. Comments in files of `judged` that no
  /// finding needs are reported.
  init(
    _ diagnostics: [Diagnostic], sources: [String: [UInt8]], judged: Set<String>,
    knownRules: [String]
  ) {
    let suppressions = Dictionary(
      uniqueKeysWithValues: sources.map { ($0.key, Suppressions(of: $0.key, $0.value)) })
    var used: Set<Suppression> = []
    var kept: [Diagnostic] = []
    for diagnostic in diagnostics {
      let matching = Self.matching(diagnostic, suppressions)
      used.formUnion(matching)
      if matching.isEmpty { kept.append(diagnostic) }
    }
    suppressedCount = diagnostics.count - kept.count
    for file in judged {
      guard let comments = suppressions[file] else { continue }
      kept += comments.all.flatMap { Self.complaints($0, isUsed: used.contains($0), knownRules) }
      kept += comments.unmatched.map {
        .unusedSuppression("nothing was disabled that this comment could enable", at: $0)
      }
    }
    self.kept = kept.sorted()
  }

  /// Returns the comments that ask not to report `diagnostic`.
  private static func matching(
    _ diagnostic: Diagnostic, _ suppressions: [String: Suppressions]
  ) -> [Suppression] {
    var places = [
      (diagnostic.range.start.file, diagnostic.range.start.line, diagnostic.range.end.line)
    ]
    if let first = diagnostic.notes.first?.range.start {
      places.append((first.file, first.line, first.line))
    }
    if let definition = diagnostic.range.macro?.definition {
      places.append((definition.file, definition.line, definition.line))
    }
    return places.flatMap { (file, first, last) in
      (suppressions[file]?.all ?? []).filter { (suppression) in
        suppression.covers(diagnostic.rule)
          && suppression.lines.overlaps(first ... max(first, last))
      }
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
