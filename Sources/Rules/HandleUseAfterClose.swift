import Lifetimes

extension Rule {

  /// Finds handles that are used after they were closed.
  static let handleUseAfterClose = Rule(
    "handle-use-after-close",
    "a handle is used after it was closed",
    severity: .error
  ) { (kind) in
    guard case .endedUsed(.handle, let name) = kind else { return nil }
    return "\(name.quoted()) is used after it was closed"
  }

}
