import Lifetimes

extension Rule {

  /// Finds uses of the runtime between leaving and re-entering it, or without a context.
  static let contextSuspended = Rule(
    "context-suspended",
    "the runtime is used where it may not be used",
    severity: .error
  ) { (kind) in
    switch kind {
    case .calledWhileLeft(let callee):
      return "'\(callee)' is called while the runtime is left"
    case .returnedWhileLeft: return "returns without re-entering the runtime"
    case .calledWithoutContext(let callee):
      return "'\(callee)' is called by a function that has no context"
    default: return nil
    }
  }

}
