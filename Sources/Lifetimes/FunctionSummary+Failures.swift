extension FunctionSummary {

  /// Makes the null that a call writes because something failed a handle that is null for that
  /// reason, if the call writes a new handle there when nothing fails. Where its result is the same
  /// then, it says that nothing failed.
  mutating func tellFailedHandles() {
    var given: [AccessPath: [SummaryValue]] = [:]
    for summaryCase in cases {
      for path in summaryCase.givenHandles { given[path, default: []].append(summaryCase.result) }
    }
    if given.isEmpty { return }
    for index in cases.indices where cases[index].failures == .possible {
      let result = cases[index].result
      let failed = given.filter { !$0.value.contains(where: result.overlaps) }
      cases[index].tellFailedHandles(among: Set(failed.keys))
    }
  }

}

extension SummaryValue {
  /// Whether this and another one are numbers, and can be the same one.
  fileprivate func overlaps(_ other: SummaryValue) -> Bool {
    guard case .integer(let mine) = self, case .integer(let others) = other else { return false }
    return !mine.intersection(others).isEmpty
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
