import Lifetimes

extension Rule {

  /// Finds interior pointers that stay where they outlive their handle.
  static let pointerEscapes = Rule(
    "pointer-escapes",
    "an interior pointer stays in memory that outlives its handle",
    severity: .error
  ) { (kind) in
    guard case .pointerKept(let pointer, let place) = kind else { return nil }
    let name = pointer.quoted(or: "an interior pointer")
    let holder = place.quoted(or: "memory")
    return pointer == place
      ? "\(holder) keeps a pointer beyond the life of its handle"
      : "\(name) is kept in \(holder) beyond the life of its handle"
  }

}
