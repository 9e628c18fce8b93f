import IR
import Source

// Who is called, and what is known of it at one call.

extension FunctionAnalyzer {

  /// For how many sets of functions that a call may pass its callee is told apart.
  private static let maximumBindings = 4

  /// Returns the functions that can be called, or `nil` if they are not all known.
  mutating func targets(
    of call: Call, at point: ProgramPoint, range: SourceRange, in state: inout AbstractState
  ) -> [FunctionName]? {
    switch call.callee {
    case .direct(let name): return [name]
    case .indirect(let operand):
      let source = shape.definitions.source(of: operand)
      if case .copy(let place) = source, case .field(let member, _)? = place.projections.last,
        let name = runtime.function(forMember: member)
      {
        return [FunctionName(name)]
      }
      let value = evaluate(operand, at: point, range: range, in: &state)
      return functions(value, from: source, at: point, range, &state)
    }
  }

  /// Returns the functions that a pointer can point to, or `nil` if they are not all known.
  private mutating func functions(
    _ pointer: Value, from source: Operand, at point: ProgramPoint, _ range: SourceRange,
    _ state: inout AbstractState
  ) -> [FunctionName]? {
    if case .function(let key) = pointer { return [FunctionName(key: key)] }
    noteCalled(pointer)
    if case .copy(let place) = source {
      let resolved = resolve(place, isAccess: false, at: point, range: range, in: &state)
      if let found = resolved.location.flatMap(constants) { return found }
    }
    return source.functionSlot(in: function).flatMap { program.targets.targets(of: $0) }
  }

  /// Remembers that a function is called to which a pointer points that the caller passed.
  private mutating func noteCalled(_ pointer: Value) {
    var pointed: SymbolID?
    if case .symbol(let symbol, 0) = pointer { pointed = symbol }
    if case .pointer(let target, _) = pointer, case .pointee(let symbol) = names[target] {
      pointed = symbol
    }
    guard let pointed, case .initial(let holder, nil) = names[pointed],
      let path = path(ofValueIn: holder), case .argument = path.root
    else { return }
    calledPaths.insert(path)
  }

  /// Returns the functions that a constant table holds in a place, whatever unknown indices are;
  /// `nil` if the place is not in one.
  private func constants(at location: LocationID) -> [FunctionName]? {
    guard case .global(let name) = names[names.root(of: location)],
      let global = program.globals[name], global.isConstant, let values = global.initialValues
    else { return nil }
    let path = steps(to: location, from: names.root(of: location))
    let functions = values.compactMap { (value) -> FunctionName? in
      guard case .function(let function) = value.value, value.path.matches(path) else { return nil }
      return function
    }
    return functions.isEmpty ? nil : Set(functions).sorted()
  }

  /// Returns the functions that an effect of a callee calls, as far as they are known.
  mutating func functions(
    calledAs what: SummaryValue, _ pointer: Value, _ applied: AppliedCase,
    in state: inout AbstractState
  ) -> [FunctionName] {
    let (site, arguments) = (applied.site, applied.site.call.arguments)
    var source = Operand.unknown
    if case .initial(let path) = what, path.steps.isEmpty, case .argument(let index) = path.root,
      arguments.indices.contains(index)
    {
      source = shape.definitions.source(of: arguments[index])
    }
    return functions(pointer, from: source, at: site.point, site.range, &state) ?? []
  }

  /// Returns what is known of a function at one call: once for each set of functions that the call
  /// may pass and the callee calls.
  mutating func summaries(
    of target: FunctionName, at site: CallSite, in state: inout AbstractState
  ) -> [FunctionSummary] {
    guard let known = summary(target) ?? runtime.summaries[target.name] else {
      return [defaultSummary(for: site)]
    }
    if known.calledPaths.isEmpty { return [known] }
    var passed = [FunctionBindings()]
    for path in known.calledPaths {
      let functions = functions(passedAs: path, at: site, in: &state)
      if functions.isEmpty || functions.count * passed.count > Self.maximumBindings { continue }
      passed = passed.flatMap { (bindings) in functions.map { bindings.adding($0, at: path) } }
    }
    if passed[0].isEmpty { return [known] }
    let special = passed.compactMap { specialized(target, $0) }
    return special.count == passed.count ? special : [known]
  }

  /// Returns the functions that the callee can find in a place of the caller, if they are known.
  private mutating func functions(
    passedAs path: AccessPath, at site: CallSite, in state: inout AbstractState
  ) -> [FunctionName] {
    let applied = AppliedCase(site: site)
    let pointer = read(path, applied, type: .other, in: &state)
    if case .function(let key) = pointer { return [FunctionName(key: key)] }
    noteCalled(pointer)
    if case .argument(let index) = path.root, path.steps.isEmpty {
      guard site.call.arguments.indices.contains(index),
        case .copy(let place) = shape.definitions.source(of: site.call.arguments[index])
      else { return [] }
      let resolved = resolve(
        place, isAccess: false, at: site.point, range: site.range, in: &state)
      return resolved.location.flatMap(constants) ?? []
    }
    return location(of: path, applied, in: &state).flatMap(constants) ?? []
  }

  /// Puts the functions that are passed where the function finds them.
  mutating func bind(in state: inout AbstractState) {
    for (path, name) in bindings.functions.sorted(by: { $0.key < $1.key }) {
      guard let location = entryLocation(of: path, in: &state) else { continue }
      state.memory[location] = .function(name.key)
    }
  }

  /// Returns the location that a path from an argument means inside the function.
  private mutating func entryLocation(
    of path: AccessPath, in state: inout AbstractState
  ) -> LocationID? {
    guard case .argument(let index) = path.root, function.parameters.indices.contains(index) else {
      return nil
    }
    var place = Resolved()
    place.location = names.location(.local(.init(index)))
    for step in path.steps {
      guard let location = place.location else { return nil }
      switch step {
      case .field(let name): place.location = names.part(of: location, .field(name))
      case .index(let index): place.location = names.part(of: location, .index(index))
      case .dereference:
        place = self.target(of: read(location, type: .untypedPointer, in: &state))
      case .content, .indexHeld, .anyIndex: return nil
      }
    }
    return place.location
  }

}

extension Operand {
  /// Where the pointer to a function is kept that this operand reads.
  func functionSlot(in function: Function) -> FunctionTargets.Slot? {
    guard case .copy(let place) = self else { return nil }
    for projection in place.projections.reversed() {
      if case .field(let name, let record) = projection { return .member(name, record: record) }
    }
    switch place.base {
    case .global(let name): return .global(name)
    case .local(let local):
      return function[local].kind == .parameter
        ? .parameter(local.index, of: function.name) : nil
    }
  }
}

extension [Place.Projection] {
  /// Whether these projections lead to a place that a path can mean: an unknown index is any.
  func matches(_ path: [AccessPath.Step]) -> Bool {
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
