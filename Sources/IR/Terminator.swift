import Source

/// How control leaves a basic block.
public struct Terminator: Hashable, Sendable {

  /// The ways of leaving.
  public enum Kind: Hashable, Sendable {
    case jump(BasicBlock.ID)
    /// To `nonzero` if the operand is not zero (or not null), else to `zero`.
    case branch(Operand, nonzero: BasicBlock.ID, zero: BasicBlock.ID)
    /// To the target of the first case whose range holds the value, else to `default`.
    case `switch`(Operand, cases: [SwitchCase], default: BasicBlock.ID)
    /// To any of these: unsequenced operands in every order that matters, `goto *p`, `asm goto`.
    case anyOf([BasicBlock.ID])
    /// The returned value is in the operand; `nil` for `void`.
    case `return`(Operand?)
    /// Control does not get here: after a call that does not return.
    case unreachable
  }

  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The blocks to which control may go.
  public var successors: [BasicBlock.ID] {
    switch kind {
    case .jump(let target): [target]
    case .branch(_, let nonzero, let zero): [nonzero, zero]
    case .switch(_, let cases, let otherwise): cases.map(\.target) + [otherwise]
    case .anyOf(let targets): targets
    case .return, .unreachable: []
    }
  }

}

/// One `case` of a `switch`: `values` has one element, but for `case 1 ... 3`.
public struct SwitchCase: Hashable, Sendable {
  public let values: ClosedRange<Int>
  public let target: BasicBlock.ID
  public init(_ values: ClosedRange<Int>, _ target: BasicBlock.ID) {
    self.values = values
    self.target = target
  }
}
