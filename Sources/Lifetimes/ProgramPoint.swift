import IR

/// A position in a function: an instruction of a block, or its terminator.
public struct ProgramPoint: Hashable, Comparable, Sendable {

  public let block: Int32
  /// The instruction's index; the number of instructions for the terminator.
  public let index: Int32

  public init(block: BasicBlock.ID, index: Int) {
    self.block = Int32(truncatingIfNeeded: block.index)
    self.index = Int32(truncatingIfNeeded: index)
  }

  public static func < (l: Self, r: Self) -> Bool {
    (l.block, l.index) < (r.block, r.index)
  }

}
