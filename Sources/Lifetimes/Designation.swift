/// What a value or a place is called when something is told of it.
public enum Designation: Hashable, Sendable, Codable {
  /// As the source writes it.
  case source(String)
  /// What a call of the function gave, where no variable holds it.
  case result(of: String)
  /// What the function keeps for itself, in which places have no names.
  case memory(of: String)
  /// What kind of thing it is, where it has no name.
  case phrase(String)
  /// Not even that is known.
  case unnamed

  /// How it is written as a part of an expression; `nil` if it cannot be.
  var expression: String? {
    switch self {
    case .source(let text), .phrase(let text): text
    case .result(let function): "\(function)(…)"
    case .memory, .unnamed: nil
    }
  }

  /// Returns what is called by an expression that has this as a part.
  func extended(_ expression: (String) -> String) -> Designation {
    switch self {
    case .source(let text): .source(expression(text))
    case .phrase(let text): .phrase(expression(text))
    case .result(let function): .source(expression("\(function)(…)"))
    case .memory, .unnamed: self
    }
  }

  /// Whether it is called as the source writes it.
  public var isInSource: Bool {
    if case .source = self { return true }
    return false
  }

  /// Returns how it is written in a sentence: in quotes what stands in the source; `phrase` if
  /// nothing is known.
  public func quoted(or phrase: String = "it") -> String {
    switch self {
    case .source(let text): "'\(text)'"
    case .result(let function): "the result of '\(function)'"
    case .memory(let function): "memory of '\(function)'"
    case .phrase(let text): text
    case .unnamed: phrase
    }
  }

}
