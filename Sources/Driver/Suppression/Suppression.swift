import Source

/// A comment that asks not to report findings.
struct Suppression: Hashable, Sendable {

  /// The rules that it names; none for all.
  let rules: [String]
  /// The lines on which it holds.
  let lines: ClosedRange<Int>
  /// Where the comment stands.
  let range: SourceRange
  /// What the comment says besides, as a reason.
  let reason: String

  /// Whether the comment names no rule, and so hides findings of all.
  var isBlanket: Bool { rules.isEmpty }

  /// Whether it asks not to report a finding of `rule`.
  func covers(_ rule: String) -> Bool {
    rules.isEmpty || rules.contains { Settings.matches(rule, $0) }
  }

}

/// The suppression comments of a file.
struct Suppressions: Sendable {

  /// The suppressions, in source order.
  private(set) var all: [Suppression] = []
  /// Comments that end what no comment began.
  private(set) var unmatched: [SourceRange] = []
  /// Comments that begin what no comment ends.
  private(set) var unended: [SourceRange] = []
  /// Words that look like those of a directive and are none.
  private(set) var misspelt: [(word: String, range: SourceRange)] = []
  /// The statements of the file, within which a comment counts on every line.
  let statements: StatementTable

  /// Whether no comment of the file says anything.
  var isEmpty: Bool { all.isEmpty && unmatched.isEmpty && unended.isEmpty && misspelt.isEmpty }

  /// The file that the comments stand in.
  private let file: String
  /// Comments that began a stretch that has not ended yet.
  private var open: [(directive: SuppressionDirective, range: SourceRange, line: Int)] = []

  /// Reads the suppressions of `file`, whose text is `bytes`.
  init(of file: String, _ bytes: [UInt8]) {
    self.file = file
    let comments = Comment.all(in: bytes, containing: ["holdfast:", "NOLINT"])
    statements = StatementTable(comments.isEmpty ? [] : bytes)
    for comment in comments {
      for directive in SuppressionDirective.all(in: comment) { add(directive, comment) }
      misspelt += SuppressionDirective.misspelt(in: comment).map { ($0, range(of: comment)) }
    }
    for start in open {
      add(start.directive, start.line ... Int.max, start.range)
      unended.append(start.range)
    }
    all.sort { $0.range < $1.range }
  }

  /// Returns where a comment begins.
  private func range(of comment: Comment) -> SourceRange {
    let start = SourcePosition(file: file, line: comment.lines.lowerBound, column: comment.column)
    return SourceRange(start: start, end: start)
  }

  /// Adds what a directive in `comment` says.
  private mutating func add(_ directive: SuppressionDirective, _ comment: Comment) {
    let range = range(of: comment)
    let last = comment.lines.upperBound
    switch directive.kind {
    case .sameLine: add(directive, comment.lines, range)
    case .nextLine: add(directive, (last + 1) ... (last + 1), range)
    case .file: add(directive, 0 ... Int.max, range)
    case .begin: open.append((directive, range, comment.lines.lowerBound))
    case .end:
      guard let index = open.lastIndex(where: { $0.directive.rules == directive.rules }) else {
        unmatched.append(range)
        return
      }
      let begin = open.remove(at: index)
      add(begin.directive, begin.line ... last, begin.range)
    }
  }

  /// Adds a suppression that holds on `lines`.
  private mutating func add(
    _ directive: SuppressionDirective, _ lines: ClosedRange<Int>, _ range: SourceRange
  ) {
    all.append(
      .init(rules: directive.rules, lines: lines, range: range, reason: directive.reason))
  }

}
