import Lifetimes

extension Rule {

  /// Finds handles that are closed again.
  static let handleDoubleClose = Rule(
    "handle-double-close",
    "a handle is closed again",
    severity: .error
  ) { (kind) in
    guard case .endedAgain(.handle, let name) = kind else { return nil }
    return "\(name.quoted()) is closed twice"
  }

}
