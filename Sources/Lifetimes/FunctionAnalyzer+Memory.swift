import IR
import Source

extension FunctionAnalyzer {

  /// Pointers are followed this far from a variable; what is behind that is not known.
  static let maximumDepth = 6

  /// Returns what `location` holds.
  mutating func read(_ location: LocationID, type: Type, in state: inout AbstractState) -> Value {
    if let value = state.memory[location] { return initial(value, type: type, in: &state) }
    if let value = readElement(location, in: state) { return value }
    if let value = readFromWhole(location, type: type, in: &state) { return value }
    return initialValue(of: location, type: type, in: &state)
  }

  /// Returns a value as what its type says it is, if it was somewhere at entry: the same bits can
  /// be a number, a pointer and a handle.
  private mutating func initial(
    _ value: Value, type: Type, in state: inout AbstractState
  ) -> Value {
    let isResource = runtime.role(of: type)?.resourceKind != nil
    var symbol: SymbolID?
    switch value {
    case .copy(let source): return initialValue(of: source, type: type, in: &state)
    case .symbol(let known, 0) where isResource || type.isPointer: symbol = known
    case .pointer(let target, _) where isResource:
      if case .pointee(let known) = names[target] { symbol = known }
    case .unknown, .constant, .symbol, .truth, .pointer, .object, .anyOf, .function: break
    }
    guard let symbol, case .initial(let holder, nil) = names[symbol],
      path(ofValueIn: holder) != nil
    else { return value }
    return initialValue(of: holder, type: type, in: &state)
  }

  /// Returns what an element holds whose own index has no value: what elements at unknown indices
  /// hold, or for an unknown index what any element may hold.
  private func readElement(_ location: LocationID, in state: AbstractState) -> Value? {
    // What a pointer points to is the first of the elements behind it.
    var array = location
    var isUnknownIndex = false
    switch names[location] {
    case .part(let whole, .index): array = whole
    case .part(let whole, .symbolic), .part(let whole, .anyIndex):
      array = whole
      isUnknownIndex = true
    case .pointee, .heap: break
    case .part: return readMember(location, in: state)
    case .local, .global, .keeper, .content, .context, .string: return nil
    }
    var found: Set<ObjectID> = []
    var pointers: [(LocationID, Value)] = []
    for (other, value) in state.memory {
      if other == array, !isUnknownIndex { continue }
      if other != array {
        guard case .part(array, let otherStep) = names[other] else { continue }
        if case .index = otherStep, !isUnknownIndex { continue }
      }
      switch value {
      case .object(let object): found.insert(object)
      case .anyOf(let objects): found.formUnion(objects)
      case .pointer(_, .some):
        if !isUnknownIndex || mayBeRead(other, at: location, in: state) {
          pointers.append((other, value))
        }
      default: continue
      }
    }
    if found.isEmpty { return stalest(pointers, in: state) }
    return found.count == 1 && found.allSatisfy { state.objects[$0]?.isSummary == true }
      ? .object(found.sorted()[0]) : .anyOf(found.sorted())
  }

  /// Returns what a member of an element at an unknown index may hold: any of the handles, or one
  /// of the pointers, in that member of the elements.
  private func readMember(_ location: LocationID, in state: AbstractState) -> Value? {
    let root = names.root(of: location)
    let path = steps(to: location, from: root)
    guard path.contains(where: \.isUnknownIndex) else { return nil }
    var found: Set<ObjectID> = []
    var pointers: [(LocationID, Value)] = []
    for (other, value) in state.memory where names.root(of: other) == root {
      switch value {
      case .object, .pointer(_, .some): break
      default: continue
      }
      if !isMeant(other, at: path, from: root) { continue }
      if case .object(let object) = value {
        found.insert(object)
      } else if mayBeRead(other, at: location, in: state) {
        pointers.append((other, value))
      }
    }
    if !found.isEmpty { return .anyOf(found.sorted()) }
    return areToldApart(pointers.map(\.0), in: state) ? nil : stalest(pointers, in: state)
  }

  /// Whether another member of the structs that some members are in, such as a flag, is a constant
  /// in one and not the same in all: by this the program may know which of them it can use.
  private func areToldApart(_ members: [LocationID], in state: AbstractState) -> Bool {
    let structs = Set(members.compactMap { names.whole(of: $0) })
    var constants: [LocationName.Step: [Value]] = [:]
    for (location, value) in state.memory {
      guard case .constant = value, case .part(let whole, let member) = names[location],
        structs.contains(whole)
      else { continue }
      constants[member, default: []].append(value)
    }
    return constants.values.contains { $0.count < structs.count || Set($0).count > 1 }
  }

