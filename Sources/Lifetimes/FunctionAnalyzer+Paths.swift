import IR
import Source

extension FunctionAnalyzer {

  /// Returns a value of a summary as the value that it is at a call.
  mutating func value(
    of summaryValue: SummaryValue, _ applied: AppliedCase, slot: Int, isHandle: Bool,
    in state: inout AbstractState
  ) -> Value {
    switch summaryValue {
    case .unknown: return .unknown
    case .integer(let interval):
      if let constant = interval.singleValue { return .constant(constant) }
      let symbol = newSymbol(at: applied.site.point, slot: slot, in: &state)
      state.intervals[.symbol(symbol)] = interval
      return .symbol(symbol, 0)
    case .initial(let path): return read(path, applied, isHandle: isHandle, in: &state)
    case .address(let path):
      guard let location = location(of: path, applied, in: &state) else { return .unknown }
      return .pointer(location, loan(ofRoot: path, applied, in: state))
    case .fresh(let index):
      guard applied.fresh.indices.contains(index) else { return .unknown }
      let object = applied.fresh[index]
      guard let kind = state.objects[object]?.kind, kind == .heap else { return .object(object) }
      let memory = names.location(.heap(object))
      state.intervals[.memory(memory)] =
        state.objects[object]?.nullness == .nonnull ? .nonzero : nil
      return .pointer(memory, nil)
    case .interior(let handle, let steps, let isNullable):
      let owner = value(of: handle, applied, slot: slot, isHandle: true, in: &state)
      return interior(of: owner, steps, isNullable: isNullable, applied, slot, in: &state)
    case .function(let key): return .function(key)
    }
  }

  /// Returns a new pointer into what a handle refers to.
  private mutating func interior(
    of handle: Value, _ steps: [AccessPath.Step], isNullable: Bool, _ applied: AppliedCase,
    _ slot: Int, in state: inout AbstractState
  ) -> Value {
    let site = applied.site
    guard case .object(let object) = handle else {
      let symbol = newSymbol(at: site.point, slot: slot, in: &state)
      return .pointer(names.location(.pointee(symbol)), nil)
    }
    let origin = cause(
      at: site.point, slot: CallSite.Slot.obtained + slot, range: site.range
    ) {
      .obtained(pointer: $0.pointerName(applied, slot), handle: $0.describe(object, in: state))
    }
    state.trace.append(origin)
    let loan = lend(
      LoanState(handle: object, origin: origin, nullness: isNullable ? .unknown : .nonnull),
      at: site.point, slot: slot, in: &state)
    // A pointer whose handle ended in the callee was judged where the callee returns it.
    if state.objects[object]?.ending != nil { state.loans[loan]?.isUncertain = true }
    let location = steps.reduce(names.location(.content(object))) { follow($1, from: $0) }
    return .pointer(location, loan)
  }

  /// Returns what a path held before the call.
  mutating func read(
    _ path: AccessPath, _ applied: AppliedCase, isHandle: Bool, in state: inout AbstractState
  ) -> Value {
    if case .argument(let index) = path.root, path.steps.isEmpty {
      return applied.site.arguments.indices.contains(index)
        ? applied.site.arguments[index] : .unknown
    }
    guard let location = location(of: path, applied, in: &state) else { return .unknown }
    let handle = isHandle ? runtime.handleType : nil
    return read(location, type: handle ?? .other, in: &state)
  }

  /// Returns the location of a path at a call.
  mutating func location(
    of path: AccessPath, _ applied: AppliedCase, in state: inout AbstractState
  ) -> LocationID? {
    var location: LocationID?
    var pending: Value?
    switch path.root {
    case .argument(let index):
      guard applied.site.arguments.indices.contains(index) else { return nil }
      pending = applied.site.arguments[index]
    case .global(let name): location = names.location(.global(name))
    case .fresh(let index):
      pending = value(of: .fresh(index), applied, slot: 0, isHandle: false, in: &state)
    case .result: return nil
    }
    for step in path.steps {
      switch step {
      case .dereference, .content:
        if pending == nil, let location {
          let type = step == .content ? runtime.handleType : nil
          pending = read(location, type: type ?? .other, in: &state)
        }
        guard let value = pending else { return nil }
        location = target(of: value).location
        pending = nil
      case .field, .index, .anyIndex:
        if case .copy(let whole)? = pending { location = whole }
        pending = nil
        location = location.map { follow(step, from: $0) }
      }
      if location == nil { return nil }
    }
    if case .copy(let whole)? = pending { return whole }
    return location
  }

  /// Returns the part of a location behind one step.
  mutating func follow(_ step: AccessPath.Step, from location: LocationID) -> LocationID {
    switch step {
    case .field(let name): names.part(of: location, .field(name))
    case .index(let index): element(location, index: .constant(index), isArray: false)
    case .anyIndex: names.part(of: location, .anyIndex)
    case .dereference, .content: location
    }
  }

  /// Returns the loan of the pointer that a path starts with.
  private func loan(
    ofRoot path: AccessPath, _ applied: AppliedCase, in state: AbstractState
  ) -> LoanID? {
    guard case .argument(let index) = path.root,
      path.steps.filter({ $0 == .dereference }).count <= 1,
      applied.site.arguments.indices.contains(index),
      case .pointer(_, let loan) = applied.site.arguments[index]
    else { return nil }
    return loan
  }

}
