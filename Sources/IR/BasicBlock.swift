/// A sequence of instructions that is entered at its beginning and left at its end.
public struct BasicBlock: Hashable, Sendable {

  /// An index into `Function.blocks`.
  public struct ID: Hashable, Comparable, Sendable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
    public static func < (l: Self, r: Self) -> Bool { l.index < r.index }
  }

  public let instructions: [Instruction]
  public let terminator: Terminator

  public init(_ instructions: [Instruction], _ terminator: Terminator) {
    self.instructions = instructions
    self.terminator = terminator
  }

}
