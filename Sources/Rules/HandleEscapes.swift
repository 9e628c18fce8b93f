import Lifetimes

extension Rule {

  /// Finds handles that stay in memory that outlives the call.
  static let handleEscapes = Rule(
    "handle-escapes",
    "a handle stays in memory that outlives the call",
    severity: .error
  ) { (kind) in
    guard case .handleKept(let name, let place) = kind else { return nil }
    return "handle \(Rule.quoted(name)) is stored in '\(place)', which outlives the call"
  }

}
