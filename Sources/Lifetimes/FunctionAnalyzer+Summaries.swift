import IR
import Source

extension FunctionAnalyzer {

  /// How many cases a summary may have before those that differ are put together: fewer for a
  /// helper in plain C, whose callers seldom ask so much of it.
  private var maximumCases: Int { knowsRuntime ? 12 : 6 }

  /// What it costs for each instruction, in units of work, to look at a function before it is
  /// executed.
  private static let preparationCost = 100

  /// Analyzes the function.
  mutating func run(listingStates: Bool = false) -> Outcome {
    spend(Self.preparationCost * function.size)
    var solution = solve(keepingStates: listingStates)
    sweeps = foundSweeps()
    if !sweeps.isEmpty {
      forgetFindings()
      start = meter.spent
      solution = solve(keepingStates: listingStates)
      if solution.isUnfinished && foundSweeps().count > sweeps.count { forgetFindings() }
    }
    var limits: [String] = []
    if solution.isWidened { limits.append("too many paths: states that disagree were merged") }
    if solution.isCut { limits.append("too many rounds: some paths were not followed") }
    if solution.isUnfinished { limits.append("too much work: it was not analyzed to its end") }
    let summary = solution.isUnfinished ? unfinishedSummary(solution) : computedSummary(solution)
    return Outcome(
      name: function.name, range: function.range, summary: summary, observations: log.all,
      defaultedCalls: defaults.sorted { $0.range < $1.range }, limits: limits,
      doubts: doubts.sorted { ($0.range, $0.reason) < ($1.range, $1.reason) },
      states: listingStates ? listing(of: solution) : [])
  }

  /// Returns what callers are told of the function if not all of it was looked at.
  private func unfinishedSummary(_ solution: Solution) -> FunctionSummary {
    let collections = exits.compactMap(\.collection) + [solution.collection].compactMap { $0 }
    return FunctionSummary(
      unfinishedWith: collections.min { $0.length < $1.length }, runtimeAccess: runtimeAccess)
  }

  /// Forgets what was seen, because the function is analyzed again.
  private mutating func forgetFindings() {
    log = ObservationLog()
    latentUses = []
    latentNulls = []
    defaults = []
    doubts = []
    exits = []
    usedInitials = [:]
    calledPaths = []
    runtimeAccess = nil
    callsOnlyRepeatable = true
    clearsFailure = false
    losesArguments = false
  }

  /// Returns what callers need to know.
  private func computedSummary(_ solution: Solution) -> FunctionSummary {
    let used = usedPaths
    let always = Set(used.lazy.filter(\.conditions.isAlways).map(\.path))
    let parameters = function.parameters.enumerated().map { (index, parameter) in
      let type = parameter.type.isPointer ? parameter.type.pointee ?? .other : parameter.type
      return ParameterContract(
        role: runtime.role(of: type), isPointer: parameter.type.isPointer,
        isUsed: always.contains(.init(.argument(index))))
    }
    let (cases, isExact) = merged(exits)
    var summary = FunctionSummary(
      cases: cases, parameters: parameters, latentUses: latentUses,
      runtimeAccess: runtimeAccess)
    summary.canFail = runtimeAccess != nil
    summary.isInexact = !isExact || solution.isWidened || solution.isCut
    summary.clearsFailure = clearsFailure
    summary.losesArguments = losesArguments
    summary.usedPaths = used
    summary.calledPaths = calledPaths.sorted()
    summary.latentNulls = latentNulls
    summary.tellFailedHandles()
    summary.isRepeatable = isRepeatable(summary)
    return summary
  }

  /// Puts cases together that do the same to what is tracked; those that differ in what must be
  /// null, or negative, only if there are too many.
  private func merged(
    _ cases: [SummaryCase]
  ) -> (cases: [SummaryCase], isExact: Bool) {
    var result = Self.merged(cases, keepingSigns: true)
    if result.count > maximumCases { result = Self.merged(result, keepingSigns: false) }
    let isExact = result.count <= maximumCases
    while result.count > maximumCases {
      let last = result.removeLast()
      result[result.count - 1].absorb(last)
    }
    return (result, isExact)
  }

