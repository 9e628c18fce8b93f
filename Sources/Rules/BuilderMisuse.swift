import Lifetimes

extension Rule {

  /// Finds builders that are used after their end, or never ended.
  static let builderMisuse = Rule(
    "builder-misuse",
    "a builder is used after its end, or lost before it",
    severity: .error
  ) { (kind) in
    switch kind {
    case .endedUsed(.builder, let name), .endedAgain(.builder, let name):
      return "\(name.quoted()) is used after it was consumed"
    case .lost(.builder, let name, _): return "\(name.quoted()) is never built or cancelled"
    default: return nil
    }
  }

}
