import Lifetimes

extension Rule {

  /// Finds handles that stay in memory that outlives the call.
  static let handleEscapes = Rule(
    "handle-escapes",
    "a handle stays in memory that outlives the call",
    severity: .error
  ) { (kind) in
    guard case .handleKept(let name, let place) = kind else { return nil }
    let subject = name.quoted(or: "a handle")
    let memory = place.quoted(or: "memory")
    if case .source = name {
      return "handle \(subject) is stored in \(memory), which outlives the call"
    }
    return "\(subject) is stored in \(memory), which outlives the call"
  }

}
