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
          .assumed($0.describeAssumption(value, holds, in: state))
        }
        result.trace.append(assumption)
        leaveSweeps(from: executed, to: target, in: &result)
      }
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
    var results: [(BasicBlock.ID, AbstractState)] = []
    for choice in cases {
      var chosen = state
      let interval = Interval(choice.values.lowerBound, choice.values.upperBound)
      if let single = interval.singleValue,
        compare(value, .equal, .constant(single), in: state) == .constant(0)
      {
        continue
      }
      if assume(value, in: interval, in: &chosen) { results.append((choice.target, chosen)) }
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
    results.append((otherwise, state))
    return results
  }

  /// Returns an assumption in words.
  func describeAssumption(
    _ value: Value, _ holds: Bool, in state: AbstractState
  ) -> String {
    guard case .comparison(let comparison) = truth(of: value, in: state),
      let entity = comparison.left.entity, let name = describe(entity, in: state)
    else { return "assuming the condition is \(holds)" }
    let isPositive = holds != comparison.isNegated
    if let other = comparison.right.entity {
      guard let otherName = describe(other, in: state), comparison.right.offset == 0 else {
        return "assuming the condition is \(holds)"
      }
      let relation = Self.words(for: comparison.relation, isPositive)
      return "assuming '\(name)' is \(relation) '\(otherName)'"
    }
    let constant = comparison.right.offset &- comparison.left.offset
    switch (entity, comparison.relation) {
    case (.symbol, .equal): return "assuming '\(name)' is \(isPositive ? "" : "not ")\(constant)"
    case (_, .equal): return "assuming '\(name)' is \(isPositive ? "" : "not ")null"
    case (_, .less):
      return "assuming '\(name)' is \(isPositive ? "less than" : "at least") \(constant)"
    case (_, .lessOrEqual):
      return "assuming '\(name)' is \(isPositive ? "at most" : "greater than") \(constant)"
    }
  }

  private static func words(
    for relation: Comparison.Relation, _ isPositive: Bool
  ) -> String {
    switch relation {
    case .equal: isPositive ? "equal to" : "not equal to"
    case .less: isPositive ? "less than" : "at least"
    case .lessOrEqual: isPositive ? "at most" : "greater than"
    }
  }

  /// Returns the variable that holds an entity.
  private func describe(_ entity: Entity, in state: AbstractState) -> String? {
    let holders = state.memory.compactMap { (location, value) -> LocationID? in
      guard case .local(let local) = names[names.root(of: location)],
        function[local].kind != .temporary
      else { return nil }
      guard let term = term(for: value), term.entity == entity, term.offset == 0 else {
        return nil
      }
      return location
    }
    if let first = holders.min() { return describe(first) }
    switch entity {
    case .object(let object): return describe(object, in: state)
    case .symbol(let symbol):
      let name = describe(symbol)
      return name == "a value" ? nil : name
    case .loan, .memory: return nil
    }
  }

}
