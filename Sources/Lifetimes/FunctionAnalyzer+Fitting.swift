import IR

extension FunctionAnalyzer {

  /// What becomes of a state for which there is no room any more.
  struct Fit {
    /// The state that it was put together with.
    let index: Int
    var joined: AbstractState
    /// Whether nothing was given up that a rule judges by.
    let isExact: Bool
  }

  /// Puts a state together with one of those that a block has as many of as it may have: if there
  /// is one, with one that differs from it only in plain memory, which no rule judges.
  mutating func fit(
    _ state: AbstractState, among states: [AbstractState], at block: BasicBlock.ID
  ) -> Fit {
    let keepers = keepers(in: state)
    let partner = states.lastIndex { (other) in
      agreeButForPlainMemory(state, other, keepers.union(self.keepers(in: other)))
    }
    let index = partner ?? states.count - 1
    return Fit(
      index: index, joined: mergeDisagreeing(states[index], state, at: block),
      isExact: partner != nil)
  }

  /// The variables and memory in which, or from which on, something is found that rules judge.
  private func keepers(in state: AbstractState) -> Set<LocationID> {
    spend(2 * state.memory.count)
    var found: Set<LocationID> = []
    var links: [(from: LocationID, to: LocationID)] = []
    for (location, value) in state.memory {
      let root = names.root(of: location)
      if case .pointer(let target, nil) = value, isPlain(names.root(of: target)) {
        links.append((root, names.root(of: target)))
      } else if isTracked(value), !(value.isCopy && isPlain(root)) {
        found.insert(root)
      }
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for link in links where found.contains(link.to) {
        if found.insert(link.from).inserted { isGrowing = true }
      }
    }
    return found
  }

  /// Whether memory is the program's own, and not a variable of the function.
  private func isPlain(_ root: LocationID) -> Bool {
    switch names[root] {
    case .heap, .global, .keeper, .string: true
    case .local, .pointee, .content, .context, .part: false
    }
  }

  /// Whether two states agree but for memory other than `keepers`, and pointers to it.
  private func agreeButForPlainMemory(
    _ left: AbstractState, _ right: AbstractState, _ keepers: Set<LocationID>
  ) -> Bool {
    agree(withoutPlainMemory(left, keepers), withoutPlainMemory(right, keepers))
  }

  /// Returns a state without the memory that is not among `keepers`, and without pointers to it.
  private func withoutPlainMemory(
    _ state: AbstractState, _ keepers: Set<LocationID>
  ) -> AbstractState {
    func isForgotten(_ root: LocationID) -> Bool { isPlain(root) && !keepers.contains(root) }
    spend(2 * state.size)
    var state = state
    state.memory = state.memory.filter { (location, value) in
      if isForgotten(names.root(of: location)) { return false }
      guard case .pointer(let target, nil) = value else { return true }
      return !isForgotten(names.root(of: target))
    }
    state.objects = state.objects.filter { (object, old) in
      guard old.kind == .heap, let memory = names.location(existing: .heap(object)) else {
        return true
      }
      return !isForgotten(memory)
    }
    return state
  }

}
