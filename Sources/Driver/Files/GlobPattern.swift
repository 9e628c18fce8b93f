/// A pattern for relative paths: `*` and `?` within a component, `**` across components.
///
/// A pattern without a slash matches a component at any depth; a pattern that matches a folder
/// matches all that is in it.
struct GlobPattern: Hashable, Sendable {

  /// The pattern's components.
  private let components: [[Character]]

  /// Creates the pattern that `text` spells.
  init(_ text: String) {
    let trimmed = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    let parts = trimmed.split(separator: "/").map(Array.init)
    let isAnchored = trimmed.dropLast().contains("/")
    components = (isAnchored ? [] : [["*", "*"]]) + parts
  }

  /// Whether the pattern matches `path` or a folder that contains it.
  func matches(_ path: String) -> Bool {
    Self.matches(path.split(separator: "/").map(Array.init)[...], components[...])
  }

  /// Whether `pattern` matches a prefix of `path`.
  private static func matches(
    _ path: ArraySlice<[Character]>, _ pattern: ArraySlice<[Character]>
  ) -> Bool {
    guard let head = pattern.first else { return true }
    if head == ["*", "*"] {
      if pattern.count == 1 { return !path.isEmpty }
      return path.indices.contains { matches(path[$0...], pattern.dropFirst()) }
    }
    guard let name = path.first else { return false }
    return matchesName(name[...], head[...]) && matches(path.dropFirst(), pattern.dropFirst())
  }

  /// Whether `pattern` matches the whole of one component.
  private static func matchesName(
    _ name: ArraySlice<Character>, _ pattern: ArraySlice<Character>
  ) -> Bool {
    guard let head = pattern.first else { return name.isEmpty }
    if head == "*" {
      return (name.startIndex ... name.endIndex).contains {
        matchesName(name[$0...], pattern.dropFirst())
      }
    }
    guard let first = name.first, head == "?" || head == first else { return false }
    return matchesName(name.dropFirst(), pattern.dropFirst())
  }

}
