import Lifetimes

extension Rule {

  /// Finds handles that stay in memory that outlives the call.
  static let handleEscapes = Rule(
    "handle-escapes",
    "a handle stays in memory that outlives the call",
    severity: .error
  ) { (kind) in
    guard case .handleKept(let name, let place) = kind else { return nil }
    let (subject, memory) = (Rule.quoted(name, or: "a handle"), Rule.quoted(place, or: "memory"))
    let prefix = subject.hasPrefix("'") ? "handle " : ""
    return "\(prefix)\(subject) is stored in \(memory), which outlives the call"
  }

}
