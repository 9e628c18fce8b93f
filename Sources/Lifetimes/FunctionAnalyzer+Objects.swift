import IR
import Source

extension FunctionAnalyzer {

  /// Makes a new object at a point. What was made there before becomes an older object, also in
  /// `values`, which are in no place.
  mutating func make(
    _ new: ObjectState, at point: ProgramPoint, slot: Int, in state: inout AbstractState,
    renaming values: inout [Value]
  ) -> ObjectID {
    let newest = names.object(.made(point, slot: slot, isOlder: false))
    if let previous = state.objects[newest] {
      let older = olderName(for: newest, at: point, slot: slot, in: state)
      for object in [newest, older] { forgetResults(of: object, in: &state) }
      let stillOlder = state.objects[older]
      replace(newest, by: older, in: &state)
      state.objects[older] = stillOlder.map { Self.combine($0, previous) } ?? previous
      if previous.kind == .heap {
        age(newest, to: older, isFirst: stillOlder == nil, in: &state)
      }
      forgetContent(of: newest, in: &state)
      for (location, value) in state.memory {
        state.memory[location] = renamed(value, from: newest, to: older)
      }
      for index in values.indices {
        values[index] = renamed(values[index], from: newest, to: older)
      }
    }
    state.objects[newest] = new
    return newest
  }

  /// Forgets what functions gave for an object that is about to be another one.
  private mutating func forgetResults(of object: ObjectID, in state: inout AbstractState) {
    for result in names.applied[object] ?? [] { forgetResult(result, in: &state) }
  }

  /// Makes a new object at a point.
  mutating func make(
    _ new: ObjectState, at point: ProgramPoint, slot: Int, in state: inout AbstractState
  ) -> ObjectID {
    var none: [Value] = []
    return make(new, at: point, slot: slot, in: &state, renaming: &none)
  }

  /// Returns a value in which an object, and the memory that is its, has another name.
  private mutating func renamed(
    _ value: Value, from old: ObjectID, to new: ObjectID
  ) -> Value {
    switch value {
    case .object(old): return .object(new)
    case .anyOf(let objects) where objects.contains(old):
      return .anyOf(Set(objects.map { $0 == old ? new : $0 }).sorted())
    case .pointer(let target, let loan):
      let root = names.root(of: target)
      let memory: LocationName
      switch names[root] {
      case .heap(old): memory = .heap(new)
      case .content(old): memory = .content(new)
      default: return value
      }
      return .pointer(rebase(target, from: root, to: names.location(memory)), loan)
    case .object, .anyOf, .unknown, .constant, .symbol, .truth, .function, .copy: return value
    }
  }

  /// Returns the name of the newest object of a point once there is a newer one: that of the
  /// element which holds it, so that the elements of an array are told apart, or else that of all
  /// older ones.
  private mutating func olderName(
    for newest: ObjectID, at point: ProgramPoint, slot: Int, in state: AbstractState
  ) -> ObjectID {
    let older = names.object(.made(point, slot: slot, isOlder: true))
    guard state.objects[newest]?.kind == .handle else { return older }
    let holders = state.memory.keys.filter { state.memory[$0] == .object(newest) }.sorted()
    for holder in holders where isElement(holder) {
      let kept = names.object(.kept(holder))
      if state.objects[kept] == nil { return kept }
    }
    return older
  }

  /// Whether a location is an element of an array, or in one, at a constant index.
  private func isElement(_ location: LocationID) -> Bool {
    var isIndexed = false
    var current = location
    while case .part(let whole, let step) = names[current] {
      switch step {
      case .symbolic, .anyIndex: return false
      case .index: isIndexed = true
      case .field, .held: break
      }
      current = whole
    }
    switch names[current] {
    case .pointee, .heap: return isIndexed || current == location
    case .local, .global, .keeper, .content, .context, .string, .part: return isIndexed
    }
  }

  /// Returns one state for two objects that share a name.
  private static func combine(_ older: ObjectState, _ newer: ObjectState) -> ObjectState {
    var result = newer.isDue || !older.isDue ? newer : older
    result.isSummary = true
    result.nullLike = nil
    return result
  }

