import IR
import Source

extension FunctionAnalyzer {

  /// Judges one argument of a call.
  mutating func judgeArgument(
    _ index: Int, _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    let contract = summary.parameter(index)
    let value = site.arguments[index]
    let range = site.range(ofArgument: index)
    switch value {
    case .pointer(let target, let loan):
      if let loan, contract.isUsed {
        use(loan, subject: subject(index, at: site), range: range, in: &state)
        if contract.isUsedLate, let chain = summary.collection {
          judgeLateUse(of: loan, index, chain: chain, at: site, in: &state)
        }
      }
      if !contract.isWritten, summary.isRuntime, summary.runtimeAccess != nil {
        useElements(of: target, contract, at: site, index, in: &state)
      }
    case .object(let object):
      if summary.ends(index) { break }
      use(value, subject: subject(index, at: site), range: range, in: &state)
      judgeNull(object, index, summary, at: site, in: &state)
    case .copy(let whole): useParts(of: whole, range: range, in: &state)
    case .unknown, .constant, .symbol, .truth, .anyOf, .function: break
    }
  }

  /// Uses the pointers in an aggregate that is passed or returned by value.
  mutating func useParts(
    of whole: LocationID, range: SourceRange, in state: inout AbstractState
  ) {
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .pointer(_, let loan?) = value, names.isPart(location, of: whole) else { continue }
      use(loan, subject: describe(location), range: range, in: &state)
    }
  }

  /// Uses the pointers that the callee reads through its arguments and uses.
  mutating func useReachable(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    for path in summary.usedPaths {
      guard case .argument(let index) = path.root, !path.steps.isEmpty,
        case .pointer(_, let loan?) = read(
          path, AppliedCase(site: site), isHandle: false, in: &state)
      else { continue }
      use(
        loan, subject: subject(index, at: site), range: site.range(ofArgument: index), in: &state)
    }
  }

  /// The argument at `index` as the source writes it.
  private func subject(_ index: Int, at site: CallSite) -> String {
    let operand = site.call.arguments[index]
    if case .address(let place) = operand,
      let last = place.projections.lastIndex(of: .dereference)
    {
      return describePointer(of: place, upTo: last)
    }
    return describe(operand)
  }

  /// Judges a handle that is null if the call that made it failed.
  private mutating func judgeNull(
    _ object: ObjectID, _ index: Int, _ summary: FunctionSummary, at site: CallSite,
    in state: inout AbstractState
  ) {
    guard forbidsNull(index, summary, at: site, in: &state), let old = state.objects[object],
      old.nullness != .nonnull, old.kind == .handle, !old.isSummary
    else { return }
    if !old.isUncertain { noteLatentNull(object, in: state) }
    guard old.canFail,
      isCertain(old, named: subject(index, at: site), at: site.range(ofArgument: index))
    else { return }
    observe(
      .uncheckedPassed(name: subject(index, at: site), callee: site.callee),
      at: site.range(ofArgument: index), family: 12, origin: old.origin, blame: nil,
      steps: steps(from: old.origin, [], in: state))
    state.objects[object]?.canFail = false
  }

  /// Whether a call does not allow null as an argument, as far as its other arguments tell.
  private mutating func forbidsNull(
    _ index: Int, _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) -> Bool {
    let contract = summary.parameter(index)
    if contract.role == .handle, !contract.isPointer, !contract.allowsNull { return true }
    for latent in summary.latentNulls where latent.parameter == index {
      var isPossible = true
      for requirement in latent.requirements {
        let value = read(
          requirement.path, AppliedCase(site: site), isHandle: false, in: &state)
        if interval(of: value, in: state).intersection(requirement.interval).isEmpty {
          isPossible = false
        }
      }
      if isPossible { return true }
    }
    return false
  }

  /// Remembers that a parameter is passed on where null is not allowed.
  private mutating func noteLatentNull(_ object: ObjectID, in state: AbstractState) {
    guard case .initial(let location) = names[object], case .local(let local) = names[location],
      function[local].kind == .parameter, latentNulls.count < 16
    else { return }
    let latent = LatentNull(
      parameter: local.index,
      requirements: requirements(in: state).filter { $0.path != path(ofValueIn: location) })
    if !latentNulls.contains(latent) { latentNulls.append(latent) }
  }

  /// Judges a pointer that the callee uses after it may have collected.
  mutating func judgeLateUse(
    of loan: LoanID, _ index: Int, chain: CallChain, at site: CallSite,
    in state: inout AbstractState
  ) {
    guard let old = state.loans[loan], old.ending == nil,
      isCertain(old, named: subject(index, at: site), at: site.range(ofArgument: index))
    else { return }
    if !old.collections.isEmpty && old.isUsedSince { return }
    let collection = cause(
      at: site.point, slot: CallSite.Slot.collection, range: site.range
    ) { (_) in .collected(chain.called(by: site.link)) }
    guard old.handle != nil else {
      if case .initial(let holder) = names[loan], let path = path(ofValueIn: holder) {
        addLateUse(of: path, index, collection, at: site)
      }
      return
    }
    observe(
      .pointerPassedToCollectingCall(pointer: subject(index, at: site), callee: site.callee),
      at: site.range(ofArgument: index), family: 4, origin: old.origin, blame: collection,
      steps: steps(from: old.origin, [collection], in: state))
  }

  /// Remembers that a pointer parameter is passed to a call that uses it after it collected.
  private mutating func addLateUse(
    of path: AccessPath, _ index: Int, _ collection: CauseID, at site: CallSite
  ) {
    guard case .collected(let chain) = causes[collection].what else { return }
    let use = LatentUse(
      pointer: path, use: site.range(ofArgument: index),
      subject: subject(index, at: site), function: function.name.name, collection: chain,
      collectionRange: site.range)
    if !latentUses.contains(use) { latentUses.append(use) }
  }

  /// Uses the handles in an array, or in records, that the call reads.
  private mutating func useElements(
    of target: LocationID, _ contract: ParameterContract, at site: CallSite, _ index: Int,
    in state: inout AbstractState
  ) {
    var array = target
    if case .part(let whole, .index(0)) = names[target] { array = whole }
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .object(let object) = value, location == array || names.isPart(location, of: array)
      else { continue }
      let range = site.range(ofArgument: index)
      use(value, subject: describe(location), range: range, in: &state)
      guard contract.count != nil, let old = state.objects[object], old.canFail,
        old.nullness == .unknown, !old.isSummary,
        isCertain(old, named: describe(location), at: range)
      else { continue }
      observe(
        .uncheckedPassed(name: describe(location), callee: site.callee), at: range, family: 12,
        origin: old.origin, blame: nil, steps: steps(from: old.origin, [], in: state))
      state.objects[object]?.canFail = false
    }
  }

  /// Judges a use inside the callee that is wrong for an interior pointer.
  mutating func judge(_ use: LatentUse, at site: CallSite, in state: inout AbstractState) {
    guard
      case .pointer(_, let loan?) = read(
        use.pointer, AppliedCase(site: site), isHandle: false, in: &state),
      let old = state.loans[loan], isCertain(old, named: use.subject, at: site.range)
    else { return }
    guard old.handle != nil else {
      if case .initial(let holder) = names[loan], let path = path(ofValueIn: holder) {
        let outer = LatentUse(
          pointer: path, use: use.use, subject: use.subject,
          function: use.function, collection: use.collection,
          collectionRange: use.collectionRange)
        if !latentUses.contains(outer) { latentUses.append(outer) }
      }
      return
    }
    let key = ObservationLog.Key(family: 13, origin: nil, blame: nil, range: use.use)
    let steps =
      steps(from: old.origin, [], in: state).map { causes[$0] } + [
        Cause(.called(site.link), at: site.range),
        Cause(.collected(use.collection), at: use.collectionRange),
      ]
    log.add(
      Observation(
        .pointerUsedAfterCollection(pointer: use.subject), at: use.use, in: use.function,
        steps: steps), key: key)
  }

}
