import IR

// Loops that obtain anew all pointers in an array.
//
// Which elements such a loop has come to is told exactly only while it counts with constants. Else
// elements would seem to be left that it has not reached. So where the loop is left, and it is not
// known that it must be, or to which elements it has come, what was stale before it is forgotten.

extension FunctionAnalyzer {

  /// Forgets the pointers in arrays that a loop which is left has filled, but for those that went
  /// stale in the loop.
  mutating func leaveRefills(
    from block: BasicBlock.ID, to target: BasicBlock.ID, isOpen: Bool,
    in state: inout AbstractState
  ) {
    if refills.isEmpty { return }
    for refill in shape.loopsLeft(from: block, to: target).compactMap({ refills[$0] }) {
      let filled = refill.arrays.compactMap { self.location(at: $0, in: state) }
      let arrays = Set(
        filled.filter { isOpen || names.standsForSeveral($0) }.map { names.root(of: $0) })
      if arrays.isEmpty { continue }
      for (location, value) in state.memory {
        guard case .pointer(_, let loan?) = value, arrays.contains(names.root(of: location)),
          isElementPlace(location, in: state), isStale(loan, sinceBefore: refill, in: state)
        else { continue }
        state.memory[location] = .unknown
      }
    }
  }

  /// Forgets the stale pointers in elements of arrays that a call fills: to which of them it has
  /// come is not known.
  ///
  /// `filled` is where it puts pointers. If it is known which elements these are, others are
  /// forgotten only if it can be a loop that fills them: those at unknown indices if it is more
  /// than one, all if it is more than loops tell apart.
  mutating func leaveRefills(of filled: [LocationID], in state: inout AbstractState) {
    var counts: [FilledElements: Int] = [:]
    for location in filled {
      let path = steps(to: location, from: names.root(of: location))
      if !path.contains(where: \.isIndex) { continue }
      let isKnown = !path.contains(where: \.isUnknownIndex)
      counts[FilledElements(of: location, names, isKnown: isKnown), default: 0] += 1
    }
    if counts.isEmpty { return }
    for (location, value) in state.memory where !filled.contains(location) {
      guard case .pointer(_, let loan?) = value, state.loans[loan]?.isStale == true else {
        continue
      }
      let root = names.root(of: location)
      let isKnown = !steps(to: location, from: root).contains(where: \.isUnknownIndex)
      let isFilled = counts.contains { (elements, count) in
        elements.root == root
          && (!elements.isKnown || count > 1 && !isKnown || count > Self.unrolling)
          && isMeant(location, at: elements.path, from: root)
      }
      if isFilled { state.memory[location] = .unknown }
    }
  }

  /// Returns the variable that an array is in, or where the pointer into it points to.
  private mutating func location(at place: Place, in state: AbstractState) -> LocationID? {
    let variable: LocationID
    switch place.base {
    case .local(let local): variable = names.location(.local(local))
    case .global(let name): variable = names.location(.global(name))
    }
    guard place.dereferences else { return variable }
    guard place.projections == [.dereference],
      case .pointer(let target, _)? = state.memory[variable]
    else { return nil }
    return target
  }

  /// Whether a pointer was stale before a loop, and not only since a call in it.
  private func isStale(
    _ loan: LoanID, sinceBefore refill: Refill, in state: AbstractState
  ) -> Bool {
    guard let known = state.loans[loan] else { return false }
    let reasons = known.collections + (known.ending.map { [$0] } ?? [])
    return !reasons.isEmpty
      && reasons.allSatisfy {
        let block = BasicBlock.ID(Int(causes.point(of: $0).block))
        return !shape.isInside(block, loopAt: refill.head)
      }
  }

}

/// Elements of an array, or the same member of each, into which a call puts pointers.
private struct FilledElements: Hashable {

  let root: LocationID
  let path: [AccessPath.Step]
  /// Whether it is known which elements these are.
  let isKnown: Bool

  init(of location: LocationID, _ names: Names, isKnown: Bool) {
    root = names.root(of: location)
    path = names.steps(to: location, from: root).map { $0.isIndex ? .anyIndex : $0 }
    self.isKnown = isKnown
  }

}
