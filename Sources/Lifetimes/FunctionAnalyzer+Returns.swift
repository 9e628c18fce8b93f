import IR
import Source

extension FunctionAnalyzer {

  /// Judges a return, and remembers it for the summary.
  mutating func leave(
    returning operand: Operand?, at point: ProgramPoint, range: SourceRange,
    in state: AbstractState
  ) {
    var state = state
    var value: Value?
    if let operand {
      let result = evaluate(operand, at: point, range: range, in: &state)
      judgeReturned(result, operand, range: range, in: &state)
      judgeFieldReturned(operand, range: range)
      value = result
    }
    judgeKeptAtExit(returning: value, at: point, range: range, in: state)
    judgeLostAtExit(returning: value, range: range, in: &state)
    if let suspension = state.suspension, !givesToken(returning: value, in: state) {
      observe(
        .returnedWhileLeft, at: range, family: 17, origin: suspension, blame: nil,
        steps: steps(from: suspension, [], in: state))
    }
    summarize(state, returning: value)
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
      use(loan, subject: describe(operand), range: range, in: &state)
    case .object(let object):
      use(value, subject: describe(operand), range: range, in: &state)
      guard isEntryPoint, let old = state.objects[object], old.kind == .handle,
        old.ending == nil, old.nullness != .null, !old.isSummary,
        let reason = borrowedPhrase(old, object),
        isCertain(old, named: describe(operand), at: range)
      else { return }
      observe(
        .borrowedReturned(name: describe(operand), reason: reason), at: range, family: 18,
        origin: nil, blame: nil, steps: steps(from: old.origin, [], in: state), each: true)
    case .copy(let whole): useParts(of: whole, range: range, in: &state)
    case .unknown, .constant, .symbol, .truth, .anyOf, .function, .pointer: break
    }
  }

  /// Adds what this return means to a caller.
  private mutating func summarize(_ state: AbstractState, returning value: Value?) {
    var translation = Translation()
    var result = SummaryCase(collection: state.collection)
    result.requirements = requirements(in: state)
    result.result = value.map { summaryValue(of: $0, &translation, in: state) } ?? .unknown
    if case .copy(let whole)? = value {
      result.effects += parts(of: whole, &translation, in: state)
    }
    for (object, old) in state.objects.sorted(by: { $0.key < $1.key }) {
      result.effects += effects(on: object, old, &translation, in: state)
    }
    result.effects += writes(&translation, in: state)
    if state.suspension != nil { result.effects.append(.leaves) }
    if state.isReentered { result.effects.append(.reenters) }
    result.fresh = translation.fresh
    if !exits.contains(result) { exits.append(result) }
  }

  /// What must have held at entry for this return to be reached.
  func requirements(in state: AbstractState) -> [SummaryCase.Requirement] {
    var requirements: [SummaryCase.Requirement] = []
    for (entity, interval) in state.intervals {
      let symbol: SymbolID
      switch entity {
      case .symbol(let known): symbol = known
      case .memory(let location):
        guard case .pointee(let known) = names[location] else { continue }
        symbol = known
      case .object, .loan: continue
      }
      guard case .initial(let location, nil) = names[symbol],
        let path = path(ofValueIn: location)
      else { continue }
      requirements.append(.init(path, in: interval))
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
    return requirements.sorted { $0.path < $1.path }
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
    case .global, .pointee, .content: break
    }
    guard let path = path(of: location, translation) else { return nil }
    let new = summaryValue(of: value, &translation, in: state)
    if new == .initial(path) { return nil }
    if value.isCopy { return nil }
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
    var effects: [Effect] = []
    for location in state.memory.keys.sorted() where names.isPart(location, of: whole) {
      guard let value = state.memory[location], !value.isCopy else { continue }
      let steps = steps(to: location, from: whole)
      effects.append(
        .writes(
          .init(.result, steps), summaryValue(of: value, &translation, in: state), site: nil))
    }
    return effects
  }

}
