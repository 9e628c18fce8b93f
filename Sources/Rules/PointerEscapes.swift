import Lifetimes

extension Rule {

  /// Finds interior pointers that stay where they outlive their handle.
  static let pointerEscapes = Rule(
    "pointer-escapes",
    "an interior pointer stays in memory that outlives its handle",
    severity: .error
  ) { (kind) in
    guard case .pointerKept(let pointer, let place) = kind else { return nil }
    if pointer == place { return "'\(place)' keeps a pointer beyond the life of its handle" }
    return "\(Rule.quoted(pointer)) is kept in '\(place)' beyond the life of its handle"
  }

}
