extension SummaryCase {

  /// How many numbers a function may write before it is told with less detail where.
  private static let maximumNumbers = 64

  /// Where more numbers are written than a caller can want to know, behind several pointers, says
  /// of the memory there only that it is not known any more.
  mutating func coarsenWrites() {
    for depth in [2, 1] where effects.count(where: \.writesNumber) > Self.maximumNumbers {
      var known: Set<AccessPath> = []
      effects = effects.compactMap { (effect) in
        guard effect.writesNumber, case .writes(let path, _, _) = effect,
          let memory = path.memory(behind: depth)
        else { return effect }
        return known.insert(memory).inserted ? .writes(memory, .unknown, site: nil) : nil
      }
    }
  }

}

extension Effect {
  /// Whether this writes a number, or something of which nothing is known.
  fileprivate var writesNumber: Bool {
    guard case .writes(_, let value, _) = self else { return false }
    switch value {
    case .unknown, .integer, .sum: return true
    case .initial, .whole, .address, .fresh, .interior, .function: return false
    }
  }
}

extension AccessPath {
  /// The memory behind the `count`-th pointer of the path, if the path goes on from there to other
  /// memory.
  fileprivate func memory(behind count: Int) -> AccessPath? {
    let pointers = steps.indices.filter { steps[$0].followsPointer }
    guard pointers.count > count else { return nil }
    return AccessPath(root, Array(steps[...pointers[count - 1]]))
  }
}
