extension SummaryCase {

  /// Gives up which elements of arrays are meant, and by how much a number changes.
  mutating func generalize() {
    requirements = requirements.map(\.generalized)
    result = result.generalized
    var seen: Set<Effect> = []
    effects = effects.map(\.generalized).filter { seen.insert($0).inserted }
  }

}

extension Effect {
  fileprivate var generalized: Effect {
    switch self {
    case .closes(let value, let site): .closes(value.generalized, site: site)
    case .tracks(let value, let tracker): .tracks(value.generalized, by: tracker.generalized)
    case .gives(let value): .gives(value.generalized)
    case .forgets(let value): .forgets(value.generalized)
    case .writes(let path, let value, let site):
      .writes(path.generalized, value.generalized, site: site)
    case .copies(let from, let to): .copies(from: from.generalized, to: to.generalized)
    case .keeps(let value, let site): .keeps(value.generalized, site: site)
    case .calls(let value): .calls(value.generalized)
    case .leaves, .reenters: self
    }
  }
}

extension SummaryValue {
  fileprivate var generalized: SummaryValue {
    switch self {
    case .sum: .unknown
    case .initial(let path): .initial(path.generalized)
    case .whole(let path): .whole(path.generalized)
    case .address(let path): .address(path.generalized)
    case .interior(let handle, let steps, let isNullable):
      .interior(
        of: handle.generalized, steps: steps.map(\.generalized), isNullable: isNullable)
    case .unknown, .integer, .fresh, .function: self
    }
  }
}
