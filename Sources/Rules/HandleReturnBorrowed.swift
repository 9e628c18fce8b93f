import Lifetimes

extension Rule {

  /// Finds handles that are returned to the runtime without being owned.
  static let handleReturnBorrowed = Rule(
    "handle-return-borrowed",
    "an entry point returns a handle that it does not own",
    severity: .error
  ) { (kind) in
    switch kind {
    case .borrowedReturned(let name, let reason):
      return "\(name.quoted()) is returned but not owned: it \(reason)"
    case .borrowedGiven(let name, let place, let reason):
      return "\(name.quoted()) is given to \(place.quoted()) but not owned: it \(reason)"
    default: return nil
    }
  }

}
