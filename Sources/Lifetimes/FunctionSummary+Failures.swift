extension FunctionSummary {

  /// Makes the null that a call writes because something failed a handle that is null for that
  /// reason, if the call writes a new handle there when nothing fails.
  mutating func tellFailedHandles() {
    let given = Set(cases.lazy.flatMap(\.givenHandles))
    if given.isEmpty { return }
    for index in cases.indices where cases[index].failures == .possible {
      cases[index].tellFailedHandles(among: given)
    }
  }

}

extension SummaryCase {

  /// Where new handles are written.
  fileprivate var givenHandles: [AccessPath] {
    effects.compactMap { (effect) in
      guard case .writes(let path, .fresh(let index), _) = effect, fresh[index].kind == .handle,
        !fresh[index].isNull
      else { return nil }
      return path
    }
  }

  fileprivate mutating func tellFailedHandles(among given: Set<AccessPath>) {
    for (index, effect) in effects.enumerated() {
      guard case .writes(let path, .null, let site) = effect, given.contains(path) else { continue }
      effects[index] = .writes(path, .fresh(fresh.count), site: site)
      fresh.append(FreshObject(.handle, .owned, isNullable: true, isNull: true))
    }
  }

}
