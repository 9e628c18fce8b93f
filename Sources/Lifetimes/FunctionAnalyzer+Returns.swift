import IR
import Source

extension FunctionAnalyzer {

  /// Judges a return, and remembers it for the summary.
  mutating func leave(
    returning operand: Operand?, at point: ProgramPoint, range: SourceRange,
    in state: AbstractState
  ) {
    var state = state
    guard let operand else {
      return leave(returning: nil as Value?, at: point, range: range, in: state)
    }
    let value = evaluate(operand, at: point, range: range, in: &state)
    judgeReturned(value, operand, range: range, in: &state)
    judgeReferenceReturned(operand, range: range)
    guard case .truth = value else {
      return leave(returning: value, at: point, range: range, in: state)
    }
    // What a test tells its caller depends on how it came out.
    let (holds, fails) = split(value, in: state)
    if let holds { leave(returning: Value.constant(1), at: point, range: range, in: holds) }
    if let fails { leave(returning: Value.constant(0), at: point, range: range, in: fails) }
  }

  private mutating func leave(
    returning value: Value?, at point: ProgramPoint, range: SourceRange, in state: AbstractState
  ) {
    if let (location, test) = visibleTest(returning: value, in: state) {
      leave(returning: value, at: point, range: range, deciding: test, in: location, of: state)
      return
    }
    if let (comparison, sides) = visibleExclusion(in: state) {
      for side in sides {
        var state = state
        state.decided[comparison] = nil
        if assume(side.value, in: side.interval, in: &state) {
          leave(returning: value, at: point, range: range, in: state)
        }
      }
      return
    }
    var state = state
    judgeKeptAtExit(returning: value, at: point, range: range, in: state)
    judgeLostAtExit(returning: value, range: range, in: &state)
    if let suspension = state.suspension, !givesToken(returning: value, in: state) {
      observe(
        .returnedWhileLeft, at: range, family: 17, origin: suspension, blame: nil,
        steps: steps(from: suspension, [], in: state))
    }
    summarize(state, returning: value)
  }

  /// Returns a place that the caller sees and that holds how a test came out, if there is one.
  private func visibleTest(
    returning value: Value?, in state: AbstractState
  ) -> (LocationID, Value)? {
    var returned: LocationID?
    if case .copy(let whole)? = value { returned = names.root(of: whole) }
    let found = state.memory.filter { (location, value) in
      guard case .truth = value else { return false }
      let root = names.root(of: location)
      switch names[root] {
      case .pointee, .global, .keeper, .heap: return true
      case .local: return root == returned
      case .content, .context, .string, .part: return false
      }
    }
    return found.min { $0.key < $1.key }
  }

  /// Leaves once for each way in which a test that the caller sees can have come out.
  private mutating func leave(
    returning value: Value?, at point: ProgramPoint, range: SourceRange, deciding test: Value,
    in location: LocationID, of state: AbstractState
  ) {
    let (holds, fails) = split(test, in: state)
    for (decided, constant) in [(holds, 1), (fails, 0)] {
      guard var decided else { continue }
      decided.memory[location] = .constant(constant)
      leave(returning: value, at: point, range: range, in: decided)
    }
  }

  /// Returns a number that something which the caller knows was found not to be, as the numbers on
  /// either side of it: what a case of a summary asks for is an interval.
  private func visibleExclusion(
    in state: AbstractState
  ) -> (Comparison, sides: [(value: Value, interval: Interval)])? {
    let found = state.decided.compactMap { (comparison, holds) -> (Comparison, SymbolID)? in
      guard !holds, comparison.relation == .equal, comparison.right.entity == nil,
        case .symbol(let symbol)? = comparison.left.entity, isInitial(.symbol(symbol))
      else { return nil }
      return (comparison, symbol)
    }
    let first = found.min { ($0.1, $0.0.excluded) < ($1.1, $1.0.excluded) }
    guard let (comparison, symbol) = first else { return nil }
    let excluded = comparison.excluded
    return (
      comparison,
      [.init(Int.min, excluded &- 1), .init(excluded &+ 1, Int.max)].map {
        (.symbol(symbol, 0), $0)
      }
    )
  }

