import Lifetimes

extension Rule {

  /// Finds interior pointers that are kept in a variable instead of being used where they are
  /// obtained.
  static let pointerStored = Rule(
    "pointer-stored",
    "an interior pointer is kept in a variable at all",
    severity: .off
  ) { (kind) in
    guard case .pointerStored(let pointer, let place) = kind else { return nil }
    let name = pointer.quoted(or: "an interior pointer")
    return "\(name) is kept in \(place.quoted(or: "memory"))"
  }

}