  private static func merged(_ cases: [SummaryCase], keepingSigns: Bool) -> [SummaryCase] {
    var result: [SummaryCase] = []
    for new in cases {
      let index = result.firstIndex {
        $0.canAbsorb(new)
          && !(keepingSigns && ($0.tellsSign(apartFrom: new) || $0.leavesGap(to: new)))
      }
      if let index {
        result[index].absorb(new)
      } else {
        result.append(new)
      }
    }
    return result
  }

}

extension SummaryCase {

  /// Whether one case can stand for both: they have the same effects on what is tracked, and their
  /// results are of one kind.
  func canAbsorb(_ other: SummaryCase) -> Bool {
    guard (collection == nil) == (other.collection == nil) else { return false }
    if trackedEffects != other.trackedEffects { return false }
    if fresh == other.fresh && result == other.result { return true }
    switch (result, other.result) {
    case (.integer, .integer), (.integer, .unknown), (.unknown, .integer), (.unknown, .unknown),
      (.sum, .integer), (.integer, .sum), (.sum, .unknown), (.unknown, .sum), (.sum, .sum):
      return fresh == other.fresh && keepsSign(with: other)
    case (.fresh(0), .integer(.init(0))): return other.fresh.isEmpty && fresh.count == 1
    case (.integer(.init(0)), .fresh(0)): return fresh.isEmpty && other.fresh.count == 1
    case (.fresh(0), .fresh(0)):
      return fresh.count == 1 && other.fresh.count == 1
        && fresh[0].ownership == other.fresh[0].ownership && fresh[0].kind == other.fresh[0].kind
    default: return false
    }
  }

  /// Whether each case needs something to be null or negative, or not to be, that the other does
  /// not need: no requirement could stand for both.
  func tellsSign(apartFrom other: SummaryCase) -> Bool {
    let isRelation: (Requirement) -> Bool = { $0.subtrahend != nil }
    var (mine, others) = (signRequirements, other.signRequirements)
    if result == other.result {
      mine = mine.filter { !isRelation($0) }
      others = others.filter { !isRelation($0) }
    }
    return !mine.isSubset(of: others) && !others.isSubset(of: mine)
  }

  /// Whether the numbers that each case needs something to be are apart: what would stand for both
  /// would stand for those in between, too.
  func leavesGap(to other: SummaryCase) -> Bool {
    requirements.contains { (mine) in
      guard let same = other.requirements.first(where: mine.isAbout) else { return false }
      return mine.interval.isApart(from: same.interval)
    }
  }

  private var signRequirements: Set<Requirement> {
    Set(requirements.filter(\.interval.isSignTest))
  }

  /// Effects that rules judge by; plain numbers written somewhere are not among them.
  private var trackedEffects: [Effect] {
    effects.filter {
      guard case .writes(_, let value, _) = $0 else { return true }
      return value.isTracked
    }
  }

  /// Whether joining the results loses nothing that a caller tests, when something depends on it.
  private func keepsSign(with other: SummaryCase) -> Bool {
    if effects.isEmpty && other.effects.isEmpty && fresh.isEmpty { return true }
    return result == other.result || trackedEffects.isEmpty
  }

  /// Makes this case stand for both.
  mutating func absorb(_ other: SummaryCase) {
    requirements = Requirement.either(requirements, other.requirements)
    switch (result, other.result) {
    case (.integer(let l), .integer(let r)): result = .integer(l.union(r))
    case (.fresh, .integer): makeNullable()
    case (.integer, .fresh) where fresh.isEmpty:
      fresh = other.fresh
      result = other.result
      makeNullable()
    case (.fresh, .fresh):
      if other.fresh.contains(where: \.isNullable) { makeNullable() }
    default: if result != other.result { result = .unknown }
    }
    if let chain = other.collection,
      chain.length < (collection?.length ?? Int.max)
    {
      collection = chain
    }
    failures.formUnion(other.failures)
    isNullQuiet = isNullQuiet || other.isNullQuiet
    let (known, others) = (Set(effects), Set(other.effects))
    effects = effects.map { others.contains($0) ? $0 : $0.weakened }
    let written = Set(effects.compactMap(\.writtenPath))
    let hasSameObjects = fresh == other.fresh
    effects += other.effects
      .filter { !known.contains($0) && !($0.writtenPath.map(written.contains) ?? false) }
      .filter { hasSameObjects || !$0.mentionsFresh }
      .map(\.weakened)
  }

