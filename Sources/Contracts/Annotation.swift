/// One text of an `annotate` attribute that is meant for us: `holdfast:NAME(ARGUMENTS)`.
struct Annotation: Hashable {

  /// What stands before every text.
  private static let prefix = "holdfast:"

  let name: String
  /// What stands between the outer parentheses; empty if there are none.
  let arguments: String

  /// Reads a text; `nil` if it is not meant for us.
  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let body = text.dropFirst(Self.prefix.count)
    if let open = body.firstIndex(of: "("), body.hasSuffix(")") {
      name = String(body[..<open])
      arguments = String(body[body.index(after: open)...].dropLast())
    } else {
      name = String(body)
      arguments = ""
    }
  }

  /// The arguments, split at spaces.
  var words: [String] { arguments.split(separator: " ").map(String.init) }

}

/// The texts on one declaration.
struct Annotations {

  let all: [Annotation]

  init(_ texts: [String]) { all = texts.compactMap(Annotation.init) }

  var isEmpty: Bool { all.isEmpty }

  /// Whether a text of this name is there.
  func has(_ name: String) -> Bool { all.contains { $0.name == name } }

  /// The arguments of the first text of this name.
  func arguments(of name: String) -> String? { all.first { $0.name == name }?.arguments }

  /// The arguments of the first text of this name, split at spaces; empty if there is none.
  func words(of name: String) -> [String] { all.first { $0.name == name }?.words ?? [] }

  /// The arguments of every text of this name.
  func allArguments(of name: String) -> [String] {
    all.filter { $0.name == name }.map(\.arguments)
  }

}
