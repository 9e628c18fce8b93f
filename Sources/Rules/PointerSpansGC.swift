import Lifetimes

extension Rule {

  /// Finds interior pointers that are used after a call that can collect.
  static let pointerSpansGC = Rule(
    "pointer-spans-gc",
    "an interior pointer is used after a call that can collect",
    severity: .warning
  ) { (kind) in
    switch kind {
    case .pointerUsedAfterCollection(let pointer):
      let name = pointer.quoted(or: "an interior pointer")
      return "\(name) is used after a call that can collect"
    case .pointerPassedToCollectingCall(let pointer, _):
      let name = pointer.quoted(or: "an interior pointer")
      return "\(name) is passed to a call that can collect and then uses it"
    default: return nil
    }
  }

}
