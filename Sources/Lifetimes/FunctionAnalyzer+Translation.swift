import IR

/// The objects that a caller gets to know, each with its index in `SummaryCase.fresh`.
struct Translation {
  var fresh: [SummaryCase.FreshObject] = []
  var indices: [ObjectID: Int] = [:]
}

extension FunctionAnalyzer {

  /// Returns a value as a caller sees it.
  mutating func summaryValue(
    of value: Value, _ translation: inout Translation, in state: AbstractState
  ) -> SummaryValue {
    switch value {
    case .unknown, .anyOf: return .unknown
    case .copy(let source): return path(ofValueIn: source).map { .whole($0) } ?? .unknown
    case .constant(let constant): return .integer(.init(constant))
    case .truth: return .integer(.init(0, 1))
    case .function(let name): return .function(name)
    case .symbol(let symbol, let offset):
      if case .initial(let location, nil) = names[symbol], let path = path(ofValueIn: location) {
        return offset == 0 ? .initial(path) : .sum(path, offset)
      }
      let interval = interval(of: value, in: state)
      return interval == .all ? .unknown : .integer(interval)
    case .object(let object): return summaryValue(of: object, &translation, in: state)
    case .pointer(let location, let loan):
      return summaryValue(ofPointerTo: location, loan, &translation, in: state)
    }
  }

  mutating func summaryValue(
    of object: ObjectID, _ translation: inout Translation, in state: AbstractState
  ) -> SummaryValue {
    guard var old = state.objects[object] else { return .null }
    if old.kind == .heap { old.nullness = nullness(ofMemory: object, in: state) }
    if old.nullness == .null { return .null }
    if case .initial(let location) = names[object], let path = path(ofValueIn: location) {
      return .initial(path)
    }
    if let index = translation.indices[object] { return .fresh(index) }
    let index = translation.fresh.count
    translation.indices[object] = index
    translation.fresh.append(.init(old.kind, .owned, isNullable: old.nullness == .unknown))
    var ownership = SummaryCase.FreshObject.Ownership.owned
    switch old.ownership {
    // What became of it here is not known, and so not to the caller.
    case .owned where old.isUncertain: ownership = .borrowed(.memory)
    case .owned: break
    case .moved: ownership = .borrowed(.memory)
    case .borrowed(let reason):
      ownership = .borrowed(reason == .parameter ? .memory : reason)
    case .tracked(let tracker):
      ownership = .tracked(summaryValue(of: tracker, &translation, in: state))
    }
    var nullSource: SummaryValue?
    if old.nullness == .unknown, let original = old.nullLike,
      case .initial(let location) = names[original]
    {
      nullSource = path(ofValueIn: location).map { .initial($0) }
    }
    translation.fresh[index] = .init(
      old.kind, ownership, isNullable: old.nullness == .unknown && nullSource == nil,
      nullSource: nullSource, fails: old.canFail, isEnded: old.ending != nil && !old.isUncertain,
      isSeveral: old.isSummary)
    return .fresh(index)
  }

  /// Whether the pointer to allocated memory was found to be null or not to be.
  private mutating func nullness(
    ofMemory object: ObjectID, in state: AbstractState
  ) -> ObjectState.Nullness {
    let interval = interval(of: .memory(names.location(.heap(object))), in: state)
    if interval == .init(0) { return .null }
    return interval.contains(0) ? .unknown : .nonnull
  }

  private mutating func summaryValue(
    ofPointerTo location: LocationID, _ loan: LoanID?, _ translation: inout Translation,
    in state: AbstractState
  ) -> SummaryValue {
    let root = names.root(of: location)
    switch names[root] {
    case .content(let object):
      let isNullable = loan.flatMap { state.loans[$0]?.nullness } == .unknown
      return .interior(
        of: summaryValue(of: object, &translation, in: state),
        steps: steps(to: location, from: root), isNullable: isNullable)
    case .heap(let object):
      let value = summaryValue(of: object, &translation, in: state)
      if location == root { return value }
      return path(of: location, translation).map { .address($0) } ?? .unknown
    case .pointee(let symbol):
      guard case .initial(let holder, nil) = names[symbol], let path = path(ofValueIn: holder)
      else { return interval(of: .memory(root), in: state).contains(0) ? .unknown : .nonnull }
      if interval(of: .memory(root), in: state) == .init(0) { return .null }
      if location == root { return .initial(path) }
      return self.path(of: location, translation).map { .address($0) } ?? .unknown
    case .global, .keeper: return path(of: location, translation).map { .address($0) } ?? .unknown
    case .context:
      if location == root { return contextParameter.map { .argument($0) } ?? .unknown }
      guard case .part(root, .held(let holder)) = names[location] else { return .unknown }
      return path(ofValueIn: holder).map { .initial($0) } ?? .unknown
    case .string: return .nonnull
    case .local, .part: return .unknown
    }
  }

  /// The parameter that is the context.
  var contextParameter: Int? {
    function.parameters.firstIndex { runtime.isContext($0.type) }
  }

  /// Returns the path of a place that the caller can see; `nil` if it cannot.
  func path(of location: LocationID, _ translation: Translation) -> AccessPath? {
    if let path = names.path(of: location) { return path }
    let root = names.root(of: location)
    switch names[root] {
    case .content(let object):
      return translation.indices[object].map {
        .init(.fresh($0), [.content] + steps(to: location, from: root))
      }
    case .heap(let object):
      return translation.indices[object].map {
        .init(.fresh($0), [.dereference] + steps(to: location, from: root))
      }
    case .local, .global, .keeper, .pointee, .context, .string, .part: return nil
    }
  }

  /// Returns the path of what a location held at entry.
  func path(ofValueIn location: LocationID) -> AccessPath? { names.path(of: location) }

  /// Returns the steps from a whole to its part.
  func steps(to location: LocationID, from whole: LocationID) -> [AccessPath.Step] {
    names.steps(to: location, from: whole)
  }

}
