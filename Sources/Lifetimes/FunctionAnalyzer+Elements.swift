import IR
import Source

// Elements of arrays at indices that are not known.
//
// An element is named by its index: by a constant, or by a symbol. Two names can mean one element:
// what is written to one of them may be in the other. Where a handle is closed, or lost, by such a
// name, the states are told apart in which it means one element or another, if these are few.

extension FunctionAnalyzer {

  /// More elements than this are not told apart.
  private static let maximumElements = 4

  /// Returns the states in which it is known which handle a call closes that is in an element of an
  /// array, each with the call.
  mutating func toldApart(
    _ summary: FunctionSummary, at site: CallSite, in state: AbstractState
  ) -> [(site: CallSite, state: AbstractState)]? {
    for (position, value) in site.arguments.enumerated() {
      guard case .anyOf = value, summary.ends(position),
        case .copy(let place) = site.call.arguments[position]
      else { continue }
      var state = state
      let location = resolve(place, at: site.point, range: site.range, in: &state).location
      let elements = location.flatMap { self.elements(meantBy: $0, in: state) } ?? []
      // That one which is closed already is meant is not assumed.
      let open = elements.filter { state.objects[$0.object]?.isDue == true }
      if open.isEmpty || open.count > Self.maximumElements { continue }
      let ways = open.compactMap { (element) -> (CallSite, AbstractState)? in
        guard let chosen = choosing(element, for: place, at: site.point, site.range, in: state)
        else { return nil }
        var site = site
        site.arguments[position] = .object(element.object)
        return (site, chosen)
      }
      if !ways.isEmpty { return ways }
    }
    return nil
  }

  /// Returns the states in which it is known which handle is lost when an element of an array is
  /// overwritten, if one is in any case.
  mutating func toldApart(
    writing place: Place, at point: ProgramPoint, range: SourceRange, in state: AbstractState
  ) -> [AbstractState] {
    guard runtime.role(of: place.type) == .handle else { return [state] }
    var state = state
    let location = resolve(place, at: point, range: range, in: &state).location
    guard let elements = location.flatMap({ self.elements(meantBy: $0, in: state) }),
      !elements.isEmpty, elements.count <= Self.maximumElements,
      elements.allSatisfy({ state.objects[$0.object]?.isDue == true })
    else { return [state] }
    let ways = elements.compactMap { choosing($0, for: place, at: point, range, in: state) }
    return ways.isEmpty ? [state] : ways
  }

  /// A handle in an element that is meant by an index which is not known.
  private struct MeantElement {
    let symbol: SymbolID
    /// What the symbol is if the element is meant.
    let number: Int
    let object: ObjectID
  }

  /// Returns all elements that a location with a symbol for its index can mean, if each holds a
  /// handle of which something is known.
  private func elements(
    meantBy location: LocationID, in state: AbstractState
  ) -> [MeantElement]? {
    guard case .part(let array, .symbolic(let symbol, let offset)) = names[location],
      state.memory[location] == nil, isIndependent(symbol)
    else { return nil }
    let bounds = bounds(of: symbol, in: state)
    let (width, isOverflow) = bounds.upper.subtractingReportingOverflow(bounds.lower)
    if isOverflow || bounds.isEmpty || width > 2 * Self.maximumElements { return nil }
    var found: [MeantElement] = []
    for number in bounds.lower ... bounds.upper where bounds.contains(number) {
      guard let element = self.element(number &+ offset, of: array),
        case .object(let object)? = state.memory[element],
        state.objects[object]?.isSummary == false
      else { return nil }
      found.append(MeantElement(symbol: symbol, number: number, object: object))
    }
    return found
  }

  /// Whether a number was passed in, or given by a call. One that a loop counts depends on how far
  /// the loop has come with the elements: which of them it can mean then is not known.
  private func isIndependent(_ symbol: SymbolID) -> Bool {
    switch names[symbol] {
    case .initial: return true
    case .made(let point, _):
      let instructions = function[.init(Int(point.block))].instructions
      guard instructions.indices.contains(Int(point.index)),
        case .call = instructions[Int(point.index)].kind
      else { return false }
      return true
    case .computed, .applied:
      return names.bases(of: names[symbol]).symbols.allSatisfy(isIndependent)
    case .floating: return true
    case .merged, .kept: return false
    }
  }

  /// Returns the element with a constant index, if something is known of it.
  private func element(_ index: Int, of array: LocationID) -> LocationID? {
    index == 0 && names.isBehindPointer(array)
      ? array : names.location(existing: .part(of: array, .index(index)))
  }

