import IR
import Source

extension FunctionAnalyzer {

  /// Returns the states that leave a block, with the blocks that they go to.
  mutating func leave(
    _ terminator: Terminator, at point: ProgramPoint, in state: AbstractState
  ) -> [(BasicBlock.ID, AbstractState)] {
    switch terminator.kind {
    case .jump(let target): return [(target, state)]
    case .anyOf(let targets): return targets.map { ($0, state) }
    case .unreachable: return []
    case .return(let operand):
      leave(returning: operand, at: point, range: terminator.range, in: state)
      return []
    case .branch(let operand, let nonzero, let zero):
      return branch(
        on: operand, to: nonzero, else: zero, at: point, range: terminator.range, in: state)
    case .switch(let operand, let cases, let otherwise):
      return select(
        on: operand, cases, otherwise, at: point, range: terminator.range, in: state)
    }
  }

  private mutating func branch(
    on operand: Operand, to nonzero: BasicBlock.ID, else zero: BasicBlock.ID,
    at point: ProgramPoint, range: SourceRange, in state: AbstractState
  ) -> [(BasicBlock.ID, AbstractState)] {
    var state = state
    let value = evaluate(operand, at: point, range: range, in: &state)
    let (ifNonzero, ifZero) = split(value, in: state)
    let isOpen = ifNonzero != nil && ifZero != nil
    var results: [(BasicBlock.ID, AbstractState)] = []
    for (result, target, holds) in [(ifNonzero, nonzero, true), (ifZero, zero, false)] {
      guard var result else { continue }
      if isOpen {
        let assumption = cause(at: point, slot: holds ? 1 : 0, range: range) {
          .assumed($0.describeAssumption(operand, value, holds, in: state))
        }
        note(assumption, about: operand, in: &result)
        leaveSweeps(from: executed, to: target, in: &result)
      } else {
        noteReliance(on: operand, in: &result)
      }
      leaveRefills(from: executed, to: target, isOpen: isOpen, in: &result)
      results.append((target, result))
    }
    return results
  }

  private mutating func select(
    on operand: Operand, _ cases: [SwitchCase], _ otherwise: BasicBlock.ID,
    at point: ProgramPoint, range: SourceRange, in state: AbstractState
  ) -> [(BasicBlock.ID, AbstractState)] {
    var state = state
    let value = evaluate(operand, at: point, range: range, in: &state)
    let choices = choices(of: value, cases, in: state)
    return choices.map { (index, chosen) in
      var chosen = chosen
      if choices.count > 1 {
        let assumption = cause(at: point, slot: index ?? cases.count, range: range) {
          .assumed($0.describeChoice(of: operand, index.map { cases[$0].values }))
        }
        note(assumption, about: operand, in: &chosen)
      } else {
        noteReliance(on: operand, in: &chosen)
      }
      return (index.map { cases[$0].target } ?? otherwise, chosen)
    }
  }

  /// Returns the cases of a `switch` that are possible, each with the state in it; `nil` stands for
  /// the default.
  private mutating func choices(
    of value: Value, _ cases: [SwitchCase], in state: AbstractState
  ) -> [(index: Int?, state: AbstractState)] {
    var state = state
    var results: [(index: Int?, state: AbstractState)] = []
    for (index, choice) in cases.enumerated() {
      var chosen = state
      let interval = Interval(choice.values.lowerBound, choice.values.upperBound)
      if let single = interval.singleValue,
        compare(value, .equal, .constant(single), in: state) == .constant(0)
      {
        continue
      }
      if assume(value, in: interval, in: &chosen) { results.append((index, chosen)) }
    }
    if case .constant(let constant) = value,
      cases.contains(where: { $0.values.contains(constant) })
    {
      return results
    }
    for choice in cases where choice.values.count == 1 {
      switch compare(value, .notEqual, .constant(choice.values.lowerBound), in: state) {
      case .constant(0)?: return results
      case .truth(let comparison)?: guard assume(comparison, in: &state) else { return results }
      default: continue
      }
    }
    results.append((nil, state))
    return results
  }

}