  private mutating func makeNullable() {
    fresh = fresh.enumerated().map {
      $0.offset == 0
        ? .init(
          $0.element.kind, $0.element.ownership, isNullable: true, isEnded: $0.element.isEnded)
        : $0.element
    }
  }

}

extension FunctionSummary {

  /// Makes this summary the next one after `old`, where a cycle of functions is analyzed again:
  /// explanations stay as they were if the new ones are not shorter. With `widening`, numbers
  /// that changed are given up, so that repeating the step comes to an end.
  mutating func `continue`(from old: FunctionSummary, widening: Bool) {
    if let access = old.runtimeAccess, runtimeAccess != nil { runtimeAccess = access }
    let known = old.latentUses
    latentUses = known + latentUses.filter { (use) in !known.contains { $0.isSamePair(as: use) } }
    for index in cases.indices {
      guard
        let same = old.cases.first(where: {
          $0.canAbsorb(cases[index]) && !$0.tellsSign(apartFrom: cases[index])
        })
      else { continue }
      cases[index].continue(from: same, widening: widening)
    }
  }

}

extension SummaryCase {

  fileprivate mutating func `continue`(from old: SummaryCase, widening: Bool) {
    if let chain = old.collection, let new = collection, chain.length <= new.length {
      collection = chain
    }
    guard widening else { return }
    requirements = requirements.compactMap { (new) in
      guard let same = old.requirements.first(where: new.isAbout) else { return nil }
      let interval = same.interval.widened(by: new.interval)
      return interval == .all ? nil : new.with(interval)
    }
    if case .integer(let before) = old.result, case .integer(let now) = result {
      result = .integer(before.widened(by: now))
    }
    effects = effects.map { old.effects.contains($0) ? $0 : $0.weakened }
  }

}

extension SummaryValue {
  /// Whether the value is, or is in, an object that the function made.
  fileprivate var mentionsFresh: Bool {
    switch self {
    case .fresh: true
    case .initial(let path), .address(let path), .whole(let path), .sum(let path, _):
      path.mentionsFresh
    case .interior(let handle, _, _): handle.mentionsFresh
    case .unknown, .integer, .function: false
    }
  }
}

extension AccessPath {
  /// Whether the path starts from an object that the function made.
  fileprivate var mentionsFresh: Bool {
    if case .fresh = root { return true }
    return false
  }
}

extension Effect {
  /// The place that is written, if one is.
  fileprivate var writtenPath: AccessPath? {
    guard case .writes(let path, _, _) = self else { return nil }
    return path
  }

  /// Whether the effect is about an object that the function made.
  fileprivate var mentionsFresh: Bool {
    switch self {
    case .closes(let value, _), .gives(let value), .forgets(let value), .keeps(let value, _),
      .calls(let value):
      value.mentionsFresh
    case .tracks(let value, let other), .copies(let value, let other):
      value.mentionsFresh || other.mentionsFresh
    case .writes(let path, let value, _): path.mentionsFresh || value.mentionsFresh
    case .leaves, .reenters: false
    }
  }

  /// The effect when it happens in only one of two ways: nothing is known of a place it writes.
  fileprivate var weakened: Effect {
    guard case .writes(let path, let value, let site) = self else { return self }
    switch value {
    case .unknown, .integer, .sum: return .writes(path, .unknown, site: site)
    case .initial, .whole, .address, .fresh, .interior, .function: return self
    }
  }
}
