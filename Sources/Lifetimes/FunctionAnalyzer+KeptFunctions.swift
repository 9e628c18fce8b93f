import IR
import Source

// Which functions a pointer can point to.

extension FunctionAnalyzer {

  /// Returns the functions that a pointer can point to, or `nil` if they are not all known.
  mutating func functions(
    _ pointer: Value, from source: Operand, at point: ProgramPoint, _ range: SourceRange,
    _ state: inout AbstractState
  ) -> [FunctionName]? {
    if case .function(let name) = pointer { return [name] }
    if let path = passedPath(of: pointer) {
      if let passed = bindings[path] { return passed.functions }
      calledPaths.insert(path)
    }
    if let found = functions(namedBy: pointer, in: &state) { return found }
    guard case .copy(let place) = source else { return nil }
    let resolved = resolve(place, isAccess: false, at: point, range: range, in: &state)
    return resolved.location.flatMap { kept(at: $0, in: &state) }
      ?? program.targets.targets(readFrom: place, in: function)
  }

  /// Returns the functions that a value can be that was somewhere when the function was entered;
  /// `nil` if they are not all known.
  mutating func functions(
    namedBy value: Value, in state: inout AbstractState
  ) -> [FunctionName]? {
    guard case .symbol(let symbol, 0) = value, case .initial(let location, _) = names[symbol] else {
      return nil
    }
    if let found = kept(at: location, in: &state) { return found }
    if let place = functionPlaces[symbol] {
      return program.targets.targets(readFrom: place, in: function)
    }
    return slot(at: location).flatMap(program.targets.targets)
  }

  /// Returns what is known of a value that was read from a place, and remembers which place it was
  /// if the value is a pointer to a function that has a name.
  mutating func functionRead(
    _ value: Value, from place: Place, at location: LocationID, in state: AbstractState
  ) -> Value {
    guard case .symbol(let symbol, 0) = value, place.type.isFunctionPointer else { return value }
    if let element = unknownElement(in: location), case .part(let array, _) = names[element],
      isOwn(names.root(of: array)), !elements(of: array, in: state).isEmpty
    {
      // Another was perhaps put there since the array was copied.
      return .unknown
    }
    if case .initial(location, _) = names[symbol] {
      functionPlaces[symbol] = place
    }
    return value
  }

  /// Returns the functions to which the pointers in a place of an array or table can point,
  /// whatever unknown indices are; `nil` if they are not all known.
  mutating func kept(
    at location: LocationID, in state: inout AbstractState
  ) -> [FunctionName]? {
    if let places = variables(meantBy: location) {
      var found: Set<FunctionName> = []
      for place in places {
        guard let functions = initialFunctions(at: place) else { return nil }
        found.formUnion(functions)
      }
      return found.sorted()
    }
    guard let element = unknownElement(in: location), case .part(let array, _) = names[element],
      isOwn(names.root(of: array))
    else { return nil }
    var found: Set<FunctionName> = []
    for other in elements(of: array, in: state) {
      let location = rebase(location, from: element, to: other)
      switch read(location, type: .other, in: &state) {
      case .constant(0): continue
      case .function(let name): found.insert(name)
      case let value:
        guard let functions = functions(namedBy: value, in: &state) else { return nil }
        found.formUnion(functions)
      }
    }
    return found.isEmpty ? nil : found.sorted()
  }

  /// Returns the element at an unknown index that a location is or is in, if it is in one.
  private func unknownElement(in location: LocationID) -> LocationID? {
    var current = location
    var found: LocationID?
    while case .part(let whole, let step) = names[current] {
      switch step {
      case .symbolic, .anyIndex: found = current
      case .field, .index, .held: break
      }
      current = whole
    }
    return found
  }

  /// Returns the elements of an array in which something was put.
  private func elements(of array: LocationID, in state: AbstractState) -> [LocationID] {
    var found: Set<LocationID> = []
    for location in state.memory.keys {
      var current = location
      while case .part(let whole, _) = names[current] {
        if whole == array { found.insert(current) }
        current = whole
      }
    }
    return found.sorted()
  }

  /// Whether memory is the function's own, so that it holds nothing but what was put there.
  private func isOwn(_ root: LocationID) -> Bool {
    switch names[root] {
    case .local(let local): function[local].kind != .parameter
    case .heap: true
    case .global, .keeper, .pointee, .content, .context, .string, .part: false
    }
  }

