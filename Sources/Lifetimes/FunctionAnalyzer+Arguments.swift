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
      if !summary.ends(index) {
        use(value, subject: subject(index, at: site), range: range, in: &state)
      }
      judgeNull(object, index, summary, at: site, in: &state)
    case .copy(let whole):
      if contract.isUsed { useAll(of: whole, range: range, in: &state) }
    case .unknown, .constant, .symbol, .truth, .anyOf, .function: break
    }
  }

  /// Uses the pointers in an aggregate that is passed by value.
  mutating func useAll(
    of whole: LocationID, range: SourceRange, in state: inout AbstractState
  ) {
    if case .copy(let source) = contents(of: whole, in: state).whole {
      noteUse(ofInitial: source, in: state)
    }
    useParts(of: whole, range: range, in: &state)
  }

  /// Uses the pointers in an aggregate that were put there.
  mutating func useParts(
    of whole: LocationID, range: SourceRange, in state: inout AbstractState
  ) {
    for part in contents(of: whole, in: state).parts {
      guard case .pointer(_, let loan?) = part.value else { continue }
      use(loan, subject: describe(part.location), range: range, in: &state)
    }
  }

  /// The argument at `index` as the source writes it.
  func subject(_ index: Int, at site: CallSite) -> Designation {
    describeOrigin(of: site.call.arguments[index])
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
      addLatentUse(
        of: loan, subject: subject(index, at: site), range: site.range(ofArgument: index),
        blame: collection, in: state)
      return
    }
    observe(
      .pointerPassedToCollectingCall(pointer: subject(index, at: site), callee: site.callee),
      at: site.range(ofArgument: index), family: 4, origin: old.origin, blame: collection,
      steps: steps(from: old.origin, [collection], in: state))
  }

  /// Uses the handles in an array, or in records, that the call reads.
  private mutating func useElements(
    of target: LocationID, _ contract: ParameterContract, at site: CallSite, _ index: Int,
    in state: inout AbstractState
  ) {
    var array = target
    var first = 0
    if case .part(let whole, .index(let index)) = names[target],
      index == 0 || contract.count != nil
    {
      array = whole
      first = index
    }
    let end = elementCount(contract, at: site, in: state).map { first &+ $0 }
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .object(let object) = value,
        location == array || names.isPart(location, of: array),
        isElement(location, of: array, from: first, to: end)
      else { continue }
      let name = describe(location)
      let subject = name == .unnamed ? describe(object, in: state) : name
      use(value, subject: subject, range: site.range(ofArgument: index), in: &state)
      if contract.count == nil || state.objects[object]?.nullness != .unknown { continue }
      judgeNull(object, named: subject, passedAs: index, at: site, in: &state)
    }
  }

  /// How many elements an array has at most that a call gets; `nil` if that is not known.
  private func elementCount(
    _ contract: ParameterContract, at site: CallSite, in state: AbstractState
  ) -> Int? {
    guard let count = contract.count, site.arguments.indices.contains(count) else { return nil }
    if let more = contract.continuation, site.arguments.indices.contains(more),
      interval(of: site.arguments[more], in: state) != .init(0)
    {
      return nil
    }
    let upper = interval(of: site.arguments[count], in: state).upper
    return upper == Int.max ? nil : upper
  }

  /// Whether a place can be (in) an element whose index is from `first` to below `end`.
  private func isElement(
    _ location: LocationID, of array: LocationID, from first: Int, to end: Int?
  ) -> Bool {
    if let end, end <= first { return false }
    var element = location
    while element != array, case .part(let whole, let step) = names[element] {
      if whole == array, case .index(let index) = step {
        return index >= first && end.map { index < $0 } ?? true
      }
      element = whole
    }
    return first == 0 || location != array
  }

}
