import IR
import Source

// Uses of pointers that a caller passed: whether they are wrong only the caller can tell.

extension FunctionAnalyzer {

  /// How many uses are remembered that are wrong if a caller passes an interior pointer.
  private static let maximumLatentUses = 64

  /// The pointers that a call may read or keep, in order.
  var usedPaths: [UsedPath] {
    var found: [AccessPath: EntryConditions] = [:]
    for (location, conditions) in usedInitials.sorted(by: { $0.key < $1.key }) {
      guard let path = path(ofValueIn: location) else { continue }
      for requirements in conditions.alternatives {
        found[path, default: .init([])].add(requirements)
      }
    }
    return found.sorted { $0.key < $1.key }.map { UsedPath($0.key, if: $0.value) }
  }

  /// Remembers that what a location held at entry is used.
  mutating func noteUse(ofInitial location: LocationID, in state: AbstractState) {
    if usedInitials[location]?.isAlways == true { return }
    guard let path = path(ofValueIn: location) else { return }
    usedInitials[location, default: .init([])].add(requirements(in: state, besides: path))
  }

  /// Remembers a use of a pointer, if a caller passed it.
  mutating func noteUse(
    ofInitial loan: LoanID, subject: Designation, range: SourceRange, in state: AbstractState
  ) {
    guard case .initial(let holder) = names[loan] else { return }
    noteUse(ofInitial: holder, in: state)
    for (object, old) in state.objects.sorted(by: { $0.key < $1.key }) {
      guard let ending = old.ending, old.kind == .handle, !old.isUncertain,
        case .initial = names[object]
      else { continue }
      addLatentUse(
        of: loan, subject: subject, range: range, blame: ending, endOf: object, in: state)
    }
  }

  /// What must have held at entry for a state to be reached, besides of one place.
  private func requirements(
    in state: AbstractState, besides path: AccessPath
  ) -> [SummaryCase.Requirement] {
    requirements(in: state).filter { $0.path != path }
  }

  /// Remembers a use that is wrong if a caller passes an interior pointer; behind the end of a
  /// handle: one from that handle.
  mutating func addLatentUse(
    of loan: LoanID, subject: Designation, range: SourceRange, blame: CauseID,
    endOf object: ObjectID? = nil, in state: AbstractState
  ) {
    guard case .initial(let holder) = names[loan], let path = path(ofValueIn: holder),
      let reason = reason(blame, endOf: object)
    else { return }
    add(
      LatentUse(
        pointer: path, use: range, subject: subject, function: function.name.name, reason: reason,
        reasonRange: causes[blame].range, conditions: .init([])),
      if: requirements(in: state, besides: path))
  }

  /// Returns why a pointer is not good any more.
  private func reason(_ blame: CauseID, endOf object: ObjectID?) -> LatentUse.Reason? {
    switch causes[blame].what {
    case .collected(let chain): return .collected(chain)
    case .ended(let name, let callee, _):
      guard let object, case .initial(let holder) = names[object],
        let path = path(ofValueIn: holder)
      else { return nil }
      return .ended(path, name: name, by: callee)
    default: return nil
    }
  }

  /// Adds a use that is reached if `requirements` hold.
  private mutating func add(_ use: LatentUse, if requirements: [SummaryCase.Requirement]) {
    let index = latentUses.firstIndex {
      $0.isSamePair(as: use) && ($0.use == use.use || $0.conditions.cover(requirements))
    }
    if let index {
      latentUses[index].conditions.add(requirements)
    } else if latentUses.count < Self.maximumLatentUses {
      var use = use
      use.conditions.add(requirements)
      latentUses.append(use)
    } else {
      doubt("callers are not told of more uses of pointers in '\(use.function)'", at: use.use)
    }
  }

  /// Whether requirements may hold at a call.
  mutating func isPossible(
    _ requirements: [SummaryCase.Requirement], at site: CallSite, in state: inout AbstractState
  ) -> Bool {
    spend(16 + 64 * requirements.count)
    for requirement in requirements {
      let applied = AppliedCase(site: site)
      let value = tested(requirement, applied, in: &state)
      if let subtrahend = requirement.subtrahend {
        let other = read(subtrahend, applied, type: .other, in: &state)
        var known = state
        if !assume(value, less: other, in: requirement.interval, in: &known) { return false }
        continue
      }
      if interval(of: value, in: state).intersection(requirement.interval).isEmpty { return false }
      if let term = term(for: value), isDecided(against: requirement.interval, of: term, in: state)
      {
        return false
      }
    }
    return true
  }

  /// Whether one of several lists of requirements may hold at a call.
  private mutating func isPossible(
    _ conditions: EntryConditions, at site: CallSite, in state: inout AbstractState
  ) -> Bool {
    for requirements in conditions.alternatives {
      if isPossible(requirements, at: site, in: &state) { return true }
    }
    return false
  }