  /// Returns the state in which an index means an element; `nil` if it cannot.
  private mutating func choosing(
    _ element: MeantElement, for place: Place, at point: ProgramPoint, _ range: SourceRange,
    in state: AbstractState
  ) -> AbstractState? {
    var state = state
    guard assume(.symbol(element.symbol, 0), in: .init(element.number), in: &state) else {
      return nil
    }
    state.chosen[element.symbol] = element.number
    guard let index = place.projections.last(where: \.isVariableIndex)?.index else { return state }
    let value = constant(evaluate(index, at: point, range: range, in: &state), in: state)
    guard case .constant(let number) = value else { return state }
    let assumption = cause(at: point, slot: -1 - abs(number), range: range) {
      .assumed($0.describeChoice(of: index, number ... number))
    }
    note(assumption, about: index, in: &state)
    return state
  }

  /// Returns what a number may be, also by how far it is from others.
  private func bounds(of symbol: SymbolID, in state: AbstractState) -> Interval {
    var bounds = interval(of: .symbol(symbol), in: state)
    for (pair, known) in state.differences {
      if pair.left == symbol {
        bounds = bounds.intersection(known.plus(interval(of: .symbol(pair.right), in: state)))
      } else if pair.right == symbol {
        bounds = bounds.intersection(interval(of: .symbol(pair.left), in: state).minus(known))
      }
    }
    return bounds
  }

  /// Makes it uncertain what the elements hold that may be the one to which `value` is written.
  mutating func weaken(
    elementsLike location: LocationID, by value: Value, in state: inout AbstractState
  ) {
    guard names.mayHaveAliases(location) else { return }
    for other in state.memory.keys.sorted() where other != location {
      guard let old = state.memory[other], old != value, mayBeSame(other, location, in: state)
      else { continue }
      state.memory[other] = either(old, value, in: other, &state)
    }
  }

  /// Returns what a place holds if it holds one or another value.
  private mutating func either(
    _ old: Value, _ new: Value, in location: LocationID, _ state: inout AbstractState
  ) -> Value {
    let objects = Set(old.objects + new.objects)
    if !objects.isEmpty { return .anyOf(objects.sorted()) }
    guard old.isNumber, new.isNumber else { return .unknown }
    let both = interval(of: old, in: state).union(interval(of: new, in: state))
    let symbol = names.symbol(.merged(executed, location))
    absorbElements(indexedBy: symbol, in: &state)
    forget(symbol, in: &state)
    if both != .all { state.intervals[.symbol(symbol)] = both }
    return .symbol(symbol, 0)
  }

  /// Whether a location can be the one that is read at `place`, which may be any element.
  func mayBeRead(_ other: LocationID, at place: LocationID, in state: AbstractState) -> Bool {
    names.standsForSeveral(place) || mayBeSame(other, place, in: state)
  }

  /// Whether two locations can be one element of an array.
  private func mayBeSame(
    _ left: LocationID, _ right: LocationID, in state: AbstractState
  ) -> Bool {
    if left == right { return true }
    if names.root(of: left) != names.root(of: right) { return false }
    switch (names[left], names[right]) {
    case (.part(let l, let leftStep), .part(let r, let rightStep)) where l != right && r != left:
      return (leftStep == rightStep || mayBeSame(leftStep, rightStep, in: state))
        && mayBeSame(l, r, in: state)
    // What a pointer points to is the first of the elements behind it.
    case (.part(right, let step), _):
      return names.isBehindPointer(right) && mayBeSame(step, .index(0), in: state)
    case (_, .part(left, let step)):
      return names.isBehindPointer(left) && mayBeSame(step, .index(0), in: state)
    default: return false
    }
  }

  /// Whether two different steps can lead to one element. One to any element leads to others than
  /// those that have a name.
  private func mayBeSame(
    _ left: LocationName.Step, _ right: LocationName.Step, in state: AbstractState
  ) -> Bool {
    switch (left, right) {
    case (.symbolic(let symbol, let offset), .index(let index)),
      (.index(let index), .symbolic(let symbol, let offset)):
      interval(of: .symbol(symbol, offset), in: state).contains(index)
    case (.symbolic(let l, let above), .symbolic(let r, let below)):
      difference(.symbol(l, above), .symbol(r, below), in: state)?.contains(0) ?? true
    default: false
    }
  }

}
