import Dataflow
import IR

/// The states of a function at the beginning of each block.
struct Solution {
  /// For each block its disjuncts, in the order in which they were found.
  var entryStates: [[AbstractState]]
  /// Whether the bound on disjuncts was reached.
  var isWidened = false
  /// Whether the bound on steps was reached, so that some paths were not followed.
  var isCut = false
  /// Whether there was too much work, so that what comes behind was not looked at.
  var isUnfinished = false

  /// Why a collection can have happened on some path that was begun, by the shortest chain.
  var collection: CallChain? {
    entryStates.joined().compactMap(\.collection).min { $0.length < $1.length }
  }
}

extension FunctionAnalyzer {

  /// How many times a block may be executed, for each state that it may have.
  private static let maximumRounds = 40

  /// Of functions of more blocks, loops are gone through as a whole, before the beginning of one is
  /// looked at again.
  private static let largestExact = 5000

  /// What it costs, in units of work, to execute an instruction and to come to a block, besides
  /// what depends on the size of the state.
  private static let (stepCost, arrivalCost) = (30, 200)

  /// How many states of a block are told apart only by conditions that exclude each other.
  private static let statesKeptApart = 6

  /// Whether no execution is described by both states: what they know of some number or handle
  /// excludes it.
  private func excludes(_ left: AbstractState, _ right: AbstractState) -> Bool {
    left.intervals.contains { (entity, interval) in
      right.intervals[entity].map { interval.intersection($0).isEmpty } ?? false
    }
      || left.objects.contains { (object, old) in
        right.objects[object].map { old.nullness.excludes($0.nullness) } ?? false
      }
  }

  /// Whether an interval for what some variable holds in either state would have another constant
  /// that the variable can hold.
  private func confusesStates(_ left: AbstractState, _ right: AbstractState) -> Bool {
    for variable in shape.stateVariables.all {
      guard let location = names.location(existing: .local(variable.local)),
        case .constant(let one)? = left.memory[location],
        case .constant(let other)? = right.memory[location], one != other
      else { continue }
      let between = min(one, other) + 1 ..< max(one, other)
      if variable.constants.contains(where: between.contains) { return true }
    }
    return false
  }

  /// Computes the states at the beginning of each block.
  ///
  /// A worklist in reverse postorder; each block is executed with those of its states that are new.
  /// Without `keepingStates`, those of a block that no path comes back to are dropped behind it.
  mutating func solve(keepingStates: Bool) -> Solution {
    var solution = Solution(entryStates: Array(repeating: [], count: function.blocks.count))
    var pending: [Set<Int>] = Array(repeating: [], count: function.blocks.count)
    var rounds = Array(repeating: 0, count: function.blocks.count)
    var worklist = Worklist(
      count: function.blocks.count, inSweeps: function.blocks.count > Self.largestExact)
    let blocks = blocksByPosition
    solution.entryStates[0] = [entryState()]
    pending[0] = [0]
    worklist.insert(0)
    while let position = worklist.popFirst() {
      if isExhausted {
        solution.isUnfinished = true
        break
      }
      let block = blocks[position]
      defer {
        if !keepingStates && !shape.isSpanned[position] {
          kept -= solution.entryStates[block.index].reduce(0) { $0 + $1.size }
          solution.entryStates[block.index] = []
        }
      }
      let waiting = pending[block.index].sorted()
      pending[block.index] = []
      rounds[block.index] += 1
      if rounds[block.index] > Self.maximumRounds {
        solution.isCut = true
        continue
      }
      for index in waiting {
        for (target, next) in execute(block, from: solution.entryStates[block.index][index]) {
          guard let targetPosition = shape.order[target.index] else { continue }
          let changed = arrive(next, at: target, isBack: targetPosition <= position, &solution)
          guard let changed else { continue }
          pending[target.index].insert(changed)
          worklist.insert(targetPosition)
        }
      }
    }
    return solution
  }

