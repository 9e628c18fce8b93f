import IR

/// The locals whose value may still be read, at the beginning of each block.
///
/// A backward analysis (Kildall, A unified approach to global program optimization, 1973).
/// Locals whose address is taken are left out: they may be read at any time.
public struct Liveness: Sendable {

  /// For each block the locals that are read before they are written, on some path from there.
  public let liveAtEntry: [Set<Local.ID>]
  public let addressTaken: Set<Local.ID>

  /// Solves the analysis for `function`, whose reachable blocks are `reversePostorder`.
  public init(of function: Function, reversePostorder: [Int]) {
    var addressTaken: Set<Local.ID> = []
    var reads = Array(repeating: Set<Local.ID>(), count: function.blocks.count)
    var writes = reads
    for block in reversePostorder {
      var effects = LocalEffects()
      for instruction in function.blocks[block].instructions { effects.add(instruction.kind) }
      effects.add(function.blocks[block].terminator.kind)
      (reads[block], writes[block]) = (effects.reads, effects.writes)
      addressTaken.formUnion(effects.addressTaken)
    }
    self.addressTaken = addressTaken
    var live = reads
    var changed = true
    while changed {
      changed = false
      for block in reversePostorder.reversed() {
        var atEntry = live[block]
        for successor in function.blocks[block].terminator.successors {
          atEntry.formUnion(live[successor.index].subtracting(writes[block]))
        }
        if atEntry.count != live[block].count {
          live[block] = atEntry
          changed = true
        }
      }
    }
    liveAtEntry = live
  }

}

/// What a block does to locals: those it reads before it writes them, and those it writes.
struct LocalEffects {

  var reads: Set<Local.ID> = []
  var writes: Set<Local.ID> = []
  var addressTaken: Set<Local.ID> = []

  mutating func add(_ kind: Instruction.Kind) {
    switch kind {
    case .assign(let place, let expression):
      add(expression)
      write(place)
    case .call(let call):
      if case .indirect(let operand) = call.callee { read(operand) }
      call.arguments.forEach { read($0) }
      if let result = call.result { write(result) }
    case .storageLive(let local), .storageDead(let local): writes.insert(local)
    case .opaque(_, let operands, let places):
      operands.forEach { read($0) }
      places.forEach { write($0) }
    }
  }

  mutating func add(_ kind: Terminator.Kind) {
    switch kind {
    case .branch(let operand, _, _), .switch(let operand, _, _): read(operand)
    case .return(let operand): if let operand { read(operand) }
    case .jump, .anyOf, .unreachable: break
    }
  }

  private mutating func add(_ expression: Expression) {
    switch expression {
    case .operand(let operand), .unary(_, let operand), .cast(let operand, _): read(operand)
    case .binary(_, let left, let right):
      read(left)
      read(right)
    case .zero: break
    }
  }

  private mutating func read(_ operand: Operand) {
    switch operand {
    case .copy(let place): read(place)
    case .address(let place):
      if case .local(let local) = place.base, !place.dereferences { addressTaken.insert(local) }
      read(place)
    case .constant, .function, .string, .unknown: break
    }
  }

  private mutating func read(_ place: Place) {
    if case .local(let local) = place.base, !writes.contains(local) { reads.insert(local) }
    for case .index(let operand) in place.projections { read(operand) }
  }

  private mutating func write(_ place: Place) {
    if place.projections.isEmpty, case .local(let local) = place.base {
      writes.insert(local)
    } else {
      read(place)
    }
  }

}
