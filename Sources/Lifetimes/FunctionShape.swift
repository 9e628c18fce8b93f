import Dataflow
import Graphs
import IR

/// What can be read off a function's blocks once, before it is analyzed.
struct FunctionShape {

  /// The position of each block in reverse postorder; `nil` if it cannot be reached.
  let order: [Int?]
  /// The locals whose value may still be read, at the beginning of each block.
  let liveness: Liveness
  /// The locals whose address is taken: they may be read through it at any time.
  let addressTaken: Set<Local.ID>
  /// The locals that hold one of a few constants at any time.
  let stateVariables: StateVariables
  /// The blocks that some edge leads back to.
  let loopHeads: Set<BasicBlock.ID>
  /// For each position in reverse postorder whether an edge leads from it, or from a block behind
  /// it, back to it or to a block before it: only then the block can be reached again.
  let isSpanned: [Bool]
  /// The blocks with several predecessors.
  let joins: Set<BasicBlock.ID>
  /// The loops, each named by the index of its head, nested in each other.
  let loops: LoopForest
  /// Where locals are written, or parts of them, or what they point to.
  private let writes: Occurrences<Local.ID>
  /// For each block a number that it shares with those in the same outermost loop.
  private let components: [Int]
  /// The instruction that gives each temporary its value, if only one does.
  let definitions: Definitions
  /// The numbers that are compared with each other.
  let compared: ComparedPlaces
  /// The operations whose results may be asked for again.
  let repeated: RepeatedOperations
  /// The place that each temporary is copied to, if it is to one.
  private let copies: [Local.ID: Place]

  init(_ function: Function) {
    let sequence = reversePostorder(count: function.blocks.count, from: 0) {
      function.blocks[$0].terminator.successors.map(\.index)
    }
    var order: [Int?] = Array(repeating: nil, count: function.blocks.count)
    for (position, block) in sequence.enumerated() { order[block] = position }
    self.order = order
    var heads: Set<BasicBlock.ID> = []
    var predecessors = Array(repeating: 0, count: function.blocks.count)
    for block in sequence {
      for next in function.blocks[block].terminator.successors {
        predecessors[next.index] += 1
        if let from = order[block], let to = order[next.index], to <= from { heads.insert(next) }
      }
    }
    loopHeads = heads
    isSpanned = Self.spanned(by: sequence, order, function)
    joins = Set(predecessors.indices.filter { predecessors[$0] > 1 }.map { BasicBlock.ID($0) })
    liveness = Liveness(of: function, reversePostorder: sequence)
    addressTaken = liveness.addressTaken
    stateVariables = StateVariables(in: function, addressTaken: addressTaken)
    components = Self.components(of: function, areTrivial: heads.isEmpty)
    loops = LoopForest(count: function.blocks.count, from: 0) {
      function.blocks[$0].terminator.successors.map(\.index)
    }
    writes = Self.writes(in: sequence, of: function, loops)
    definitions = Definitions(in: function)
    compared = ComparedPlaces(in: function, definitions)
    let forest = loops
    repeated = RepeatedOperations(in: function) { forest.innermostHead(around: $0.index) != nil }
    copies = Self.copies(in: function)
  }

  private static func spanned(
    by sequence: [Int], _ order: [Int?], _ function: Function
  ) -> [Bool] {
    var farthest = Array(repeating: -1, count: sequence.count)
    for (position, block) in sequence.enumerated() {
      for next in function.blocks[block].terminator.successors {
        guard let target = order[next.index], target <= position else { continue }
        farthest[target] = max(farthest[target], position)
      }
    }
    var end = -1
    return farthest.indices.map { (position) in
      end = max(end, farthest[position])
      return position <= end
    }
  }

  private static func components(of function: Function, areTrivial: Bool) -> [Int] {
    var numbers = Array(function.blocks.indices)
    if areTrivial { return numbers }
    let components = stronglyConnectedComponents(count: function.blocks.count) {
      function.blocks[$0].terminator.successors.map(\.index)
    }
    for (number, component) in components.enumerated() {
      for block in component { numbers[block] = number }
    }
    return numbers
  }

  /// Whether a local may have another value each time that a loop comes back to its head.
  func isChanged(_ local: Local.ID, inLoopAt head: BasicBlock.ID) -> Bool {
    addressTaken.contains(local)
      || loops.isHead(head.index) && writes.isFound(local, in: loops.numbers(ofLoop: head.index))
  }

  private static func writes(
    in sequence: [Int], of function: Function, _ loops: LoopForest
  ) -> Occurrences<Local.ID> {
    Occurrences(
      sequence.lazy.filter { loops.innermostHead(around: $0) != nil }.flatMap { (block) in
        function.blocks[block].instructions.flatMap(\.writtenLocals).map {
          (item: $0, number: loops.number(of: block))
        }
      })
  }

  /// The head of the smallest loop that a block is in, or is the head of.
  func innermostLoop(around block: BasicBlock.ID) -> BasicBlock.ID? {
    loops.innermostHead(around: block.index).map { .init($0) }
  }

  /// Whether a block is in the loop of a head.
  func isInside(_ block: BasicBlock.ID, loopAt head: BasicBlock.ID) -> Bool {
    loops.contains(block.index, inLoop: head.index)
  }

  /// Returns the blocks of the loop of a head.
  func body(ofLoopAt head: BasicBlock.ID) -> Set<BasicBlock.ID> {
    Set(order.indices.lazy.map { BasicBlock.ID($0) }.filter { isInside($0, loopAt: head) })
  }

  /// Returns the heads of the loops that an edge leaves, the inner ones first.
  func loopsLeft(from block: BasicBlock.ID, to target: BasicBlock.ID) -> [BasicBlock.ID] {
    var left: [BasicBlock.ID] = []
    var next = innermostLoop(around: block)
    while let head = next, !isInside(target, loopAt: head) {
      left.append(head)
      next = loops.outerHead(around: head.index).map { .init($0) }
    }
    return left
  }

  /// Whether a block can be reached again.
  func isRepeated(_ block: BasicBlock.ID) -> Bool {
    order[block.index].map { isSpanned[$0] } ?? false
  }

  /// Whether some loop goes through both blocks.
  func isLoop(through first: ProgramPoint, and second: BasicBlock.ID) -> Bool {
    components[Int(first.block)] == components[second.index]
  }

  /// The place that a temporary is copied to, if it is to one.
  func target(of local: Local.ID) -> Place? { copies[local] }

  private static func copies(in function: Function) -> [Local.ID: Place] {
    var found: [Local.ID: Place] = [:]
    for block in function.blocks {
      for instruction in block.instructions {
        switch instruction.kind {
        case .assign(let target, .operand(.copy(let source))),
          .assign(let target, .cast(.copy(let source), _)):
          guard case .local(let local) = source.base, source.projections.isEmpty else { continue }
          found[local] = target
        default: continue
        }
      }
    }
    return found
  }

}

extension Instruction {
  /// The locals that are written, or parts of them, or what they point to.
  fileprivate var writtenLocals: [Local.ID] {
    switch kind {
    case .storageLive(let local), .storageDead(let local): return [local]
    case .assign, .call, .opaque: break
    }
    return kind.writtenPlaces.compactMap { (place) in
      if case .local(let local) = place.base { local } else { nil }
    }
  }
}
