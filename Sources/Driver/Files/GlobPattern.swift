/// A pattern for relative paths: `*`, `?` and `[a-z]` within a component, `**` across components.
///
/// A pattern without a slash matches a component at any depth; a pattern that matches a folder
/// matches all that is in it.
struct GlobPattern: Hashable, Sendable {

  /// A part of a path between slashes.
  private enum Component: Hashable, Sendable {
    /// Any number of folders.
    case folders
    /// A name that these match.
    case name([Symbol])
  }

  /// What a part of a name can match.
  private enum Symbol: Hashable, Sendable {
    case anyText
    case anyCharacter
    case oneOf([ClosedRange<Character>], isNegated: Bool)
    case character(Character)

    /// Whether the symbol stands for `character`.
    func matches(_ character: Character) -> Bool {
      switch self {
      case .anyText, .anyCharacter: true
      case .oneOf(let ranges, let isNegated):
        ranges.contains { $0.contains(character) } != isNegated
      case .character(let own): own == character
      }
    }
  }

  /// The pattern's components.
  private let components: [Component]

  /// Creates the pattern that `text` spells.
  init(_ text: String) {
    let trimmed = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    let parts = trimmed.split(separator: "/").map { (part) -> Component in
      part == "**" ? .folders : .name(Self.symbols(of: part))
    }
    let isAnchored = trimmed.dropLast().contains("/")
    components = (isAnchored ? [] : [.folders]) + parts
  }

  /// Returns the symbols that a component spells.
  private static func symbols(of text: Substring) -> [Symbol] {
    var symbols: [Symbol] = []
    var rest = text
    while let first = rest.popFirst() {
      switch first {
      case "*": symbols.append(.anyText)
      case "?": symbols.append(.anyCharacter)
      case "[":
        // A bracket that is never closed stands for itself.
        if let end = rest.dropFirst().firstIndex(of: "]") {
          symbols.append(set(rest[..<end]))
          rest = rest[rest.index(after: end)...]
        } else {
          symbols.append(.character(first))
        }
      default: symbols.append(.character(first))
      }
    }
    return symbols
  }

  /// Returns the set that `text` spells between brackets.
  private static func set(_ text: Substring) -> Symbol {
    let isNegated = text.first == "!" || text.first == "^"
    var rest = isNegated ? text.dropFirst() : text
    var ranges: [ClosedRange<Character>] = []
    while let first = rest.popFirst() {
      let isRange = rest.first == "-" && rest.count > 1
      let last = isRange ? rest.dropFirst().first ?? first : first
      if isRange { rest = rest.dropFirst(2) }
      if first <= last { ranges.append(first ... last) }
    }
    return .oneOf(ranges, isNegated: isNegated)
  }

  /// Whether the pattern matches `path` or a folder that contains it.
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(Array.init)
    if components.last == .folders {
      // At the end it stands for what is in a folder, and not for the folder.
      let folders = Array(components.dropLast())
      return Self.prefixes(of: names, matching: folders).contains { $0 < names.count }
    }
    return !Self.prefixes(of: names, matching: components).isEmpty
  }

  /// Whether the pattern matches `path` itself.
  func matchesExactly(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(Array.init)
    if components.last == .folders { return matches(path) }
    return Self.prefixes(of: names, matching: components).contains(names.count)
  }

  /// Returns the lengths of the prefixes of a path that all components together match.
  private static func prefixes(
    of path: [[Character]], matching components: [Component]
  ) -> Set<Int> {
    components.reduce([0]) { (lengths, component) in
      switch component {
      case .folders: lengths.min().map { Set($0 ... path.count) } ?? []
      case .name(let symbols):
        Set(lengths.filter { $0 < path.count && matches(path[$0], symbols) }.map { $0 + 1 })
      }
    }
  }

  /// Whether `symbols` match the whole of a name.
  ///
  /// Of several `*` only the last need be tried again, so that no pattern takes long.
  private static func matches(_ name: [Character], _ symbols: [Symbol]) -> Bool {
    var (position, index) = (0, 0)
    var star: (index: Int, position: Int)?
    while position < name.count {
      if index < symbols.count, symbols[index] == .anyText {
        star = (index, position)
        index += 1
      } else if index < symbols.count, symbols[index].matches(name[position]) {
        index += 1
        position += 1
      } else if let last = star {
        star = (last.index, last.position + 1)
        index = last.index + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return symbols[index...].allSatisfy { $0 == .anyText }
  }

}
