import IR
import Source

extension FunctionAnalyzer {

  /// What it costs, in units of work, to tell how an object was lost.
  private static let reportCost = 500

  /// Judges an object whose place was just given another value.
  mutating func checkOverwritten(
    _ object: ObjectID, held location: LocationID, at point: ProgramPoint, range: SourceRange,
    in state: inout AbstractState
  ) {
    guard let old = state.objects[object], old.isPerhapsDue,
      !refers(state, to: object, behind: point)
    else { return }
    if names.hasUnknownIndex(location) { return }
    guard isCertain(old, named: describe(location), at: range) else { return }
    reportLost(object, .overwritten, at: range, in: state)
    state.objects[object]?.ownership = .moved
  }

  /// Judges what a variable holds whose scope ends while the function goes on.
  mutating func judgeLost(
    with variable: LocationID, at point: ProgramPoint, range: SourceRange,
    in state: inout AbstractState
  ) {
    let terminator = function.blocks[Int(point.block)].terminator
    if case .return = terminator.kind, terminator.range == range { return }
    for location in parts(of: variable, in: state) + [variable] {
      guard case .object(let object)? = state.memory[location],
        state.objects[object]?.isDue == true
      else { continue }
      state.memory[location] = nil
      if refers(state, to: object, behind: point) { continue }
      if state.objects[object]?.holder.map({ state.memory[$0] == .object(object) }) != true,
        isDeclared(location), !isMacros(location)
      {
        state.objects[object]?.holder = location
      }
      reportLost(object, .exit, at: range, in: state)
      state.objects[object]?.ownership = .moved
    }
  }

  /// Judges every object that the function must end, at a return.
  mutating func judgeLostAtExit(
    returning value: Value?, range: SourceRange, in state: inout AbstractState
  ) {
    let due = state.objects.filter(\.value.isPerhapsDue).keys.sorted()
    if due.isEmpty { return }
    let reachable = reachableByCaller(returning: value, in: state)
    for object in due where !reachable.contains(object) {
      guard let old = state.objects[object],
        isCertain(old, named: describe(object, in: state), at: range)
      else { continue }
      if mayBeReached(object, in: state) {
        doubt("whether allocated memory is still reached is not known", at: range)
        continue
      }
      let holder = namedHolder(of: object, in: state)
      state.objects[object]?.holder = holder
      reportLost(object, .exit, at: range, in: state)
    }
  }

  /// The place by which an object that several hold is called: the variable that it was made for,
  /// if that is one of them.
  private func namedHolder(of object: ObjectID, in state: AbstractState) -> LocationID? {
    guard let old = state.objects[object], case .made(let name, _) = causes[old.origin].what else {
      return state.objects[object]?.holder
    }
    let first = state.memory.keys.filter { (location) in
      state.memory[location] == .object(object) && isDeclared(location) && !isMacros(location)
        && describe(location) == name
    }.min()
    return first ?? old.holder
  }

  /// Whether an object is in allocated memory that no pointer leads to, perhaps only because the
  /// pointers in older pieces of memory, which stand for several, are not known any more.
  private func mayBeReached(_ object: ObjectID, in state: AbstractState) -> Bool {
    let holders = state.memory.filter { $0.value.mayBe(object) }.keys.map { names.root(of: $0) }
    spend(state.memory.count)
    let isUnreached = holders.allSatisfy { (root) in
      guard case .heap(let memory) = names[root], state.objects[memory]?.ending == nil else {
        return false
      }
      return self.memory(leadingTo: root, in: state).allSatisfy {
        if case .heap = names[$0] { true } else { false }
      }
    }
    if holders.isEmpty || !isUnreached { return false }
    return state.memory.contains { (location, value) in
      guard value == .unknown, case .heap(let memory) = names[names.root(of: location)],
        case .made(_, _, isOlder: true) = names[memory]
      else { return false }
      return true
    }
  }

  private mutating func reportLost(
    _ object: ObjectID, _ loss: Observation.Loss, at range: SourceRange, in state: AbstractState
  ) {
    spend(Self.reportCost)
    guard let old = state.objects[object] else { return }
    var (loss, range) = (loss, range)
    if old.holder == nil, case .made(_, let callee) = causes[old.origin].what {
      loss = .discarded(by: callee)
      range = causes[old.origin].range
    }
    var steps = steps(from: old.origin, [], in: state)
    if case .discarded = loss { steps = [] }
    observe(
      .lost(old.kind, name: describe(object, in: state), loss), at: range, family: 9,
      origin: old.origin, blame: nil, steps: steps)
  }

  /// Whether any place holds `object`.
  func refers(_ state: AbstractState, to object: ObjectID) -> Bool {
    state.memory.values.contains { $0.mayBe(object) }
  }

  /// Whether any place holds `object`, but for the temporaries that are not read any more.
  private mutating func refers(
    _ state: AbstractState, to object: ObjectID, behind point: ProgramPoint
  ) -> Bool {
    for (location, value) in state.memory where value.mayBe(object) {
      guard case .local(let local) = names[names.root(of: location)],
        function[local].kind == .temporary, !shape.addressTaken.contains(local),
        !isLive(local, behind: point)
      else { return true }
    }
    return false
  }

  /// Returns the objects that somebody else can reach after the function returned: through the
  /// result, or through memory that is not the function's own.
  func reachableByCaller(returning value: Value?, in state: AbstractState) -> Set<ObjectID> {
    var objects: Set<ObjectID> = []
    var roots: Set<LocationID> = []
    func add(_ value: Value) {
      switch value {
      case .object(let object): objects.insert(object)
      case .anyOf(let several): objects.formUnion(several)
      case .pointer(let target, _): roots.insert(names.root(of: target))
      case .copy(let whole):
        for (location, part) in state.memory where names.isPart(location, of: whole) {
          add(part)
        }
      case .unknown, .constant, .symbol, .truth, .function: break
      }
    }
    if let value { add(value) }
    for (location, held) in state.memory {
      switch names[names.root(of: location)] {
      case .global, .keeper, .pointee, .content: add(held)
      case .local, .heap, .context, .string, .part: break
      }
    }
    var visited: Set<LocationID> = []
    while let root = roots.subtracting(visited).min() {
      visited.insert(root)
      for (location, held) in state.memory where names.root(of: location) == root { add(held) }
    }
    return objects
  }

}

extension Value {
  /// Whether the value is, or may be, `object`.
  fileprivate func mayBe(_ object: ObjectID) -> Bool {
    switch self {
    case .object(let other): other == object
    case .anyOf(let objects): objects.contains(object)
    default: false
    }
  }
}
