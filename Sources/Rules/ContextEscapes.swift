import Lifetimes

extension Rule {

  /// Finds contexts that are kept beyond the call that received them.
  static let contextEscapes = Rule(
    "context-escapes",
    "a context is kept beyond the call that received it",
    severity: .error
  ) { (kind) in
    guard case .contextKept(let name, let place) = kind else { return nil }
    let (subject, memory) = (name.quoted(), place.quoted(or: "memory"))
    return "context \(subject) is stored in \(memory), which outlives the call"
  }

}
