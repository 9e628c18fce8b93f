import Graphs
import IR

/// Returns the blocks that can be reached, in reverse postorder, without blocks that only lead on,
/// and with chains of blocks put together.
///
/// - Complexity: O(blocks + edges).
func simplified(_ blocks: [BasicBlock]) -> [BasicBlock] {
  let blocks = withoutDetours(blocks)
  let reached = reversePostorder(count: blocks.count, from: 0) { (block) in
    blocks[block].terminator.successors.reversed().map(\.index)
  }
  let next = onlySuccessors(of: blocks, reached: reached)
  var isContinued = Array(repeating: false, count: blocks.count)
  for block in reached { if let successor = next[block] { isContinued[successor] = true } }
  var numbers: [Int: Int] = [:]
  for block in reached where !isContinued[block] { numbers[block] = numbers.count }
  return reached.filter { !isContinued[$0] }.map { (start) in
    var instructions = blocks[start].instructions
    var last = start
    while let successor = next[last] {
      instructions += blocks[successor].instructions
      last = successor
    }
    let terminator = blocks[last].terminator.mapped { BasicBlock.ID(numbers[$0.index] ?? 0) }
    return BasicBlock(instructions, terminator)
  }
}

/// Returns for each block the block that it jumps to, if nothing else leads there.
private func onlySuccessors(of blocks: [BasicBlock], reached: [Int]) -> [Int?] {
  var predecessors = Array(repeating: 0, count: blocks.count)
  predecessors[0] = 1
  for block in reached {
    for successor in blocks[block].terminator.successors { predecessors[successor.index] += 1 }
  }
  return blocks.map { (block) in
    guard case .jump(let target) = block.terminator.kind, predecessors[target.index] == 1 else {
      return nil
    }
    return target.index
  }
}

/// Returns the blocks with jumps led past blocks that are empty and only jump on.
private func withoutDetours(_ blocks: [BasicBlock]) -> [BasicBlock] {
  var targets = blocks.indices.map { (index) -> Int in
    if blocks[index].instructions.isEmpty, case .jump(let next) = blocks[index].terminator.kind {
      return next.index
    }
    return index
  }
  // Path halving: each block is passed a constant number of times; a cycle of empty blocks stays.
  for start in blocks.indices {
    var index = start
    var steps = 0
    while targets[index] != targets[targets[index]], steps < blocks.count {
      targets[index] = targets[targets[index]]
      index = targets[index]
      steps += 1
    }
  }
  return blocks.map { (block) in
    BasicBlock(
      block.instructions, block.terminator.mapped { BasicBlock.ID(resolved($0.index, targets)) })
  }
}

/// Returns the block at the end of a chain of empty blocks.
private func resolved(_ block: Int, _ targets: [Int]) -> Int {
  var block = block
  var steps = 0
  while targets[block] != block, steps < 64 {
    block = targets[block]
    steps += 1
  }
  return block
}

extension Terminator {

  /// Returns the terminator with each successor replaced.
  func mapped(_ replacement: (BasicBlock.ID) -> BasicBlock.ID) -> Terminator {
    switch kind {
    case .jump(let target): Terminator(.jump(replacement(target)), at: range)
    case .branch(let operand, let nonzero, let zero):
      Terminator(
        .branch(operand, nonzero: replacement(nonzero), zero: replacement(zero)), at: range)
    case .switch(let operand, let cases, let otherwise):
      Terminator(
        .switch(
          operand, cases: cases.map { SwitchCase($0.values, replacement($0.target)) },
          default: replacement(otherwise)), at: range)
    case .anyOf(let targets): Terminator(.anyOf(targets.map(replacement)), at: range)
    case .return, .unreachable: self
    }
  }

}
