import IR
import Source

// How a path came to what was seen on it.

extension FunctionAnalyzer {

  /// Adds an assumption of the branch on `operand` to the path.
  mutating func note(
    _ assumption: CauseID, about operand: Operand, in state: inout AbstractState
  ) {
    assumedEntities[assumption, default: []].formUnion(entities(in: operand, state))
    state.trace.append(assumption)
  }

  /// Adds to the path that an earlier assumption, if there is one, decides the branch on `operand`.
  mutating func noteReliance(on operand: Operand, in state: inout AbstractState) {
    let entities = entities(in: operand, state)
    if entities.isEmpty { return }
    let assumption = state.trace.steps.last { (step) in
      assumedEntities[step.cause].map { !$0.isDisjoint(with: entities) } ?? false
    }
    if let assumption { state.trace.rely(on: assumption.cause) }
  }

  /// What the variables in a condition hold that can be compared.
  private func entities(in operand: Operand, _ state: AbstractState) -> Set<Entity> {
    let source = shape.definitions.source(of: operand)
    switch shape.definitions.instruction(behind: source) {
    case .assign(_, .unary(_, let inner))?: return entities(in: inner, state)
    case .assign(_, .binary(_, let left, let right))?:
      return entities(in: left, state).union(entities(in: right, state))
    default: break
    }
    guard case .copy(let full) = source else { return [] }
    let place = visible(full)
    guard case .local(let local) = place.base, place.projections.isEmpty,
      let value = state.memory[names.location(existing: .local(local)) ?? .init(index: -1)]
    else { return [] }
    if case .truth(let comparison) = value {
      return Set([comparison.left.entity, comparison.right.entity].compactMap { $0 })
    }
    return Set([term(for: value)?.entity].compactMap { $0 })
  }

  /// Returns the steps of an explanation in execution order: where the thing came from, what else
  /// happened to it, which branches were assumed since then, and which assumptions from before
  /// decided them.
  func steps(
    from origin: CauseID?, _ later: [CauseID], in state: AbstractState
  ) -> [CauseID] {
    let trace = state.trace.steps
    let isOrigin = { (step: Trace.Step) in step.cause == origin && !step.isReliance }
    let start = trace.lastIndex(where: isOrigin) ?? trace.startIndex
    var steps = trace[start...].filter { !$0.isReliance }.map(\.cause)
      .filter { $0 == origin || later.contains($0) || isAssumption($0) }
    var seen: Set<CauseID> = []
    steps = steps.reversed().filter { isAssumption($0) || seen.insert($0).inserted }.reversed()
    for cause in later where !steps.contains(cause) { steps = adding(cause, to: steps) }
    if let origin, !steps.contains(origin), isTold(origin) { steps.insert(origin, at: 0) }
    let relied = Set(trace[start...].filter(\.isReliance).map(\.cause)).subtracting(steps)
    var earlier: [CauseID] = []
    for step in trace[..<start] where relied.contains(step.cause) && !step.isReliance {
      earlier.removeAll { $0 == step.cause }
      earlier.append(step.cause)
    }
    return earlier + steps
  }

  private func isAssumption(_ cause: CauseID) -> Bool {
    if case .assumed = causes[cause].what { return true }
    return false
  }

  /// Whether an origin is worth a step: parameters are where they always are.
  private func isTold(_ origin: CauseID) -> Bool {
    if case .parameter = causes[origin].what { return false }
    return true
  }

}
