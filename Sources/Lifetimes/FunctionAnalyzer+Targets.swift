import IR
import Source

// Who is called, and what is known of it at one call.

extension FunctionAnalyzer {

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

  /// Returns where a pointer was that the caller passed, whatever elements of arrays it is in.
  func passedPath(of pointer: Value) -> AccessPath? {
    var pointed: SymbolID?
    if case .symbol(let symbol, 0) = pointer { pointed = symbol }
    if case .pointer(let target, _) = pointer, case .pointee(let symbol) = names[target] {
      pointed = symbol
    }
    guard let pointed, case .initial(let holder, nil) = names[pointed],
      let path = path(ofValueIn: holder), case .argument = path.root
    else { return nil }
    return path.withAnyIndex
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

  /// Returns what is known of a function at one call, which may pass functions that it calls.
  mutating func knownSummary(
    of target: FunctionName, at site: CallSite, in state: inout AbstractState
  ) -> FunctionSummary {
    guard let known = summary(target) ?? runtime.summaries[target.name] else {
      return defaultSummary(for: site)
    }
    var passed = FunctionBindings()
    for path in known.calledPaths {
      if let found = functions(passedAs: path, at: site, in: &state) { passed.add(found, at: path) }
    }
    if passed.isEmpty { return known }
    return specialized(target, passed) ?? known
  }

  /// Returns the functions that the callee can find in a place of the caller, if they are known.
  private mutating func functions(
    passedAs path: AccessPath, at site: CallSite, in state: inout AbstractState
  ) -> FunctionBindings.Passed? {
    let applied = AppliedCase(site: site)
    let pointer = read(path, applied, type: .other, in: &state)
    if pointer == .null { return nil }
    if case .function(let name) = pointer {
      return .init(functions: [name], isCertain: true)
    }
    if let path = passedPath(of: pointer) {
      if let passed = bindings[path] { return passed }
      // It is for the caller of this function to know.
      calledPaths.insert(path)
      return nil
    }
    var found = functions(calledAs: .initial(path), pointer, applied, in: &state)
    if found.isEmpty, let place = location(of: path, applied, in: &state) {
      found = kept(at: place, in: &state) ?? []
    }
    return found.isEmpty ? nil : .init(functions: found, isCertain: false)
  }

  /// Puts the functions that are passed where the function finds them, if it is known which.
  mutating func bind(in state: inout AbstractState) {
    for (path, passed) in bindings.passed.sorted(by: { $0.key < $1.key }) where passed.isCertain {
      guard let location = entryLocation(of: path, in: &state) else { continue }
      state.memory[location] = .function(passed.functions[0])
    }
  }

  /// Returns the location that a path from an argument means inside the function; `nil` if it means
  /// several.
  private mutating func entryLocation(
    of path: AccessPath, in state: inout AbstractState
  ) -> LocationID? {
    guard case .argument(let index) = path.root, function.parameters.indices.contains(index) else {
      return nil
    }
    var place = Resolved(location: names.location(.local(.init(index))))
    for step in path.steps {
      guard let location = place.location else { return nil }
      switch step {
      case .field(let name): place.location = names.part(of: location, .field(name))
      case .dereference:
        place = target(of: read(location, type: .untypedPointer, in: &state))
      case .content, .index, .indexHeld, .anyIndex: return nil
      }
    }
    return place.location
  }

}

extension AccessPath {
  /// The path with some element for each.
  fileprivate var withAnyIndex: AccessPath { .init(root, steps.map(\.withAnyIndex)) }
}

extension AccessPath.Step {
  /// Whether this leads to an element of which it is not known which one it is.
  var isUnknownIndex: Bool {
    switch self {
    case .indexHeld, .anyIndex: true
    case .index, .field, .dereference, .content: false
    }
  }

  /// Some element if this is one.
  var withAnyIndex: AccessPath.Step {
    switch self {
    case .index, .indexHeld, .anyIndex: .anyIndex
    case .field, .dereference, .content: self
    }
  }
}
