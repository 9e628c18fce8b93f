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
    case .initial(let path):
      let handle = isHandle ? runtime.handleType : nil
      return read(path, applied, type: handle ?? .other, in: &state)
    case .sum(let path, let offset):
      return sum(read(path, applied, type: .other, in: &state), offset)
    case .whole(let path):
      return location(of: path, applied, in: &state).map { .copy(of: $0) } ?? .unknown
    case .address(let path):
      let place = resolve(path, applied, in: &state)
      return place.location.map { .pointer($0, place.loan) } ?? .unknown
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
    case .function(let name): return .function(name)
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
    if let ending = state.objects[object]?.ending {
      // That the callee returns such a pointer was judged there; what it does with one that it
      // writes to an argument is for the caller to know.
      state.loans[loan]?.ending = ending
      state.loans[loan]?.isUncertain = slot == CallSite.Slot.result
    }
    let target = follow(
      steps, from: names.location(.content(object)), isBehindPointer: true, applied, in: &state)
    return .pointer(target, loan)
  }

  /// Returns what a path held before the call.
  mutating func read(
    _ path: AccessPath, _ applied: AppliedCase, type: Type, in state: inout AbstractState
  ) -> Value {
    if case .argument(let index) = path.root, path.steps.isEmpty {
      return applied.site.arguments.indices.contains(index)
        ? applied.site.arguments[index] : .unknown
    }
    guard let location = location(of: path, applied, in: &state) else { return .unknown }
    return read(location, type: type, in: &state)
  }

  /// Restricts `state` to the executions in which a requirement holds at a call; returns whether
  /// there are any.
  mutating func assume(
    _ requirement: SummaryCase.Requirement, _ applied: AppliedCase, in state: inout AbstractState
  ) -> Bool {
    let value = tested(requirement, applied, in: &state)
    guard let subtrahend = requirement.subtrahend else {
      return assume(value, in: requirement.interval, in: &state)
    }
    let other = read(subtrahend, applied, type: .other, in: &state)
    return assume(value, less: other, in: requirement.interval, in: &state)
  }

  /// Returns the value that a requirement is about, from which another is perhaps to be taken.
  mutating func tested(
    _ requirement: SummaryCase.Requirement, _ applied: AppliedCase, in state: inout AbstractState
  ) -> Value {
    let value = read(requirement.path, applied, type: .other, in: &state)
    guard let operation = requirement.operation else { return value }
    return compute(operation, of: value, in: &state)
  }

  /// Returns the location of a path at a call.
  mutating func location(
    of path: AccessPath, _ applied: AppliedCase, in state: inout AbstractState
  ) -> LocationID? {
    resolve(path, applied, in: &state).location
  }

  /// Returns the location of a path at a call, and the loan of the last pointer on the way.
  mutating func resolve(
    _ path: AccessPath, _ applied: AppliedCase, in state: inout AbstractState
  ) -> Resolved {
    var place = Resolved()
    var start: Value?
    switch path.root {
    case .argument(let index):
      guard applied.site.arguments.indices.contains(index) else { return place }
      start = applied.site.arguments[index]
      if case .copy(let whole)? = start { place.location = whole }
    case .global(let name): place.location = names.location(.global(name))
    case .keeper(let function): place.location = names.location(.keeper(function))
    case .fresh(let index):
      start = value(of: .fresh(index), applied, slot: 0, isHandle: false, in: &state)
    case .result: return place
    }
    var isBehindPointer = false
    for step in path.steps {
      if !step.followsPointer {
        place.location = place.location.map {
          follow(step, from: $0, isBehindPointer: isBehindPointer, applied, in: &state)
        }
      } else if let value = start, place.location == nil {
        place = target(of: value)
      } else if let location = place.location {
        let type = step == .content ? runtime.handleType : .untypedPointer
        place = target(of: read(location, type: type ?? .other, in: &state))
      }
      start = nil
      isBehindPointer = step.followsPointer
    }
    return place
  }

  /// Returns the part of a location behind one step, which no pointer has to be read for. An index
  /// behind a pointer counts from where it points to.
  private mutating func follow(
    _ step: AccessPath.Step, from location: LocationID, isBehindPointer: Bool,
    _ applied: AppliedCase, in state: inout AbstractState
  ) -> LocationID {
    switch step {
    case .field(let name): return names.part(of: location, .field(name))
    // Only an array has an element 0 that is told apart from what a pointer to it points to.
    case .index(let index):
      return element(
        location, index: .constant(index), isArray: !isBehindPointer || index == 0)
    case .indexHeld(let path, let offset):
      let index = sum(read(path, applied, type: .other, in: &state), offset)
      return element(location, index: constant(index, in: state), isArray: !isBehindPointer)
    case .anyIndex:
      return element(location, index: .unknown, isArray: !isBehindPointer)
    case .dereference, .content: return location
    }
  }

  /// Returns the part of a location behind some steps, which no pointer has to be read for.
  mutating func follow(
    _ steps: [AccessPath.Step], from location: LocationID, isBehindPointer: Bool,
    _ applied: AppliedCase, in state: inout AbstractState
  ) -> LocationID {
    var (location, isBehindPointer) = (location, isBehindPointer)
    for step in steps {
      location = follow(
        step, from: location, isBehindPointer: isBehindPointer, applied, in: &state)
      isBehindPointer = false
    }
    return location
  }

  /// Returns the sum of an integer and a constant.
  func sum(_ value: Value, _ offset: Int) -> Value {
    switch value {
    case .constant(let constant): .constant(constant &+ offset)
    case .symbol(let symbol, let base): .symbol(symbol, base &+ offset)
    case .unknown, .truth, .pointer, .object, .anyOf, .function, .copy: .unknown
    }
  }

}