  /// Whether the caller gets what it needs to come back into the runtime.
  private func givesToken(returning value: Value?, in state: AbstractState) -> Bool {
    reachableByCaller(returning: value, in: state).contains {
      state.objects[$0]?.kind == .token && state.objects[$0]?.ending == nil
    }
  }

  /// Judges what is returned.
  private mutating func judgeReturned(
    _ value: Value, _ operand: Operand, range: SourceRange, in state: inout AbstractState
  ) {
    switch value {
    case .pointer(_, let loan?):
      use(loan, subject: describeOrigin(of: operand), range: range, in: &state)
    case .object(let object):
      use(value, subject: describe(operand), range: range, in: &state)
      judgeBorrowedReturned([object], operand, range: range, in: state)
    case .anyOf(let objects):
      judgeBorrowedReturned(objects, operand, range: range, in: state)
    case .copy(let whole): useParts(of: whole, range: range, in: &state)
    case .unknown, .constant, .symbol, .truth, .function, .pointer: break
    }
  }

  /// Judges a handle that is returned to the runtime, and that is one of several if it is not known
  /// which: all of them are somebody else's, or nothing is said.
  private mutating func judgeBorrowedReturned(
    _ objects: [ObjectID], _ operand: Operand, range: SourceRange, in state: AbstractState
  ) {
    guard isEntryPoint, let first = objects.first else { return }
    var reasons: [String] = []
    for object in objects {
      guard let old = state.objects[object], old.kind == .handle, old.ending == nil,
        old.nullness != .null, !old.isSummary || isInitial(object),
        let reason = borrowedPhrase(old, object),
        isCertain(old, named: describe(operand), at: range)
      else { return }
      reasons.append(reason)
    }
    let path = state.objects[first].map { steps(from: $0.origin, [], in: state) } ?? []
    observe(
      .borrowedReturned(name: describe(operand), reason: reasons[0]), at: range, family: 18,
      origin: nil, blame: nil, steps: path, each: true)
  }

  /// Whether a handle was there when the function was entered.
  private func isInitial(_ object: ObjectID) -> Bool {
    if case .initial = names[object] { true } else { false }
  }

  /// Adds what this return means to a caller.
  private mutating func summarize(_ state: AbstractState, returning value: Value?) {
    spend(64 * state.size + 64 * exits.count)
    var translation = Translation()
    var result = SummaryCase(collection: state.collection)
    result.requirements = requirements(in: state)
    if case .copy(let whole)? = value {
      result.effects += parts(of: whole, &translation, in: state)
    } else if let value {
      result.result = summaryValue(of: value, &translation, in: state)
    }
    for (object, old) in state.objects.sorted(by: { $0.key < $1.key }) {
      result.effects += effects(on: object, old, &translation, in: state)
    }
    result.effects += sweptElements(in: state)
    result.effects += writes(&translation, in: state)
    if state.suspension != nil { result.effects.append(.leaves) }
    if state.isReentered { result.effects.append(.reenters) }
    result.fresh = translation.fresh
    result.failures = state.failures
    result.isNullQuiet = isNullQuiet(value, in: state)
    result.coarsenWrites()
    if !exits.contains(result) { exits.append(result) }
  }

