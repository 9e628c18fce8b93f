import IR
import Source

extension FunctionAnalyzer {

  /// Makes `location` hold `value`, and nothing else be left of what it held.
  mutating func write(
    _ value: Value, to location: LocationID, at point: ProgramPoint, store: StoreSite,
    in state: inout AbstractState
  ) {
    var value = value
    if case .part(let array, .anyIndex) = names[location] {
      guard let absorbed = absorb(value, intoElementsOf: array, in: &state) else { return }
      value = absorbed
    }
    if names.standsForSeveral(location) {
      // Which of several the new value is for is not known, nor what became of the others.
      blur(value, in: &state)
      if let old = state.memory[location], old != value { blur(old, in: &state) }
    }
    weaken(elementsLike: location, by: value, in: &state)
    let old = state.memory[location]
    for other in parts(of: location, in: state) where !isNeighbour(other, of: location) {
      state.memory[other] = nil
      state.stores[other] = nil
    }
    state.memory[location] = value
    state.stores[location] = nil
    if case .object(let lost) = old, old != value {
      if state.objects[lost]?.holder == location, let other = holder(of: lost, in: state) {
        state.objects[lost]?.holder = other
      }
      checkOverwritten(lost, held: location, at: point, range: store.range, in: &state)
    }
    noteStore(of: value, to: location, at: point, store, in: &state)
  }

  /// Whether a part of what a pointer points to is another element, behind the first one.
  private func isNeighbour(_ part: LocationID, of location: LocationID) -> Bool {
    switch names[location] {
    case .pointee, .heap: break
    case .local, .global, .keeper, .content, .context, .string, .part: return false
    }
    var current = part
    while case .part(let whole, let step) = names[current] {
      if whole != location {
        current = whole
        continue
      }
      if case .field = step { return false }
      return true
    }
    return false
  }

  /// Copies all parts of `source` to `target`.
  mutating func copyParts(
    from source: LocationID, to target: LocationID, at point: ProgramPoint, range: SourceRange,
    in state: inout AbstractState
  ) {
    if source == target { return }
    let contents = contents(of: source, in: state)
    write(contents, to: target, at: point, store: StoreSite(range: range), in: &state)
  }

  /// Returns what a place holds, with all its parts.
  mutating func contents(of source: LocationID, in state: AbstractState) -> Contents {
    let parts = parts(of: source, in: state).compactMap { (location) in
      state.memory[location].map { (location, $0) }
    }
    return Contents(wholeValue(of: source, in: state), source: source, parts: parts)
  }

  /// Returns the value of a place, or what that of a whole says of it.
  private mutating func wholeValue(of source: LocationID, in state: AbstractState) -> Value {
    var current = source
    while true {
      switch state.memory[current] {
      case nil: break
      case .copy(let original)?: return .copy(of: rebase(source, from: current, to: original))
      case let value?:
        return current == source || value == .null ? value : .unknown
      }
      guard let whole = names.whole(of: current) else { break }
      current = whole
    }
    return holdsInitial(source) ? .copy(of: source) : .unknown
  }

  /// Makes `target` hold what another place held.
  mutating func write(
    _ contents: Contents, to target: LocationID, at point: ProgramPoint, store: StoreSite,
    in state: inout AbstractState
  ) {
    guard let source = contents.source, !contents.parts.isEmpty || contents.whole.isCopy else {
      write(contents.whole, to: target, at: point, store: store, in: &state)
      return
    }
    for other in parts(of: target, in: state) {
      state.memory[other] = nil
      state.stores[other] = nil
    }
    state.memory[target] = contents.whole
    state.stores[target] = nil
    for part in contents.parts {
      let location = rebase(part.location, from: source, to: target)
      state.memory[location] = part.value
      noteStore(
        of: part.value, to: location, at: point, StoreSite(range: store.range), in: &state)
    }
  }

  /// Returns the parts of `whole` that have a value of their own.
  func parts(of whole: LocationID, in state: AbstractState) -> [LocationID] {
    if !names.hasParts(whole) { return [] }
    return state.memory.keys.filter { names.isPart($0, of: whole) }.sorted()
  }

  /// Whether a location held something at entry.
  private func holdsInitial(_ location: LocationID) -> Bool {
    switch names[names.root(of: location)] {
    case .local(let local): function[local].kind == .parameter
    case .heap: false
    case .global, .keeper, .pointee, .content, .context, .string, .part: true
    }
  }

