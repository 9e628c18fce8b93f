import Diagnostics

/// A `// want` or `// note` comment of a test source.
struct Comment: Hashable {

  /// What a comment speaks of.
  enum Kind: String {
    case want, note
  }

  /// Whether the comment expects a finding or a note.
  let kind: Kind

  /// The line that the comment speaks of, counted from 1.
  let line: Int

  /// The identifier of the rule.
  let rule: String

  /// The place among a finding's notes, counted from 1; `nil` if any will do.
  let number: Int?

  /// A part of the expected message; empty if any message will do.
  let text: String

  /// Returns the comments of `source`, in its order.
  static func all(in source: String) -> [Comment] {
    var comments: [Comment] = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where line.contains("// want") || line.contains("// note") {
      comments += Self.all(inLine: line, number: index + 1)
    }
    return comments
  }

  /// Returns the comments of one line.
  private static func all(inLine line: Substring, number: Int) -> [Comment] {
    let pattern = /\/\/ (want|note)([+\-]\d+)? ([a-z\-]+)(?: (\d+))?(?: "([^"]*)")?/
    return line.matches(of: pattern).compactMap { (match) in
      guard let kind = Kind(rawValue: String(match.1)) else { return nil }
      return Comment(
        kind: kind, line: number + (match.2.flatMap({ Int($0) }) ?? 0), rule: String(match.3),
        number: match.4.flatMap({ Int($0) }), text: String(match.5 ?? ""))
    }
  }

  /// Whether `diagnostic` is what the comment expects.
  func isMet(by diagnostic: Diagnostic) -> Bool {
    line == diagnostic.range.start.line && rule == diagnostic.rule
      && (text.isEmpty || diagnostic.message.contains(text))
  }

  /// Whether `note`, which has the given number among the notes of a finding of `rule`, is what
  /// the comment expects.
  func isMet(by note: Diagnostic.Note, number: Int, of rule: String) -> Bool {
    line == note.range.start.line && self.rule == rule
      && (self.number == nil || self.number == number)
      && (text.isEmpty || note.message.contains(text))
  }

  /// Whether `l` is to be tried before `r`, so that a comment without text does not take the
  /// finding of one that has a text.
  static func isMoreExact(_ l: Comment, _ r: Comment) -> Bool {
    (l.line, -l.text.utf8.count) < (r.line, -r.text.utf8.count)
  }

}

extension Comment: Comparable {

  /// Source order.
  static func < (l: Comment, r: Comment) -> Bool {
    (l.line, l.rule, l.text) < (r.line, r.rule, r.text)
  }

}
