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

  /// Returns the functions that a pointer can point to, or `nil` if they are not all known.
  private mutating func functions(
    _ pointer: Value, from source: Operand, at point: ProgramPoint, _ range: SourceRange,
    _ state: inout AbstractState
  ) -> [FunctionName]? {
    if case .function(let key) = pointer { return [FunctionName(key: key)] }
    if let path = passedPath(of: pointer) {
      if let passed = bindings[path] { return passed }
      calledPaths.insert(path)
    }
    if case .copy(let place) = source {
      let resolved = resolve(place, isAccess: false, at: point, range: range, in: &state)
      if let found = resolved.location.flatMap({ kept(at: $0, in: state) }) { return found }
    }
    return source.functionSlot(in: function).flatMap { program.targets.targets(of: $0) }
  }

  /// Returns where a pointer was that the caller passed, whatever elements of arrays it is in.
  private func passedPath(of pointer: Value) -> AccessPath? {
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

  /// Returns the functions to which the pointers in a place of an array or table point, whatever
  /// unknown indices are; `nil` if they are not all known.
  private func kept(at location: LocationID, in state: AbstractState) -> [FunctionName]? {
    let root = names.root(of: location)
    if case .global(let name) = names[root], let global = program.globals[name],
      global.isConstant
    {
      return constants(of: global, at: steps(to: location, from: root))
    }
    let steps = steps(to: location, from: root)
    guard steps.contains(where: \.isUnknownIndex), isOwn(root) else { return nil }
    var found: Set<FunctionName> = []
    for (other, value) in state.memory where names.root(of: other) == root {
      guard self.steps(to: other, from: root).map(\.withAnyIndex) == steps.map(\.withAnyIndex)
      else { continue }
      guard case .function(let key) = value else { return nil }
      found.insert(FunctionName(key: key))
    }
    return found.isEmpty ? nil : found.sorted()
  }

  /// Whether memory is the function's own, so that it holds nothing but what was put there.
  private func isOwn(_ root: LocationID) -> Bool {
    switch names[root] {
    case .local(let local): function[local].kind != .parameter
    case .heap: true
    case .global, .pointee, .content, .context, .string, .part: false
    }
  }

  /// Returns the functions that a constant table holds in a place, or in that of any element if
  /// this one is not in the table.
  private func constants(of table: Global, at path: [AccessPath.Step]) -> [FunctionName]? {
    for path in [path, path.map(\.withAnyIndex)] {
      let functions = (table.initialValues ?? []).compactMap { (value) -> FunctionName? in
        guard case .function(let function) = value.value, value.path.matches(path) else {
          return nil
        }
        return function
      }
      if !functions.isEmpty { return Set(functions).sorted() }
    }
    return nil
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
      let functions = functions(passedAs: path, at: site, in: &state)
      if !functions.isEmpty { passed.add(functions, at: path) }
    }
    if passed.isEmpty { return known }
    return specialized(target, passed) ?? known
  }

  /// Returns the functions that the callee can find in a place of the caller, if they are known.
  private mutating func functions(
    passedAs path: AccessPath, at site: CallSite, in state: inout AbstractState
  ) -> [FunctionName] {
    let applied = AppliedCase(site: site)
    let pointer = read(path, applied, type: .other, in: &state)
    if case .function(let key) = pointer { return [FunctionName(key: key)] }
    if let path = passedPath(of: pointer) {
      if let passed = bindings[path] { return passed }
      calledPaths.insert(path)
    }
    if case .argument(let index) = path.root, path.steps.isEmpty {
      guard site.call.arguments.indices.contains(index),
        case .copy(let place) = shape.definitions.source(of: site.call.arguments[index])
      else { return [] }
      let resolved = resolve(
        place, isAccess: false, at: site.point, range: site.range, in: &state)
      return resolved.location.flatMap { kept(at: $0, in: state) } ?? []
    }
    return location(of: path, applied, in: &state).flatMap { kept(at: $0, in: state) } ?? []
  }

  /// Puts the functions that are passed where the function finds them, if it is known which.
  mutating func bind(in state: inout AbstractState) {
    for (path, passed) in bindings.functions.sorted(by: { $0.key < $1.key }) {
      guard passed.count == 1, let location = entryLocation(of: path, in: &state) else { continue }
      state.memory[location] = .function(passed[0].key)
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
  fileprivate var isUnknownIndex: Bool {
    switch self {
    case .indexHeld, .anyIndex: true
    case .index, .field, .dereference, .content: false
    }
  }

  /// Some element if this is one.
  fileprivate var withAnyIndex: AccessPath.Step {
    switch self {
    case .index, .indexHeld, .anyIndex: .anyIndex
    case .field, .dereference, .content: self
    }
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
