import IR

// Loops that close the elements of arrays.
//
// How many elements one loop has filled and another has closed is told exactly only while both
// count with constants. Else the second may seem to stop too early, and what is left would look
// lost. So a function is analyzed again when such loops were found: where one of them is left, and
// it is not known that it must be, nothing is said any more of the elements that are still open.
// But if it is left in the middle, because of a call's result, and counts exactly, they are lost.

extension FunctionAnalyzer {

  /// Records that an object which an element of an array holds is ended.
  mutating func noteSweep(of object: ObjectID, in state: AbstractState) {
    if case .initial(let location) = names[object], isElementPlace(location, in: state) {
      sweptArrays[executed, default: []].insert(names.root(of: location))
    }
    for (location, value) in state.memory where isElementPlace(location, in: state) {
      switch value {
      case .object(object): sweptArrays[executed, default: []].insert(names.root(of: location))
      case .anyOf(let objects) where objects.contains(object):
        sweptArrays[executed, default: []].insert(names.root(of: location))
      default: continue
      }
    }
  }

  /// Whether a location is an element of an array, or in one. What a pointer points to is one, and
  /// what is in it if there are elements behind it.
  func isElementPlace(_ location: LocationID, in state: AbstractState) -> Bool {
    var current = location
    while case .part(let whole, let step) = names[current] {
      if case .field = step {
        current = whole
      } else {
        return true
      }
    }
    switch names[current] {
    case .pointee, .heap:
      return current == location || state.memory.keys.contains { isElement($0, behind: current) }
    case .local, .global, .keeper, .content, .context, .string, .part: return false
    }
  }

  /// Whether a location is, or is in, an element behind the first one that a pointer points to.
  private func isElement(_ location: LocationID, behind first: LocationID) -> Bool {
    var current = location
    while case .part(let whole, let step) = names[current] {
      if whole == first {
        if case .field = step { return false }
        return true
      }
      current = whole
    }
    return false
  }

  /// Returns the loops in which elements were found to be ended, by their heads.
  func foundSweeps() -> [BasicBlock.ID: Sweep] {
    var arrays: [BasicBlock.ID: Set<LocationID>] = [:]
    for (block, found) in sweptArrays {
      guard let head = shape.innermostLoop(around: block) else { continue }
      arrays[head, default: []].formUnion(found)
    }
    var sweeps: [BasicBlock.ID: Sweep] = [:]
    for (head, found) in arrays {
      let body = shape.body(ofLoopAt: head)
      let filledBefore = found.subtracting(variables(begunIn: body))
      if filledBefore.isEmpty { continue }
      let breaks = shape.breaks(of: body, in: function)
      sweeps[head] = Sweep(head: head, arrays: filledBefore, breaks: breaks)
    }
    return sweeps
  }

  /// Returns the variables whose scopes begin in a loop: each of its turns has arrays of its own.
  private func variables(begunIn body: Set<BasicBlock.ID>) -> Set<LocationID> {
    var variables: Set<LocationID> = []
    for case .storageLive(let local) in body.flatMap({ function[$0].instructions.map(\.kind) }) {
      if let location = names.location(existing: .local(local)) { variables.insert(location) }
    }
    return variables
  }

  /// Gives up the elements that are still open where a loop that closes them is left, although it
  /// is not known that it has come to its end.
  func leaveSweeps(
    from block: BasicBlock.ID, to target: BasicBlock.ID, in state: inout AbstractState
  ) {
    if sweeps.isEmpty { return }
    for sweep in shape.loopsLeft(from: block, to: target).compactMap({ sweeps[$0] }) {
      let isWidened = isWidened(sweep, in: state)
      if sweep.breaks.contains(block) && !isWidened { continue }
      for (location, value) in state.memory
      where sweep.arrays.contains(names.root(of: location)) && isElementPlace(location, in: state) {
        for object in value.objects where state.objects[object]?.isDue == true {
          state.objects[object]?.isUncertain = true
        }
      }
      if isWidened { state.swept.formUnion(sweep.arrays) }
    }
  }

  /// Whether it is not told any more how often a loop has run.
  private func isWidened(_ sweep: Sweep, in state: AbstractState) -> Bool {
    state.memory.contains { (location, value) in
      switch value {
      case .symbol(let symbol, _):
        guard case .merged(let head, location) = names[symbol] else { return false }
        return shape.isInside(head, loopAt: sweep.head)
      case .pointer(let target, _): return names.standsForSeveral(target)
      case .unknown, .constant, .truth, .object, .anyOf, .function, .copy: return false
      }
    }
  }

  /// What the caller must give up of the arrays that it has passed.
  func sweptElements(in state: AbstractState) -> [Effect] {
    state.swept.sorted().compactMap { (array) in
      path(of: array, Translation()).map { (path) in
        .gives(.initial(.init(path.root, path.steps + [.anyIndex])))
      }
    }
  }

}
