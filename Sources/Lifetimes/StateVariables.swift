import IR

/// The variables that hold one of a few constants at any time, such as that of a state machine.
///
/// Which one they hold decides what happens next, so that the states of a loop are only joined if
/// an interval can tell exactly which constants are left.
struct StateVariables {

  /// A variable, and the constants that it can be given.
  struct Element {
    let local: Local.ID
    let constants: Set<Int>
  }

  /// The variables, in the order of the function.
  let all: [Element]

  /// How many constants tell a variable of this kind: with fewer an interval is exact, and with
  /// more there would be too many states.
  private static let counts = 3 ... 16

  init(in function: Function, addressTaken: Set<Local.ID>) {
    var found: [Local.ID: Set<Int>] = [:]
    var sources: [Local.ID: Set<Local.ID>] = [:]
    var others = addressTaken
    for instruction in function.blocks.flatMap(\.instructions) {
      for place in instruction.kind.writtenPlaces {
        guard case .local(let local) = place.base, !place.dereferences else { continue }
        switch instruction.kind {
        case .assign(_, .operand(.constant(let constant))) where place.projections.isEmpty:
          found[local, default: []].insert(constant)
        case .assign(_, .operand(let operand)) where place.projections.isEmpty:
          if let source = operand.variable {
            sources[local, default: []].insert(source)
          } else {
            others.insert(local)
          }
        default: others.insert(local)
        }
      }
    }
    let solved = Self.solved(found, sources, without: others, in: function)
    all = solved.sorted { $0.key.index < $1.key.index }.map {
      Element(local: $0.key, constants: $0.value)
    }
  }

  func contains(_ local: Local.ID) -> Bool { all.contains { $0.local == local } }

  /// Adds to the constants of each variable those of the variables that it is copied from.
  private static func solved(
    _ found: [Local.ID: Set<Int>], _ sources: [Local.ID: Set<Local.ID>],
    without others: Set<Local.ID>, in function: Function
  ) -> [Local.ID: Set<Int>] {
    var (found, others) = (found, others)
    others.formUnion(function.parameters.indices.map { .init($0) })
    var isStable = false
    while !isStable {
      isStable = true
      for (local, copied) in sources where !others.contains(local) {
        let known = found[local] ?? []
        let union = copied.reduce(into: known) { $0.formUnion(found[$1] ?? []) }
        if !others.isDisjoint(with: copied) {
          others.insert(local)
          isStable = false
        } else if union != known {
          found[local] = union
          isStable = false
        }
      }
    }
    return found.filter { !others.contains($0.key) && counts.contains($0.value.count) }
  }

}

extension Operand {
  /// The variable whose value the operand is; `nil` for anything else.
  fileprivate var variable: Local.ID? {
    guard case .copy(let place) = self, place.projections.isEmpty,
      case .local(let local) = place.base
    else { return nil }
    return local
  }
}