  /// Uses the pointers that the callee uses: in its arguments, behind them, or in variables.
  mutating func useReachable(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    for used in summary.usedPaths {
      let path = used.path
      if path.steps.isEmpty && used.conditions.isAlways && path.root.argument != nil { continue }
      guard isPossible(used.conditions, at: site, in: &state) else { continue }
      let range = path.root.argument.map(site.range(ofArgument:)) ?? site.range
      switch read(path, AppliedCase(site: site), type: .untypedPointer, in: &state) {
      case .pointer(_, let loan?):
        let subject = subject(path, at: site, in: &state)
        use(loan, subject: subject, range: range, in: &state)
      case .copy(let whole): useAll(of: whole, range: range, in: &state)
      case .object(let object):
        let subject = describe(object, in: state)
        use(.object(object), subject: subject, range: range, in: &state)
      default: continue
      }
    }
  }

  /// Uses the pointers in variables with static storage that a function uses which is called back:
  /// what it is passed is not known.
  mutating func useVariables(
    of summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    for used in summary.usedPaths where used.path.root.argument == nil {
      guard
        case .pointer(_, let loan?) = read(
          used.path, AppliedCase(site: site), type: .untypedPointer, in: &state)
      else { continue }
      let subject = subject(used.path, at: site, in: &state)
      use(loan, subject: subject, range: site.range, in: &state)
    }
  }

  /// What the source calls a pointer that the callee uses.
  private mutating func subject(
    _ path: AccessPath, at site: CallSite, in state: inout AbstractState
  ) -> Designation {
    switch path.root {
    case .argument(let index): subject(index, at: site)
    case .global, .keeper:
      location(of: path, AppliedCase(site: site), in: &state).map(describe) ?? .unnamed
    case .fresh, .result: .phrase("a pointer")
    }
  }

  /// Judges the uses inside the callee that are wrong for interior pointers: of those after one
  /// call the first that is possible.
  mutating func judgeLatentUses(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    var judged: [LatentUse] = []
    for use in summary.latentUses {
      guard !judged.contains(where: { $0.isSamePair(as: use) }),
        isPossible(use.conditions, at: site, in: &state)
      else { continue }
      judged.append(use)
      judge(use, at: site, in: &state)
    }
  }

  private mutating func judge(
    _ use: LatentUse, at site: CallSite, in state: inout AbstractState
  ) {
    let applied = AppliedCase(site: site)
    guard
      case .pointer(_, let loan?) = read(
        use.pointer, applied, type: .untypedPointer, in: &state),
      let old = state.loans[loan]
    else { return }
    var ended: ObjectID?
    if case .ended(let path, _, _) = use.reason {
      guard
        case .object(let object) = read(
          path, applied, type: runtime.handleType ?? .other, in: &state),
        old.handle == object || old.handle == nil, state.objects[object]?.ending == nil
      else { return }
      ended = object
    }
    guard isCertain(old, named: use.subject, at: site.range) else { return }
    if old.handle == nil {
      pass(on: use, of: loan, endOf: ended, in: state)
    } else {
      report(use, old, at: site, in: state)
    }
  }

  /// Leaves it to the caller's callers to judge a use.
  private mutating func pass(
    on use: LatentUse, of loan: LoanID, endOf object: ObjectID?, in state: AbstractState
  ) {
    guard case .initial(let holder) = names[loan], let path = path(ofValueIn: holder) else {
      return
    }
    var reason = use.reason
    if case .ended(_, let name, let callee) = reason {
      guard let object, case .initial(let holder) = names[object],
        let handle = self.path(ofValueIn: holder)
      else { return }
      reason = .ended(handle, name: name, by: callee)
    }
    add(
      LatentUse(
        pointer: path, use: use.use, subject: use.subject, function: use.function, reason: reason,
        reasonRange: use.reasonRange, conditions: .init([])),
      if: requirements(in: state, besides: path))
  }

  /// Reports a use inside the callee.
  private mutating func report(
    _ use: LatentUse, _ old: LoanState, at site: CallSite, in state: AbstractState
  ) {
    let kind: Observation.Kind
    let blame: Cause.What
    switch use.reason {
    case .collected(let chain):
      kind = .pointerUsedAfterCollection(pointer: use.subject)
      blame = .collected(chain)
    case .ended(_, let name, let callee):
      kind = .pointerUsedAfterEnd(pointer: use.subject, handle: name)
      blame = .ended(name: name, by: callee, inside: nil)
    }
    let steps =
      steps(from: old.origin, [], in: state).map { causes[$0] } + [
        Cause(.called(site.link), at: site.range), Cause(blame, at: use.reasonRange),
      ]
    log.add(
      Observation(kind, at: use.use, in: use.function, steps: steps),
      key: .init(family: 13, origin: nil, blame: nil, range: use.use))
  }

}

extension LatentUse {
  /// Whether both are about the same pointer after the same call.
  func isSamePair(as other: LatentUse) -> Bool {
    pointer == other.pointer && reasonRange == other.reasonRange
  }
}

extension AccessPath.Root {
  /// The position of the argument that this is.
  fileprivate var argument: Int? {
    if case .argument(let index) = self { return index }
    return nil
  }
}
