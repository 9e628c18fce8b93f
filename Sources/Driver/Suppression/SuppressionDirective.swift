/// What a comment says to the analyzer.
struct SuppressionDirective: Hashable, Sendable {

  /// Where the directive holds.
  enum Kind: Sendable { case sameLine, nextLine, file, begin, end }

  /// Where the directive holds.
  let kind: Kind
  /// The rules that it names; none for all.
  let rules: [String]
  /// What stands behind the rules.
  let reason: String

  /// The directives, by the words that spell them; longer words first.
  private static let words: KeyValuePairs<String, Kind> = [
    "ignore-next-line": .nextLine, "ignore-file": .file, "ignore": .sameLine, "disable": .begin,
    "enable": .end,
  ]

  /// clang-tidy's directives; longer words first.
  private static let foreignWords: KeyValuePairs<String, Kind> = [
    "NOLINTNEXTLINE": .nextLine, "NOLINTBEGIN": .begin, "NOLINTEND": .end, "NOLINT": .sameLine,
  ]

  /// Returns the directives of a comment.
  static func all(in comment: Comment) -> [SuppressionDirective] {
    let text = comment.text[...]
    var directives: [SuppressionDirective] = []
    for part in text.split(separator: "holdfast:", omittingEmptySubsequences: false).dropFirst() {
      let content = part.drop(while: \.isWhitespace)
      guard let (word, kind) = words.first(where: { content.hasPrefix($0.key) }) else { continue }
      let rest = content.dropFirst(word.count)
      if let next = rest.first, next.isLetter || next == "-" { continue }
      directives.append(directive(kind, rest, "[", "]"))
    }
    return directives + foreign(in: text)
  }

  /// Returns the directive whose word is followed by `text`.
  private static func directive(
    _ kind: Kind, _ text: Substring, _ open: Character, _ close: Character
  ) -> SuppressionDirective {
    let rules = list(text, open, close)
    let rest = rules == nil ? text : text.drop { $0 != close }.dropFirst()
    let words = rest.split(whereSeparator: \.isWhitespace)
    return .init(kind: kind, rules: rules ?? [], reason: words.joined(separator: " "))
  }

  /// The words that spell the directives.
  static var names: [String] { words.map(\.key) }

  /// Returns the words of a comment that stand where directives do, and are none: those that are
  /// followed by a list of rules or by nothing, or are spelt nearly like a directive.
  static func misspelt(in comment: Comment) -> [String] {
    let text = comment.text.drop { $0.isWhitespace || $0 == "*" }
    guard text.hasPrefix("holdfast:") else { return [] }
    let content = text.dropFirst("holdfast:".count).drop(while: \.isWhitespace)
    let word = String(content.prefix { $0.isLetter || $0 == "-" })
    if word.isEmpty || names.contains(word) { return [] }
    let rest = content.dropFirst(word.count)
    let isDirective =
      rest.first == "[" || rest.allSatisfy(\.isWhitespace)
      || Spelling.nearest(to: word, among: names) != nil
    return isDirective ? [word] : []
  }

  /// Returns clang-tidy's directives that name our rules; others are not for us.
  private static func foreign(in text: Substring) -> [SuppressionDirective] {
    guard let start = text.firstRange(of: "NOLINT")?.lowerBound else { return [] }
    let content = text[start...]
    guard let (word, kind) = foreignWords.first(where: { content.hasPrefix($0.key) }) else {
      return []
    }
    let whole = directive(kind, content.dropFirst(word.count), "(", ")")
    let prefix = "holdfast-"
    let ours = whole.rules.filter { $0.hasPrefix(prefix) }.map { (name) in
      name == "holdfast-*" ? "all" : String(name.dropFirst(prefix.count))
    }
    let rules = whole.rules.contains("*") ? ["all"] : ours
    return rules.isEmpty ? [] : [.init(kind: kind, rules: rules, reason: whole.reason)]
  }

  /// Returns the names in the list that `text` begins with, if it begins with one.
  private static func list(
    _ text: Substring, _ open: Character, _ close: Character
  ) -> [String]? {
    guard text.first == open, let end = text.firstIndex(of: close) else { return nil }
    return text[..<end].dropFirst().split(separator: ",").map {
      String($0.filter { !$0.isWhitespace })
    }
  }

}
