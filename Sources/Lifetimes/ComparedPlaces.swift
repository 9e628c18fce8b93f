import IR

/// The numbers that a function compares with each other: pairs of variables, of members of structs,
/// and of members of what variables point to. Of these it is worth knowing how far they are apart.
struct ComparedPlaces {

  let pairs: [(left: Place, right: Place)]

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
