import Lifetimes

extension Rule {

  /// Finds handles that are passed on without a test whether the call that made them failed.
  static let handleUnchecked = Rule(
    "handle-unchecked",
    "a handle that can be null is passed where null is not allowed",
    severity: .warning
  ) { (kind) in
    guard case .uncheckedPassed(let name, let callee) = kind else { return nil }
    return "\(name.quoted()) can be null here: '\(callee)' does not allow it"
  }

}
