import IR
import Source

extension FunctionAnalyzer {

  /// Returns what the format string of a call says of the arguments behind it, where all strings
  /// that it can be say the same.
  func formatMeanings(
    _ summary: FunctionSummary, at site: CallSite
  ) -> [FormatContract.Meaning]? {
    guard let format = summary.format, site.call.arguments.indices.contains(format.parameter)
    else { return nil }
    let texts = formatTexts(of: site.call.arguments[format.parameter])
    guard let meanings = texts?.sorted().map(format.meanings(of:)),
      let longest = meanings.max(by: { $0.count < $1.count })
    else { return nil }
    return longest.indices.map { (index) in
      let all = Set(meanings.lazy.filter { $0.indices.contains(index) }.map { $0[index] })
      return all.count == 1 ? longest[index] : .writesPlain
    }
  }

  /// Writes what a format string says through the pointers behind it.
  mutating func write(
    _ meanings: [FormatContract.Meaning]?, _ summary: FunctionSummary, _ applied: AppliedCase,
    in state: inout AbstractState
  ) {
    let site = applied.site
    let first = summary.parameters.count
    for index in site.arguments.indices.dropFirst(first) {
      guard case .pointer(let target, _) = site.arguments[index] else { continue }
      let position = index - first
      let meaning = meanings.map { $0.indices.contains(position) ? $0[position] : .writesPlain }
      write(
        meaning ?? .writesPlain, to: target, CallSite.Slot.format + position, applied, in: &state)
    }
  }

  private mutating func write(
    _ meaning: FormatContract.Meaning, to target: LocationID, _ slot: Int,
    _ applied: AppliedCase, in state: inout AbstractState
  ) {
    let site = applied.site
    let value: Value
    switch meaning {
    case .plain, .handle: return
    case .writesPlain:
      forgetScalars(in: target, at: site, slot: slot, state: &state)
      return
    case .writesBorrowed:
      value = .object(borrowed(.borrowed(.argumentElement), slot, target, at: site, in: &state))
    case .writesTracked(let index):
      let pointer = site.arguments.indices.contains(index) ? site.arguments[index] : .unknown
      var ownership = ObjectState.Ownership.moved
      if let holder = self.target(of: pointer).location,
        case .object(let tracker)? = state.memory[holder]
      {
        ownership = .tracked(by: tracker)
      }
      value = .object(borrowed(ownership, slot, target, at: site, in: &state))
    case .writesInterior:
      let owner = borrowed(.borrowed(.argumentElement), slot, target, at: site, in: &state)
      let origin = cause(
        at: site.point, slot: CallSite.Slot.obtained + slot, range: site.range
      ) { .obtained(pointer: $0.describe(target), handle: .phrase("the arguments")) }
      state.trace.append(origin)
      let loan = lend(
        LoanState(handle: owner, origin: origin, nullness: .unknown), at: site.point, slot: slot,
        in: &state)
      value = .pointer(names.location(.content(owner)), loan)
    }
    write(value, to: target, at: site.point, store: StoreSite(range: site.range), in: &state)
  }

  private mutating func borrowed(
    _ ownership: ObjectState.Ownership, _ slot: Int, _ target: LocationID, at site: CallSite,
    in state: inout AbstractState
  ) -> ObjectID {
    let origin = cause(at: site.point, slot: slot, range: site.range) {
      .made(name: $0.describe(target), by: site.callee)
    }
    state.trace.append(origin)
    return make(
      ObjectState(.handle, ownership, origin: origin), at: site.point, slot: slot, in: &state)
  }

}
