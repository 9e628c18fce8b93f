import Lifetimes

extension Rule {

  /// Finds contexts that are kept beyond the call that received them.
  static let contextEscapes = Rule(
    "context-escapes",
    "a context is kept beyond the call that received it",
    severity: .error
  ) { (kind) in
    guard case .contextKept(let name, let place) = kind else { return nil }
    return "context \(Rule.quoted(name)) is stored in '\(place)', which outlives the call"
  }

}
