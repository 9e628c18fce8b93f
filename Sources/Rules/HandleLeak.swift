import Lifetimes

extension Rule {

  /// Finds handles that the function owns and loses.
  static let handleLeak = Rule(
    "handle-leak",
    "an owned handle is neither closed nor given away on some path",
    severity: .warning
  ) { (kind) in
    guard case .lost(.handle, let name, let loss) = kind else { return nil }
    switch loss {
    case .exit: return "\(name.quoted()) is not closed on this path"
    case .overwritten: return "\(name.quoted()) is overwritten without being closed"
    case .discarded(let function): return "the result of '\(function)' is never closed"
    }
  }

}
