import Lifetimes

extension Rule {

  /// Finds interior pointers that are used after their handle was closed.
  static let pointerOutlivesHandle = Rule(
    "pointer-outlives-handle",
    "an interior pointer is used after its handle was closed",
    severity: .error
  ) { (kind) in
    guard case .pointerUsedAfterEnd(let pointer, let handle) = kind else { return nil }
    let name = pointer.quoted(or: "an interior pointer")
    return "\(name) is used after its handle \(handle.quoted()) was closed"
  }

}
