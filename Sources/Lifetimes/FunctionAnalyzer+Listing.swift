import IR
import Source

extension FunctionAnalyzer {

  /// Returns the states before each piece of the source, as text: of the instructions of a block
  /// that stand at one place, those before the first; of several blocks, those of all.
  mutating func listing(of solution: Solution) -> [StateListing] {
    var order: [SourceRange] = []
    var disjuncts: [SourceRange: Set<String>] = [:]
    for (index, block) in function.blocks.enumerated() where shape.order[index] != nil {
      var states = solution.entryStates[index]
      var seen: Set<SourceRange> = []
      func list(_ range: SourceRange, _ states: [AbstractState]) {
        // What a macro does stands at one place, and is several steps.
        guard seen.insert(range).inserted || range.macro != nil else { return }
        if disjuncts[range] == nil { order.append(range) }
        disjuncts[range, default: []].formUnion(states.map { text(of: $0) })
      }
      for (position, instruction) in block.instructions.enumerated() {
        list(instruction.range, states)
        let point = ProgramPoint(block: .init(index), index: position)
        apply(instruction, at: point, to: &states)
      }
      list(block.terminator.range, states)
    }
    return order.map { StateListing(range: $0, disjuncts: (disjuncts[$0] ?? []).sorted()) }
  }

  /// Returns a state as one line: what the variables hold, and what became of it.
  private func text(of state: AbstractState) -> String {
    var parts: [String] = []
    for (location, value) in state.memory.sorted(by: { $0.key < $1.key }) {
      if case .local(let local) = names[names.root(of: location)],
        function[local].kind == .temporary
      {
        continue
      }
      guard let text = text(of: value, in: state) else { continue }
      parts.append("\(describe(location).expression ?? "memory") → \(text)")
    }
    if state.suspension != nil { parts.append("the runtime is left") }
    return parts.joined(separator: "; ")
  }

  private func text(of value: Value, in state: AbstractState) -> String? {
    switch value {
    case .object(let object): return state.objects[object].map { text(of: $0, object) }
    case .pointer(_, let loan?):
      return state.loans[loan].flatMap { text(of: $0, in: state) }
    case .constant(let constant): return String(constant)
    case .unknown, .symbol, .truth, .anyOf, .function, .copy, .pointer: return nil
    }
  }

  private func text(of object: ObjectState, _ id: ObjectID) -> String {
    var words: [String] = []
    switch object.ownership {
    case .owned: words.append("owned")
    case .borrowed: words.append("borrowed")
    case .tracked: words.append("tracked")
    case .moved: words.append("given away")
    }
    if object.nullness == .null { return "{null}" }
    if object.nullness == .unknown { words.append("perhaps null") }
    if let ending = object.ending {
      words.append("closed at line \(causes[ending].range.start.line)")
    } else {
      words.append("open")
    }
    if object.isSummary { words.append("several") }
    if object.isUncertain { words.append("not certain") }
    return "{\(words.joined(separator: ", "))}"
  }

  private func text(of loan: LoanState, in state: AbstractState) -> String? {
    guard let handle = loan.handle else {
      return loan.collections.first.map {
        "{pointer; collection at line \(causes[$0].range.start.line)}"
      }
    }
    var words = ["into \(describe(handle, in: state).quoted())"]
    if let ending = loan.ending {
      words.append("handle closed at line \(causes[ending].range.start.line)")
    } else if !loan.collections.isEmpty {
      let lines = loan.collections.map { String(causes[$0].range.start.line) }
      words.append("stale since line \(lines.joined(separator: " or "))")
    } else {
      words.append("good")
    }
    if loan.isUncertain { words.append("not certain") }
    return "{\(words.joined(separator: ", "))}"
  }

}