  /// Whether a location is one of those that a path with unknown indices can mean.
  func isMeant(
    _ location: LocationID, at path: [AccessPath.Step], from root: LocationID
  ) -> Bool {
    var steps = steps(to: location, from: root)
    // What a pointer points to is the first of the elements behind it.
    if path.first?.isUnknownIndex == true, steps.count == path.count - 1 {
      steps.insert(.index(0), at: 0)
    }
    return steps.count == path.count
      && zip(steps, path).allSatisfy { $0 == $1 || $0.isIndex && $1.isUnknownIndex }
  }

  /// Returns of the pointers that an element may hold the one that may be used least.
  private func stalest(
    _ pointers: [(location: LocationID, value: Value)], in state: AbstractState
  ) -> Value? {
    func isStale(_ value: Value) -> Bool {
      guard case .pointer(_, let loan?) = value else { return false }
      return state.loans[loan]?.isStale ?? false
    }
    let sorted = pointers.sorted { $0.location < $1.location }
    return (sorted.first { isStale($0.value) } ?? sorted.first)?.value
  }

  /// Returns what the value of a whole says about its part `location`.
  private mutating func readFromWhole(
    _ location: LocationID, type: Type, in state: inout AbstractState
  ) -> Value? {
    var steps: [LocationName.Step] = []
    var current = location
    while case .part(let whole, let step) = names[current] {
      steps.append(step)
      switch state.memory[whole] {
      case nil: break
      case .constant(0): return .null
      case .copy(let source):
        let part = steps.reversed().reduce(source) { names.part(of: $0, $1) }
        return initialValue(of: part, type: type, in: &state)
      case .pointer, .object, .anyOf, .function, .symbol, .truth, .constant, .unknown:
        return .unknown
      }
      current = whole
    }
    return nil
  }

  /// Returns what `location` held when the function was entered.
  mutating func initialValue(
    of location: LocationID, type: Type, in state: inout AbstractState
  ) -> Value {
    let root = names.root(of: location)
    var epoch: ProgramPoint?
    switch names[root] {
    case .local(let local):
      guard function[local].kind == .parameter else { return .unknown }
    case .heap: return .unknown
    case .context: return constant(location, type: type, in: &state)
    case .global(let name):
      if let value = initialValue(ofGlobal: name, at: location) { return value }
    case .content: epoch = state.epoch
    case .keeper, .pointee, .string, .part: break
    }
    if names.depth(of: location) >= Self.maximumDepth { return .unknown }
    if let role = runtime.role(of: type), role.isOpaque {
      return unknownResource(role, at: location, in: &state)
    }
    let value = unknownScalar(.initial(location, epoch: epoch), type: type)
    if case .symbol(let symbol, _) = value, case .integer(_, isSigned: false) = type.unaliased,
      state.intervals[.symbol(symbol)] == nil
    {
      state.intervals[.symbol(symbol)] = .unsigned
    }
    guard case .pointer(let target, nil) = value, epoch == nil,
      names[names.root(of: target)] != .context, path(ofValueIn: location) != nil,
      isReachedByArguments(location)
    else { return value }
    return .pointer(target, initialLoan(of: location, to: target, in: &state))
  }

  /// Whether the caller passed a location: an argument or variable, or what one leads to in a step
  /// or two.
  private func isReachedByArguments(_ location: LocationID) -> Bool {
    if names.depth(of: location) > 2 { return false }
    switch names[names.root(of: location)] {
    case .local, .global: return true
    case .pointee(let symbol):
      guard case .initial(let holder, nil) = names[symbol] else { return false }
      return isReachedByArguments(holder)
    default: return false
    }
  }

  /// Returns the loan of a pointer that was passed in, of whose handle only the caller knows.
  private mutating func initialLoan(
    of location: LocationID, to target: LocationID, in state: inout AbstractState
  ) -> LoanID {
    let loan = names.loan(.initial(location))
    if state.loans[loan] == nil {
      let origin = cause(
        at: .entry, slot: -2 - Int(location.index), range: function.range
      ) { (_) in .parameter }
      let known = interval(of: .memory(target), in: state)
      var new = LoanState(handle: nil, origin: origin, nullness: Self.nullness(of: known))
      // It was there before the calls that have been made since then.
      if let epoch = state.epoch,
        let collection = causes[.init(point: epoch, slot: CallSite.Slot.collection)]
      {
        new.collections = [collection]
      }
      state.loans[loan] = new
    }
    return loan
  }

  /// Returns a value with a name, of which nothing else is known.
  mutating func unknownScalar(_ name: SymbolName, type: Type) -> Value {
    if runtime.isContext(type) {
      let context = names.location(.context)
      guard case .initial(let holder, _) = name, let kept = contextKept(in: holder) else {
        return .pointer(context, nil)
      }
      return .pointer(kept, nil)
    }
    let symbol = names.symbol(name)
    if let pointee = type.isPointer ? type.pointee : nil {
      if case .function = pointee.unaliased { return .symbol(symbol, 0) }
      return .pointer(names.location(.pointee(symbol)), nil)
    }
    return .symbol(symbol, 0)
  }