  /// The reachable blocks in reverse postorder.
  private var blocksByPosition: [BasicBlock.ID] {
    let reachable = shape.order.indices.compactMap { (index) in
      shape.order[index].map { (position: $0, block: BasicBlock.ID(index)) }
    }
    return reachable.sorted { $0.position < $1.position }.map(\.block)
  }

  /// Adds a state to those of a block; returns the index of the disjunct that changed, if one did.
  private mutating func arrive(
    _ state: AbstractState, at block: BasicBlock.ID, isBack: Bool, _ solution: inout Solution
  ) -> Int? {
    var state = state
    let states = solution.entryStates[block.index]
    spend(Self.arrivalCost + state.size)
    if shape.joins.contains(block) || isBack || state.isOvergrown { prune(&state, at: block) }
    if isBack {
      generalize(&state, at: block, among: states)
    }
    let mayStayApart = !isBack && states.count < Self.statesKeptApart
    for (index, old) in states.enumerated() where agree(old, state) {
      if old.describesSame(as: state) { return nil }
      if mayStayApart && excludes(old, state) { continue }
      if shape.isRepeated(block) && confusesStates(old, state) { continue }
      let joined = join(
        old, state, at: block, widening: isBack || shape.loopHeads.contains(block))
      return put(joined, inPlaceOf: index, at: block, &solution)
    }
    if states.count >= maximumStates {
      var fit = fit(state, among: states, at: block)
      if !fit.isExact {
        solution.isWidened = true
        // What is not to be judged any more would pile up, and be compared with each further state.
        prune(&fit.joined, at: block)
      }
      return put(fit.joined, inPlaceOf: fit.index, at: block, &solution)
    }
    kept += state.size
    solution.entryStates[block.index].append(state)
    return states.count
  }

  /// Replaces a state of a block; returns its index, or `nil` if it is the same as before.
  private mutating func put(
    _ state: AbstractState, inPlaceOf index: Int, at block: BasicBlock.ID,
    _ solution: inout Solution
  ) -> Int? {
    let old = solution.entryStates[block.index][index]
    if state.describesSame(as: old) { return nil }
    kept += state.size - old.size
    solution.entryStates[block.index][index] = state
    return index
  }

  /// Returns the states that leave a block if it is entered with `state`.
  mutating func execute(
    _ block: BasicBlock.ID, from state: AbstractState
  ) -> [(BasicBlock.ID, AbstractState)] {
    executed = block
    var states = [state]
    let instructions = function[block].instructions
    for (index, instruction) in instructions.enumerated() {
      let point = ProgramPoint(block: block, index: index)
      spend(states.reduce(0) { $0 + Self.stepCost + $1.size / 4 })
      apply(instruction, at: point, to: &states)
      if case .call = instruction.kind { states = fold(states, in: block) }
      if states.isEmpty || isExhausted { return [] }
      for position in states.indices where states[position].isOvergrown {
        prune(&states[position], in: block, behind: index)
      }
    }
    let end = ProgramPoint(block: block, index: instructions.count)
    return states.flatMap { leave(function[block].terminator, at: end, in: $0) }
  }

  /// Joins states that agree, when a call has made many.
  private mutating func fold(
    _ states: [AbstractState], in block: BasicBlock.ID
  ) -> [AbstractState] {
    if states.count <= 4 { return states }
    var result: [AbstractState] = []
    for state in states {
      if let index = result.firstIndex(where: { agree($0, state) }) {
        result[index] = join(result[index], state, at: block, widening: false)
      } else if result.count >= maximumStates {
        let fit = fit(state, among: result, at: block)
        result[fit.index] = fit.joined
      } else {
        result.append(state)
      }
    }
    return result
  }

  /// Returns the state at entry: every parameter holds what the caller passed.
  private mutating func entryState() -> AbstractState {
    var state = AbstractState()
    for (index, parameter) in function.parameters.enumerated() {
      let location = names.location(.local(.init(index)))
      if parameter.type.isAggregate, runtime.role(of: parameter.type)?.isOpaque != true {
        continue
      }
      state.memory[location] = initialValue(of: location, type: parameter.type, in: &state)
    }
    bind(in: &state)
    return state
  }

}
