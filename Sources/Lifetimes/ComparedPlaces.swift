import IR

/// The numbers that a function compares with each other: pairs of variables, of members of structs,
/// and of members of what variables point to. Of these it is worth knowing how far they are apart.
struct ComparedPlaces {

  /// The pairs, in the order of the function.
  private let pairs: [(left: Place, right: Place)]
  /// For each variable the pairs of which one side begins with it.
  private let positions: [Local.ID: [Int]]
  /// Each pair under that of its two variables that is in fewer pairs: a function can have
  /// thousands of pairs, many with one variable, and few of them are alive at one point.
  private let rarePositions: [Local.ID: [Int]]

  /// Finds the comparisons in `function`.
  init(in function: Function, _ definitions: Definitions) {
    var seen: Set<[Place]> = []
    var found: [(left: Place, right: Place)] = []
    for instruction in function.blocks.lazy.flatMap(\.instructions) {
      guard case .assign(_, .binary(let operation, let left, let right)) = instruction.kind,
        operation.isComparison,
        case .copy(let l) = definitions.source(of: left), l.isFollowed(in: function),
        case .copy(let r) = definitions.source(of: right), r.isFollowed(in: function)
      else { continue }
      if l != r, seen.insert([l, r]).inserted, !seen.contains([r, l]) { found.append((l, r)) }
    }
    pairs = found
    var positions: [Local.ID: [Int]] = [:]
    for (index, pair) in found.enumerated() {
      for local in Set([pair.left.variable, pair.right.variable].compactMap { $0 }) {
        positions[local, default: []].append(index)
      }
    }
    var rarePositions: [Local.ID: [Int]] = [:]
    for (index, pair) in found.enumerated() {
      let variables = [pair.left.variable, pair.right.variable].compactMap { $0 }
      let rarest = variables.min { (positions[$0] ?? []).count < (positions[$1] ?? []).count }
      if let rarest { rarePositions[rarest, default: []].append(index) }
    }
    self.positions = positions
    self.rarePositions = rarePositions
  }

  /// Returns the pairs both sides of which begin with one of some variables.
  func pairs(among variables: Set<Local.ID>) -> [(left: Place, right: Place)] {
    if pairs.isEmpty { return [] }
    func isMeant(_ place: Place) -> Bool { place.variable.map(variables.contains) ?? false }
    return variables.flatMap { rarePositions[$0] ?? [] }.sorted().map { pairs[$0] }
      .filter { isMeant($0.left) && isMeant($0.right) }
  }

  /// Returns the pairs of which one side begins with a variable.
  func pairs(with variable: Local.ID) -> [(left: Place, right: Place)] {
    (positions[variable] ?? []).map { pairs[$0] }
  }

}

extension BinaryOperator {
  fileprivate var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .add, .subtract, .multiply, .divide, .remainder, .shiftLeft, .shiftRight, .bitwiseAnd,
      .bitwiseOr, .bitwiseXor, .unknown:
      false
    }
  }
}

extension Place {
  /// The variable that the place begins with.
  fileprivate var variable: Local.ID? {
    if case .local(let local) = base { local } else { nil }
  }

  /// Whether the place is an integer in a variable, or in what one points to, but for elements.
  fileprivate func isFollowed(in function: Function) -> Bool {
    guard case .integer = type.unaliased, case .local(let local) = base else { return false }
    if projections.isEmpty { return function[local].kind != .temporary }
    return projections.allSatisfy {
      switch $0 {
      case .field, .dereference: true
      case .index: false
      }
    }
  }
}
