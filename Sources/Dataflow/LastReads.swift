import IR

/// Returns for each local that a block reads the index of the last instruction that does; the
/// terminator counts as the instruction behind the last.
public func lastReads(in block: BasicBlock) -> [Local.ID: Int] {
  var last: [Local.ID: Int] = [:]
  for (index, instruction) in block.instructions.enumerated() {
    var effects = LocalEffects()
    effects.add(instruction.kind)
    for local in effects.reads { last[local] = index }
  }
  var effects = LocalEffects()
  effects.add(block.terminator.kind)
  for local in effects.reads { last[local] = block.instructions.count }
  return last
}