  mutating func rebase(
    _ location: LocationID, from source: LocationID, to target: LocationID
  ) -> LocationID {
    guard location != source, case .part(let whole, let step) = names[location] else {
      return target
    }
    return names.part(of: rebase(whole, from: source, to: target), step)
  }

  /// Remembers where a tracked value was stored, if that is not a variable of the function.
  private mutating func noteStore(
    of value: Value, to location: LocationID, at point: ProgramPoint, _ store: StoreSite,
    in state: inout AbstractState
  ) {
    if case .object(let object) = value, isDeclared(location), names(location, object, in: state) {
      state.objects[object]?.holder = location
    }
    if case .local = names[names.root(of: location)] { return }
    switch value {
    case .pointer(let target, let loan):
      guard loan != nil || names[names.root(of: target)] == .context else { return }
      if target == contextKept(in: location) { return }
    case .object: break
    case .unknown, .constant, .symbol, .truth, .anyOf, .function, .copy: return
    }
    let stored = cause(at: point, slot: 1000 + Int(location.index), range: store.range) {
      .stored(
        name: store.name ?? $0.describe(value, in: state),
        place: store.place ?? $0.describe(location))
    }
    state.stores[location] = stored
    state.trace.append(stored)
  }

  /// Whether an object is to be called by a location that it is stored in. An element of an array
  /// says less than a variable that has the object too.
  private func names(
    _ location: LocationID, _ object: ObjectID, in state: AbstractState
  ) -> Bool {
    guard let holder = state.objects[object]?.holder else { return true }
    if isMacros(location) { return false }
    let isVariable = names.whole(of: holder) == nil && state.memory[holder] == .object(object)
    let path = steps(to: location, from: names.root(of: location))
    return !isVariable || !path.contains(where: \.isIndex)
  }

  /// Returns a place that the source names and that has an object.
  private func holder(of object: ObjectID, in state: AbstractState) -> LocationID? {
    state.memory.filter { (location, value) in
      value == .object(object) && isDeclared(location) && !isMacros(location)
    }.keys.min()
  }

  /// Whether a location is (part of) something that the source names.
  func isDeclared(_ location: LocationID) -> Bool {
    if case .local(let local) = names[names.root(of: location)] {
      return function[local].kind != .temporary
    }
    return true
  }

  /// Whether a location is (part of) a variable that a macro declares for itself.
  func isMacros(_ location: LocationID) -> Bool {
    guard case .local(let local) = names[names.root(of: location)] else { return false }
    return isMacros(local)
  }

  /// Makes what an element holds part of what all elements hold; returns what to store for them.
  mutating func absorb(
    _ value: Value, intoElementsOf array: LocationID, in state: inout AbstractState
  ) -> Value? {
    guard case .object(let object) = value, var new = state.objects[object] else { return value }
    if new.nullness == .null { return nil }
    let elements = names.object(.elements(array))
    if object == elements { return value }
    if let old = state.objects[elements] {
      // Some are ended and some are not: which, is not known.
      let isMixed = (old.ending == nil) != (new.ending == nil)
      let isUncertain = isMixed || old.isUncertain || new.isUncertain
      if old.isDue && !new.isDue { new = old }
      new.isUncertain = isUncertain
    }
    new.isSummary = true
    new.nullness = .nonnull
    new.canFail = false
    new.holder = array
    replace(object, by: elements, in: &state)
    state.objects[elements] = new
    return .object(elements)
  }

  /// Makes everything that refers to `object` refer to `other`.
  mutating func replace(_ object: ObjectID, by other: ObjectID, in state: inout AbstractState) {
    for (location, value) in state.memory {
      switch value {
      case .object(object): state.memory[location] = .object(other)
      case .anyOf(let objects) where objects.contains(object):
        state.memory[location] = .anyOf(
          Set(objects.map { $0 == object ? other : $0 }).sorted())
      default: continue
      }
    }
    for (loan, loanState) in state.loans where loanState.handle == object {
      state.loans[loan]?.handle = other
    }
    for (tracked, trackedState) in state.objects
    where trackedState.ownership == .tracked(by: object) {
      state.objects[tracked]?.ownership = .tracked(by: other)
    }
    state.decided = state.decided.filter { !$0.key.mentions(.object(object)) }
    state.objects[object] = nil
    if state.latest == object { state.latest = other }
  }

}

extension Comparison {
  /// Whether the comparison is about `entity`.
  func mentions(_ entity: Entity) -> Bool { left.entity == entity || right.entity == entity }
}