  /// Makes what is known of allocated memory that of older memory, of which this may be the first.
  /// What is in one of several pieces of memory is not followed any more.
  private mutating func age(
    _ newest: ObjectID, to older: ObjectID, isFirst: Bool, in state: inout AbstractState
  ) {
    let (from, to) = (names.location(.heap(newest)), names.location(.heap(older)))
    let nullness = interval(of: .memory(from), in: state)
    let known = isFirst ? nullness : nullness.union(interval(of: .memory(to), in: state))
    state.intervals[.memory(to)] = known == .all ? nil : known
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard names.root(of: location) == from else { continue }
      var value = renamed(value, from: newest, to: older)
      let moved = rebase(location, from: from, to: to)
      if case .object(let object) = value, let old = state.objects[object],
        old.ownership == .owned
      {
        state.objects[object]?.ownership = .moved
        doubt(
          "handles in older pieces of allocated memory are not followed",
          at: causes[old.origin].range)
        value = .unknown
      }
      state.memory[moved] = state.memory[moved].map { $0 == value ? value : .unknown } ?? value
    }
  }

  private mutating func forgetContent(of object: ObjectID, in state: inout AbstractState) {
    for location in state.memory.keys where isContent(location, of: object) {
      state.memory[location] = nil
      state.stores[location] = nil
    }
  }

  private func isContent(_ location: LocationID, of object: ObjectID) -> Bool {
    switch names[names.root(of: location)] {
    case .content(object), .heap(object): true
    default: false
    }
  }

  /// Makes a new loan at a point. What was obtained there before becomes an older loan.
  mutating func lend(
    _ new: LoanState, at point: ProgramPoint, slot: Int, in state: inout AbstractState
  ) -> LoanID {
    let newest = names.loan(.made(point, slot: slot, isOlder: false))
    if let previous = state.loans[newest] {
      let older = olderName(for: newest, at: point, slot: slot, in: state)
      for (location, value) in state.memory {
        if case .pointer(let target, newest) = value {
          state.memory[location] = .pointer(target, older)
        }
      }
      state.loans[older] = previous
    }
    state.loans[newest] = new
    return newest
  }

  /// Returns the name of the newest loan of a point once there is a newer one, as for objects.
  private mutating func olderName(
    for newest: LoanID, at point: ProgramPoint, slot: Int, in state: AbstractState
  ) -> LoanID {
    let holder = state.memory.keys.filter { (location) in
      guard case .pointer(_, newest)? = state.memory[location] else { return false }
      return isElement(location) && state.loans[names.loan(.kept(location))] == nil
    }.min()
    return names.loan(
      holder.map { .kept($0) } ?? .made(point, slot: slot, isOlder: true))
  }

  /// Ends the life of what `value` refers to.
  mutating func end(
    _ value: Value, named name: Designation, why ending: CauseID, range: SourceRange,
    in state: inout AbstractState
  ) {
    switch value {
    case .object(let object):
      noteSweep(of: object, in: state)
      judgeEnding(of: object, named: name, why: ending, range: range, in: &state)
      end(object, why: ending, range: range, in: &state)
    case .anyOf(let objects):
      doubtChoice(among: objects, named: name, at: range, in: state)
      for object in objects { noteSweep(of: object, in: state) }
      for object in objects where state.objects[object]?.isDue == true {
        end(object, why: ending, range: range, in: &state)
        state.objects[object]?.isUncertain = true
      }
    case .pointer(let location, _):
      if case .heap(let object) = names[names.root(of: location)] {
        state.objects[object]?.ending = ending
      }
    case .unknown, .constant, .symbol, .truth, .function, .copy: break
    }
  }

  /// Judges whether the object may be ended here.
  private mutating func judgeEnding(
    of object: ObjectID, named name: Designation, why ending: CauseID, range: SourceRange,
    in state: inout AbstractState
  ) {
    guard let old = state.objects[object], old.nullness != .null else { return }
    if let first = old.ending {
      guard isEndingCertain(of: old, since: first, named: name, at: range) else { return }
      observe(
        .endedAgain(old.kind, name: name), at: range, family: 1, origin: old.origin, blame: first,
        steps: steps(from: old.origin, [first], in: state))
      return
    }
    guard old.kind == .handle, !isAnyElement(object),
      let reason = borrowedPhrase(old, object), isCertain(old, named: name, at: range)
    else { return }
    observe(
      .borrowedEnded(name: name, reason: reason), at: range, family: 2, origin: nil,
      blame: nil, steps: steps(from: old.origin, isInside(ending) ? [ending] : [], in: state),
      each: true)
  }

  /// Whether something is ended in a function of the program, which is told.
  private func isInside(_ ending: CauseID) -> Bool {
    if case .ended(_, _, inside: .some) = causes[ending].what { return true }
    return false
  }

  /// Whether an object is any of those in an array, of which it is not known which are whose.
  private func isAnyElement(_ object: ObjectID) -> Bool {
    if case .elements = names[object] { return true }
    return false
  }

  /// Why a handle is certainly not the function's, if it is not.
  func borrowedPhrase(_ object: ObjectState, _ id: ObjectID) -> String? {
    switch object.ownership {
    case .owned, .moved: return nil
    case .tracked: return "belongs to a tracker"
    case .borrowed(let reason):
      switch reason {
      case .constant, .argumentElement: return reason.phrase
      case .parameter: return isEntryPoint ? reason.phrase : nil
      case .declared: return reason.phrase
      case .memory: return nil
      }
    }
  }

  /// Records that a value went where it is not followed: whoever is there may end it.
  mutating func giveAway(_ value: Value, in state: inout AbstractState) {
    let objects: [ObjectID] =
      switch value {
      case .object(let object): [object]
      case .anyOf(let objects): objects
      case .unknown, .constant, .symbol, .truth, .pointer, .function, .copy: []
      }
    for object in objects {
      guard let old = state.objects[object], old.ownership == .owned, old.ending == nil else {
        continue
      }
      state.objects[object]?.ownership = .moved
      doubt("a handle is stored where it is not followed", at: causes[old.origin].range)
    }
  }

  /// Ends an object, and with it the pointers obtained from it.
  private mutating func end(
    _ object: ObjectID, why ending: CauseID, range: SourceRange, in state: inout AbstractState
  ) {
    guard let old = state.objects[object], old.ending == nil, old.nullness != .null,
      old.ownership != .borrowed(.constant), old.untracked != .borrowed(.constant)
    else { return }
    state.objects[object]?.ending = ending
    for (loan, loanState) in state.loans.sorted(by: { $0.key < $1.key })
    where loanState.handle == object && loanState.ending == nil {
      judgeKept(loan, why: ending, in: state)
      state.loans[loan]?.ending = ending
      state.loans[loan]?.isUsedSince = false
    }
    if old.kind == .tracker { endTracked(by: object, why: ending, range: range, in: &state) }
  }

  private mutating func endTracked(
    by tracker: ObjectID, why ending: CauseID, range: SourceRange, in state: inout AbstractState
  ) {
    for (object, objectState) in state.objects.sorted(by: { $0.key < $1.key })
    where objectState.ownership == .tracked(by: tracker) {
      var before = objectState
      before.ownership = objectState.untracked
      if objectState.ending == nil, objectState.nullness != .null,
        let reason = borrowedPhrase(before, object)
      {
        observe(
          .borrowedEnded(name: describe(object, in: state), reason: reason), at: range, family: 2,
          origin: objectState.origin, blame: nil,
          steps: steps(from: objectState.origin, [], in: state), each: true)
      }
      end(object, why: ending, range: range, in: &state)
    }
  }

  /// Records a call that can collect: every pointer obtained before may be stale.
  mutating func collect(
    _ chain: CallChain, why collection: CauseID, at point: ProgramPoint,
    in state: inout AbstractState
  ) {
    for loan in state.loans.keys where state.loans[loan]?.ending == nil {
      state.loans[loan]?.collections = [collection]
      state.loans[loan]?.isUsedSince = false
    }
    for location in state.memory.keys {
      guard case .content = names[names.root(of: location)], state.stores[location] == nil else {
        continue
      }
      state.memory[location] = nil
    }
    state.epoch = point
    if state.collection.map({ $0.length > chain.length }) ?? true {
      state.collection = chain
    }
  }

  /// Records a use of a pointer.
  mutating func use(
    _ loan: LoanID, subject: Designation, range: SourceRange, in state: inout AbstractState
  ) {
    noteUse(ofInitial: loan, subject: subject, range: range, in: state)
    guard let old = state.loans[loan], old.nullness != .null else { return }
    let blames = old.ending.map { [$0] } ?? old.collections
    if blames.isEmpty || !isCertain(old, named: subject, at: range) { return }
    if !isEndingCertain(of: old, named: subject, at: range, in: state) { return }
    state.loans[loan]?.isUsedSince = true
    for blame in blames {
      report(old, loan, subject: subject, range: range, blame: blame, in: state)
    }
  }

  /// Records a use of a pointer that `blame` made stale.
  private mutating func report(
    _ old: LoanState, _ loan: LoanID, subject: Designation, range: SourceRange, blame: CauseID,
    in state: AbstractState
  ) {
    let family = old.ending != nil ? 3 : 4
    if old.isUsedSince {
      log.addFurther(range, key: key(family, old.origin, blame))
      return
    }
    guard let handle = old.handle else {
      addLatentUse(of: loan, subject: subject, range: range, blame: blame, in: state)
      return
    }
    let kind: Observation.Kind =
      old.ending != nil
      ? .pointerUsedAfterEnd(pointer: subject, handle: name(of: handle, of: old, in: state))
      : .pointerUsedAfterCollection(pointer: subject)
    observe(
      kind, at: range, family: family, origin: old.origin, blame: blame,
      steps: steps(from: old.origin, [blame], in: state))
  }

  /// What a pointer's handle was called where the pointer was obtained.
  private func name(
    of handle: ObjectID, of loan: LoanState, in state: AbstractState
  ) -> Designation {
    if case .obtained(_, let name) = causes[loan.origin].what { return name }
    return describe(handle, in: state)
  }

  /// Records a use of what is not a pointer: a handle, tracker or builder.
  mutating func use(
    _ value: Value, subject: Designation, range: SourceRange, in state: inout AbstractState
  ) {
    if case .anyOf(let objects) = value {
      doubtChoice(among: objects, named: subject, at: range, in: state)
    }
    if case .object(let object) = value, case .initial(let holder) = names[object] {
      noteUse(ofInitial: holder, in: state)
    }
    guard case .object(let object) = value, let old = state.objects[object],
      let ending = old.ending, old.nullness != .null,
      isEndingCertain(of: old, since: ending, named: subject, at: range)
    else { return }
    observe(
      .endedUsed(old.kind, name: subject), at: range, family: 5, origin: old.origin,
      blame: ending, steps: steps(from: old.origin, [ending], in: state))
  }

}
