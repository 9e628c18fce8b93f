import IR

extension FunctionAnalyzer {

  /// How often the constants of a loop are told apart before they are not.
  static let unrolling = 4

  /// How many states a block may have before states that disagree are put together: fewer in a
  /// function of very many blocks, which is generated and would take minutes.
  var maximumStates: Int {
    knowsRuntime ? min(40, max(8, 200_000 / function.blocks.count)) : 8
  }

  /// Names the numbers that a loop changes anew, so that the states of its rounds can be joined.
  ///
  /// `first` is a state with which the loop was entered; `rounds` is how many states came back.
  mutating func generalize(
    _ state: inout AbstractState, at head: BasicBlock.ID, first: AbstractState?, rounds: Int
  ) {
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .local = names[names.root(of: location)] else { continue }
      let symbol = names.symbol(.merged(head, location))
      switch value {
      case .symbol(let old, let offset):
        if offset == 0 || old == symbol && offset == 0 { continue }
      case .constant(let constant):
        guard rounds > Self.unrolling, let start = first?.memory[location], start != value else {
          continue
        }
        if case .constant(let begin) = start, begin == constant { continue }
      default: continue
      }
      rename(location, value, to: symbol, first: first?.memory[location], in: &state)
    }
    if rounds > Self.unrolling { absorbConstantElements(in: &state) }
  }

  /// Makes a location hold `symbol`, whose interval goes on from the value that it held.
  private mutating func rename(
    _ location: LocationID, _ value: Value, to symbol: SymbolID, first: Value?,
    in state: inout AbstractState
  ) {
    var interval = self.interval(of: value, in: state)
    if case .constant(let constant) = value, case .constant(let begin)? = first {
      interval = constant > begin ? .init(constant, Int.max) : .init(Int.min, constant)
    } else if case .symbol(symbol, _) = value {
      interval = self.interval(of: .symbol(symbol), in: state).widened(by: interval)
    }
    absorbElements(indexedBy: symbol, in: &state)
    if case .symbol(let old, _) = value { absorbElements(indexedBy: old, in: &state) }
    forget(symbol, in: &state)
    if interval != .all { state.intervals[.symbol(symbol)] = interval }
    state.memory[location] = .symbol(symbol, 0)
  }

  /// Puts the elements whose index is given by `symbol` together with all elements.
  private mutating func absorbElements(
    indexedBy symbol: SymbolID, in state: inout AbstractState
  ) {
    for (location, _) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .part(let array, .symbolic(symbol, _)) = names[location] else { continue }
      moveToElements(location, of: array, in: &state)
    }
    for object in state.objects.keys.sorted() {
      guard case .initial(let location) = names[object],
        case .part(let array, .symbolic(symbol, _)) = names[location]
      else { continue }
      generalizeElement(object, of: array, in: &state)
    }
  }

  /// Makes an element that was passed in one of all elements of its array.
  private mutating func generalizeElement(
    _ object: ObjectID, of array: LocationID, in state: inout AbstractState
  ) {
    guard var old = state.objects[object] else { return }
    let any = names.object(.initial(names.part(of: array, .anyIndex)))
    old.isSummary = true
    let known = state.objects[any]
    replace(object, by: any, in: &state)
    state.objects[any] = known ?? old
  }

  /// Puts the handles in elements with constant indices together with all elements.
  private mutating func absorbConstantElements(in state: inout AbstractState) {
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      guard case .part(let array, .index) = names[location], case .object = value else { continue }
      moveToElements(location, of: array, in: &state)
      if case .object? = state.memory[array] { moveToElements(array, of: array, in: &state) }
    }
  }

  private mutating func moveToElements(
    _ location: LocationID, of array: LocationID, in state: inout AbstractState
  ) {
    guard let value = state.memory[location] else { return }
    state.memory[location] = nil
    let store = state.stores.removeValue(forKey: location)
    guard case .object = value, let absorbed = absorb(value, intoElementsOf: array, in: &state)
    else { return }
    let elements = names.part(of: array, .anyIndex)
    state.memory[elements] = absorbed
    state.stores[elements] = store
  }

  /// Returns one state for two that disagree; of what they disagree on nothing may be said.
  mutating func mergeDisagreeing(
    _ old: AbstractState, _ new: AbstractState, at block: BasicBlock.ID
  ) -> AbstractState {
    var (left, right) = (old, new)
    for object in Set(left.objects.keys).union(right.objects.keys)
    where left.objects[object] != right.objects[object] {
      guard var either = left.objects[object] ?? right.objects[object] else { continue }
      either.isUncertain = true
      left.objects[object] = either
      right.objects[object] = either
    }
    for loan in Set(left.loans.keys).union(right.loans.keys)
    where left.loans[loan] != right.loans[loan] {
      guard var either = left.loans[loan] ?? right.loans[loan] else { continue }
      either.isUncertain = true
      left.loans[loan] = either
      right.loans[loan] = either
    }
    for location in Set(left.memory.keys).union(right.memory.keys)
    where left.memory[location] != right.memory[location] {
      let isTold = [left.memory[location], right.memory[location]].contains {
        $0.map(isTracked) ?? false
      }
      guard isTold else { continue }
      release(left.memory[location], in: &left)
      release(right.memory[location], in: &right)
      left.memory[location] = .unknown
      right.memory[location] = .unknown
    }
    for object in left.objects.keys {
      if right.objects[object] != left.objects[object] {
        left.objects[object]?.isUncertain = true
      }
    }
    left.suspension = left.suspension == right.suspension ? left.suspension : nil
    return join(left, right, at: block, widening: true)
  }

  /// An object that is lost only by putting states together is not to be judged.
  private func release(_ value: Value?, in state: inout AbstractState) {
    if case .object(let object)? = value { state.objects[object]?.isUncertain = true }
  }

}
