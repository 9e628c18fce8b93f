import IR

/// The locals whose value may still be read, at the beginning of each block.
///
/// A backward analysis (Kildall, A unified approach to global program optimization, 1973).
/// Locals whose address is taken are left out: they may be read at any time.
///
/// Most locals are read only in the block that writes them. Those that some block reads before it
/// writes them have a bit in a row for each block.
public struct Liveness: Sendable {

  public let addressTaken: Set<Local.ID>
  /// For each local its bit; `nil` if it is nowhere live at the beginning of a block.
  private let bits: [Int?]
  /// The number of words for each block.
  private let width: Int
  /// For each block the locals that are read before they are written, on some path from there.
  private var live: [UInt]

  /// Solves the analysis for `function`, whose reachable blocks are `reversePostorder`.
  public init(of function: Function, reversePostorder: [Int]) {
    var effects: [Int: LocalEffects] = [:]
    var addressTaken: Set<Local.ID> = []
    var bits: [Int?] = Array(repeating: nil, count: function.locals.count)
    var count = 0
    for block in reversePostorder {
      let own = LocalEffects(of: function.blocks[block])
      for local in own.reads where bits[local.index] == nil {
        bits[local.index] = count
        count += 1
      }
      addressTaken.formUnion(own.addressTaken)
      effects[block] = own
    }
    self.addressTaken = addressTaken
    self.bits = bits
    width = (count + UInt.bitWidth - 1) / UInt.bitWidth
    live = Array(repeating: 0, count: width * function.blocks.count)
    var kept = live.map { ~$0 }
    for (block, own) in effects {
      for local in own.reads { set(local, in: &live, of: block, to: true) }
      for local in own.writes { set(local, in: &kept, of: block, to: false) }
    }
    solve(function, reversePostorder, kept)
  }

  /// Whether the value of `local` may still be read from the beginning of `block` on.
  public func isLive(_ local: Local.ID, atEntryOf block: BasicBlock.ID) -> Bool {
    guard let bit = bits[local.index] else { return false }
    return live[block.index * width + bit / UInt.bitWidth] >> (bit % UInt.bitWidth) & 1 == 1
  }

  /// Sets the bit of `local` in the row of `block`, if it has one.
  private func set(_ local: Local.ID, in rows: inout [UInt], of block: Int, to isSet: Bool) {
    guard let bit = bits[local.index] else { return }
    let word = block * width + bit / UInt.bitWidth
    let mask: UInt = 1 << (bit % UInt.bitWidth)
    rows[word] = isSet ? rows[word] | mask : rows[word] & ~mask
  }

  /// Adds to each block what is live behind it and that it does not write, until nothing changes.
  private mutating func solve(_ function: Function, _ reversePostorder: [Int], _ kept: [UInt]) {
    var changed = true
    while changed {
      changed = false
      for block in reversePostorder.reversed() {
        let row = block * width
        for successor in function.blocks[block].terminator.successors {
          let next = successor.index * width
          for word in 0 ..< width {
            let old = live[row + word]
            live[row + word] = old | live[next + word] & kept[row + word]
            if live[row + word] != old { changed = true }
          }
        }
      }
    }
  }

}

/// What a block does to locals: those it reads before it writes them, and those it writes.
struct LocalEffects {

  var reads: Set<Local.ID> = []
  var writes: Set<Local.ID> = []
  var addressTaken: Set<Local.ID> = []

  /// What nothing does.
  init() {}

  /// What all of a block does.
  init(of block: BasicBlock) {
    for instruction in block.instructions { add(instruction.kind) }
    add(block.terminator.kind)
  }

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
    for operand in expression.operands { read(operand) }
  }

  private mutating func read(_ operand: Operand) {
    switch operand {
    case .copy(let place): read(place)
    case .address(let place):
      if case .local(let local) = place.base, !place.dereferences { addressTaken.insert(local) }
      read(place)
    case .constant, .floating, .function, .string, .unknown: break
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