  /// What must have held at entry for this return to be reached.
  func requirements(in state: AbstractState) -> [SummaryCase.Requirement] {
    spend(32 * (state.intervals.count + state.objects.count + state.loans.count))
    var requirements: [SummaryCase.Requirement] = []
    for (entity, interval) in state.intervals {
      var symbol: SymbolID
      switch entity {
      case .symbol(let known): symbol = known
      case .memory(let location):
        guard case .pointee(let known) = names[location] else { continue }
        symbol = known
      case .object, .loan: continue
      }
      var operation: SummaryCase.Operation?
      if case .computed(let sign, let left, let right) = names[symbol] {
        guard let base = left.symbol, right.symbol == nil else { continue }
        operation = .init(symbol: sign, offset: left.offset, operand: right.offset)
        symbol = base
      }
      guard case .initial(let location, nil) = names[symbol],
        let path = path(ofValueIn: location), interval != .unsigned || isSigned(location)
      else { continue }
      requirements.append(.init(path, after: operation, in: interval))
    }
    for (object, old) in state.objects {
      guard case .initial(let location) = names[object], let path = path(ofValueIn: location),
        old.nullness != .unknown
      else { continue }
      requirements.append(.init(path, in: old.nullness == .null ? .init(0) : .nonzero))
    }
    for (loan, old) in state.loans {
      guard case .initial(let holder) = names[loan], let path = path(ofValueIn: holder),
        old.nullness != .unknown
      else { continue }
      requirements.append(
        .init(path, in: old.nullness == .null ? .init(0) : .nonzero))
    }
    return (requirements + relations(in: state)).sorted()
  }

  /// Whether a location is a parameter with a sign: that others are not negative may be no test.
  private func isSigned(_ location: LocationID) -> Bool {
    guard case .local(let local) = names[location],
      case .integer(_, let isSigned) = function[local].type.unaliased
    else { return false }
    return isSigned
  }

  /// What was done to an object that the caller knows.
  private mutating func effects(
    on object: ObjectID, _ old: ObjectState, _ translation: inout Translation,
    in state: AbstractState
  ) -> [Effect] {
    guard case .initial(let location) = names[object], path(ofValueIn: location) != nil else {
      return []
    }
    let value = summaryValue(of: .object(object), &translation, in: state)
    if let ending = old.ending, !old.isUncertain {
      return [.closes(value, site: causes[ending].range)]
    }
    if case .tracked(let tracker) = old.ownership {
      return [.tracks(value, by: summaryValue(of: .object(tracker), &translation, in: state))]
    }
    return []
  }

  /// What was written where the caller can see it. A value that is written can bring more memory
  /// into sight.
  private mutating func writes(
    _ translation: inout Translation, in state: AbstractState
  ) -> [Effect] {
    var effects: [LocationID: Effect] = [:]
    var known = -1
    while known != translation.fresh.count {
      known = translation.fresh.count
      for location in state.memory.keys.sorted() where effects[location] == nil {
        guard let value = state.memory[location] else { continue }
        effects[location] = write(value, to: location, &translation, in: state)
      }
    }
    return effects.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What was written to one place.
  private mutating func write(
    _ value: Value, to location: LocationID, _ translation: inout Translation,
    in state: AbstractState
  ) -> Effect? {
    switch names[names.root(of: location)] {
    case .local, .context, .string, .part: return nil
    case .heap(let object):
      guard translation.indices[object] != nil else { return nil }
    case .global, .keeper, .pointee, .content: break
    }
    guard let path = path(of: location, translation) else {
      guard case .object(let object) = value, case .initial(let holder) = names[object],
        self.path(ofValueIn: holder) != nil
      else { return nil }
      return .gives(summaryValue(of: object, &translation, in: state))
    }
    let new = summaryValue(of: value, &translation, in: state)
    if new == .initial(path) || new == .whole(path) { return nil }
    return .writes(path, new, site: state.stores[location].map { storeSite($0) })
  }

  private func storeSite(_ store: CauseID) -> StoreSite {
    guard case .stored(let name, let place) = causes[store].what else {
      return StoreSite(range: causes[store].range)
    }
    return StoreSite(range: causes[store].range, name: name, place: place)
  }

  /// The parts of an aggregate that is returned.
  private mutating func parts(
    of whole: LocationID, _ translation: inout Translation, in state: AbstractState
  ) -> [Effect] {
    let contents = contents(of: whole, in: state)
    return ([(whole, contents.whole)] + contents.parts).compactMap { (location, value) in
      let new = summaryValue(of: value, &translation, in: state)
      if location == whole && new == .unknown { return nil }
      return .writes(.init(.result, steps(to: location, from: whole)), new, site: nil)
    }
  }

}

extension Comparison {
  /// The number that the left side is compared with.
  fileprivate var excluded: Int { right.offset &- left.offset }
}
