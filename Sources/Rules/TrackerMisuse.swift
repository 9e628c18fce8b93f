import Lifetimes

extension Rule {

  /// Finds trackers that are used after their end, or never ended.
  static let trackerMisuse = Rule(
    "tracker-misuse",
    "a tracker is used after its end, or lost before it",
    severity: .error
  ) { (kind) in
    switch kind {
    case .endedUsed(.tracker, let name): return "\(name.quoted()) is used after it was closed"
    case .endedAgain(.tracker, let name): return "\(name.quoted()) is closed twice"
    case .lost(.tracker, let name, _): return "\(name.quoted()) is not closed on this path"
    default: return nil
    }
  }

}