  /// Returns the functions that a part of a variable with static storage can hold when a function
  /// is entered; `nil` if they are not all known.
  private func initialFunctions(at location: LocationID) -> [FunctionName]? {
    let root = names.root(of: location)
    guard case .global(let name) = names[root], let global = program.globals[name] else {
      return nil
    }
    guard global.isConstant else { return slot(at: location).flatMap(program.targets.targets) }
    let path = steps(to: location, from: root)
    var values = global.values(at: path)
    if values.isEmpty { values = global.values(at: path.map(\.withAnyIndex)) }
    var found: Set<FunctionName> = []
    for value in values {
      guard case .function(let function) = value else { return nil }
      found.insert(function)
    }
    return found.isEmpty ? nil : found.sorted()
  }

  /// Returns the parts of variables with static storage that a location can be: one that is in such
  /// a variable itself, or to which pointers in a constant one lead. `nil` if it can be another.
  private mutating func variables(meantBy location: LocationID) -> [LocationID]? {
    let root = names.root(of: location)
    switch names[root] {
    case .global: return [location]
    case .pointee(let symbol):
      guard case .initial(let holder, _) = names[symbol],
        let targets = constantTargets(ofPointerIn: holder)
      else { return nil }
      return targets.map { place(location, behind: root, at: $0) }
    case .local, .keeper, .content, .heap, .context, .string, .part: return nil
    }
  }

  /// Returns where a pointer in a constant variable can point; `nil` if that is not known.
  private mutating func constantTargets(ofPointerIn holder: LocationID) -> [LocationID]? {
    guard let places = variables(meantBy: holder) else { return nil }
    var found: Set<LocationID> = []
    for place in places {
      let root = names.root(of: place)
      guard case .global(let name) = names[root], let global = program.globals[name],
        global.isConstant
      else { return nil }
      for value in global.values(at: steps(to: place, from: root)) {
        guard case .address(let target) = value, let location = constantLocation(of: target)
        else { return nil }
        found.insert(location)
      }
    }
    return found.isEmpty ? nil : found.sorted()
  }

  /// Returns the location of a place in a variable with static storage.
  mutating func constantLocation(of place: Place) -> LocationID? {
    guard case .global(let name) = place.base else { return nil }
    var location = names.location(.global(name))
    for projection in place.projections {
      guard let step = LocationName.Step(projection) else { return nil }
      location = names.part(of: location, step)
    }
    return location
  }

  /// Returns the part of `target` that `part` is of `pointee`, if a pointer to that points to
  /// `target`.
  private mutating func place(
    _ part: LocationID, behind pointee: LocationID, at target: LocationID
  ) -> LocationID {
    guard case .part(let whole, let step) = names[part], part != pointee else { return target }
    let place = place(whole, behind: pointee, at: target)
    guard whole == pointee else { return names.part(of: place, step) }
    switch step {
    case .index(let index): return element(place, index: .constant(index), isArray: false)
    case .symbolic(let symbol, let offset):
      return element(place, index: .symbol(symbol, offset), isArray: false)
    case .anyIndex: return element(place, index: .unknown, isArray: false)
    case .field, .held: return names.part(of: place, step)
    }
  }

  /// Returns what a location is for pointers to functions, as far as its type tells.
  private func slot(at location: LocationID) -> FunctionTargets.Slot? {
    var current = location
    while case .part(let whole, let step) = names[current] {
      if case .field(let name) = step {
        guard case .record(let record)? = type(of: whole)?.unaliased else { return nil }
        if case .global(let global) = names[names.root(of: location)] {
          return .memberOf(global: global, name, record: record)
        }
        return .member(name, record: record)
      }
      current = whole
    }
    if case .global(let name) = names[current] { return .global(name) }
    return nil
  }

}

extension Global {
  /// The values other than zero that the initialiser puts where a path leads: an unknown index is
  /// any.
  fileprivate func values(at path: [AccessPath.Step]) -> [Operand] {
    (initialValues ?? []).lazy.filter { $0.path.matches(path) }.map(\.value)
  }
}

extension [Place.Projection] {
  /// Whether these projections lead to a place that a path can mean: an unknown index is any.
  fileprivate func matches(_ path: [AccessPath.Step]) -> Bool {
    guard count == path.count else { return false }
    return zip(self, path).allSatisfy { (projection, step) in
      switch (projection, step) {
      case (.field(let name, _), .field(let other)): name == other
      case (.index(.constant(let index)), .index(let other)): index == other
      case (.index, .anyIndex), (.index, .indexHeld): true
      default: false
      }
    }
  }
}