  /// Returns the context that a variable with static storage held when the function was entered.
  ///
  /// All contexts are one place. That one is named as a part of it, so that it can be put back.
  mutating func contextKept(in location: LocationID) -> LocationID? {
    guard case .global = names[names.root(of: location)] else { return nil }
    return names.part(of: names.location(.context), .held(location))
  }

  /// Returns the member of the context at `location`.
  private mutating func constant(
    _ location: LocationID, type: Type, in state: inout AbstractState
  ) -> Value {
    guard runtime.role(of: type) == .handle, case .part(_, .field(let name)) = names[location]
    else { return .unknown }
    let object = names.object(.constant(name))
    if state.objects[object] == nil {
      let origin = cause(at: .entry, slot: -1, range: function.range) { (_) in .parameter }
      state.objects[object] = .init(
        .handle, .borrowed(.constant), nullness: .nonnull, origin: origin)
    }
    return .object(object)
  }

  /// Returns the handle (or the like) that was in `location` from the beginning.
  private mutating func unknownResource(
    _ role: TypeRole, at location: LocationID, in state: inout AbstractState
  ) -> Value {
    guard let kind = role.resourceKind else {
      return .symbol(names.symbol(.initial(location, epoch: nil)), 0)
    }
    let object = names.object(.initial(location))
    if state.objects[object] == nil {
      let origin = cause(
        at: .entry, slot: Int(location.index), range: function.range
      ) { (_) in .parameter }
      var new = ObjectState(kind, .borrowed(borrowReason(of: location)), origin: origin)
      new.isSummary = !names.isOnePlace(location)
      state.objects[object] = new
    }
    return .object(object)
  }

  /// Returns why a handle is not owned that was in `location` from the beginning.
  private func borrowReason(of location: LocationID) -> BorrowReason {
    switch names[names.root(of: location)] {
    case .local: return .parameter
    case .pointee(let symbol):
      guard isEntryPoint, case .initial(let holder, _) = names[symbol],
        case .local(let local) = names[holder],
        runtime.role(of: function[local].type.pointee ?? .void) == .handle
      else { return .memory }
      return .argumentElement
    default: return .memory
    }
  }

  /// Returns what the initialiser of a constant variable says about `location`.
  private mutating func initialValue(
    ofGlobal name: String, at location: LocationID
  ) -> Value? {
    guard let global = program.globals[name], global.isConstant,
      let values = global.initialValues
    else { return nil }
    guard let path = constantPath(to: location) else { return nil }
    for value in values where value.path.map(LocationName.Step.init) == path {
      switch value.value {
      case .constant(let constant): return .constant(constant)
      case .function(let function): return .function(function)
      case .address(let place): return constantLocation(of: place).map { .pointer($0, nil) }
      case .floating(let constant): return number(constant)
      case .copy, .string, .unknown: return nil
      }
    }
    let hasParts = values.contains { $0.path.map(LocationName.Step.init).starts(with: path) }
    return hasParts ? nil : .constant(0)
  }

  /// Returns the steps from the root to `location` if none of them is an unknown index.
  private func constantPath(to location: LocationID) -> [LocationName.Step?]? {
    var steps: [LocationName.Step?] = []
    var current = location
    while case .part(let whole, let step) = names[current] {
      switch step {
      case .symbolic, .anyIndex: return nil
      case .field, .index, .held: steps.append(step)
      }
      current = whole
    }
    return steps.reversed()
  }

}

extension ProgramPoint {
  /// The point before everything else, where parameters come from.
  static let entry = ProgramPoint(block: .init(0), index: -1)
}

extension TypeRole {
  /// The kind of resource that a value of such a type is, if it is one.
  var resourceKind: ResourceKind? {
    switch self {
    case .handle: .handle
    case .tracker: .tracker
    case .builder: .builder
    case .token: .token
    case .context, .field, .global, .object, .typeSpecification: nil
    }
  }
}

extension LocationName.Step {
  /// The step that a projection makes if its index is constant.
  init?(_ projection: Place.Projection) {
    switch projection {
    case .field(let name, _): self = .field(name)
    case .index(.constant(let index)): self = .index(index)
    case .index, .dereference: return nil
    }
  }
}

extension AccessPath.Step {
  /// Whether this leads to an element of an array.
  var isIndex: Bool {
    switch self {
    case .index, .indexHeld, .anyIndex: true
    case .field, .dereference, .content: false
    }
  }
}
