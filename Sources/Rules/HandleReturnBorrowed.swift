import Lifetimes

extension Rule {

  /// Finds handles that are returned to the runtime without being owned.
  static let handleReturnBorrowed = Rule(
    "handle-return-borrowed",
    "an entry point returns a handle that it does not own",
    severity: .error
  ) { (kind) in
    guard case .borrowedReturned(let name, let reason) = kind else { return nil }
    return "\(name.quoted()) is returned but not owned: it \(reason)"
  }

}
