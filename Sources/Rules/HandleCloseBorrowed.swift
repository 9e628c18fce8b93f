import Lifetimes

extension Rule {

  /// Finds handles that are closed by a function that does not own them.
  static let handleCloseBorrowed = Rule(
    "handle-close-borrowed",
    "a handle is closed that the function does not own",
    severity: .error
  ) { (kind) in
    guard case .borrowedEnded(let name, let reason) = kind else { return nil }
    return "\(name.quoted()) is closed but not owned: it \(reason)"
  }

}
