import IR

// Operations that are done more than once with the same operands: they come out the same, so that
// what one test decided, the next one does not ask again.

extension FunctionAnalyzer {

  /// Operations nested deeper than this are not known again.
  private static let nesting = 3

  /// Returns the result of an operation that was perhaps done before with the same operands; `nil`
  /// if it would not be known again.
  mutating func computed(
    _ left: Value, _ operation: BinaryOperator, _ right: Value, _ interval: Interval,
    in state: inout AbstractState
  ) -> Value? {
    guard operation != .unknown, let l = SymbolName.Term(left), let r = SymbolName.Term(right)
    else { return nil }
    let name = SymbolName.computed(operation, l, r)
    guard isRepeatable(name) else { return nil }
    return .symbol(known(name, in: interval, in: &state), 0)
  }

  /// Returns the result of a call that was perhaps made before with the same arguments; `nil` if it
  /// would not be known again.
  mutating func repeated(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) -> SymbolID? {
    guard summary.isRepeatable, site.call.resultType.isNumber,
      case .direct(let callee) = site.call.callee
    else { return nil }
    var arguments: [SymbolName.Argument] = []
    for (operand, value) in zip(site.call.arguments, site.arguments) {
      guard let argument = argument(value, from: operand, in: state) else { return nil }
      arguments.append(argument)
    }
    let name = SymbolName.applied(callee, arguments)
    return isRepeatable(name) ? known(name, in: .all, in: &state) : nil
  }

  /// Returns what an argument is known by, if it is that as long as the state says so.
  private func argument(
    _ value: Value, from operand: Operand, in state: AbstractState
  ) -> SymbolName.Argument? {
    if case .string(let text) = shape.definitions.source(of: operand) { return .text(text) }
    switch value {
    case .object(let object):
      return state.objects[object]?.isSummary == true ? nil : .object(object)
    case .pointer(let location, _):
      switch names[names.root(of: location)] {
      case .pointee, .content, .context:
        return names.standsForSeveral(location) ? nil : .memory(location)
      case .local, .global, .keeper, .heap, .string, .part: return nil
      }
    case .constant, .symbol: return SymbolName.Term(value).map { .number($0) }
    case .unknown, .truth, .anyOf, .function, .copy: return nil
    }
  }

  /// Returns the symbol of a name, of which an interval is known.
  private mutating func known(
    _ name: SymbolName, in interval: Interval, in state: inout AbstractState
  ) -> SymbolID {
    let symbol = names.symbol(name)
    if interval != .all, state.intervals[.symbol(symbol)] == nil {
      state.intervals[.symbol(symbol)] = interval
    }
    return symbol
  }

  /// Whether the result of an operation is to be known again.
  private func isRepeatable(_ name: SymbolName) -> Bool {
    names.bases(of: name).symbols.allSatisfy { names.nesting(of: $0) < Self.nesting }
  }

  /// Forgets the result of an operation whose operands are about to be others. What holds it is
  /// told apart from then on by the name of the first place that does.
  mutating func forgetResult(_ result: SymbolID, in state: inout AbstractState) {
    let interval = state.intervals[.symbol(result)]
    let holders = state.memory.filter {
      if case .symbol(result, _) = $0.value { true } else { false }
    }
    forget(result, in: &state)
    guard let first = holders.keys.min() else { return }
    let kept = names.symbol(.kept(first))
    forget(kept, in: &state)
    state.intervals[.symbol(kept)] = interval
    for case (let location, .symbol(_, let offset)) in holders {
      state.memory[location] = .symbol(kept, offset)
    }
  }

  /// Whether the function gives the same number whenever it is given the same arguments: it looks
  /// at nothing but these, and does nothing.
  func isRepeatable(_ summary: FunctionSummary) -> Bool {
    guard callsOnlyRepeatable, !summary.isInexact, !summary.losesArguments,
      function.result.isNumber, function.gaps.isEmpty,
      summary.cases.allSatisfy({ $0.effects.isEmpty && $0.collection == nil })
    else { return false }
    return function.blocks.allSatisfy { (block) in
      block.instructions.allSatisfy(isRepeatable) && isRepeatable(block.terminator)
    }
  }

  private func isRepeatable(_ instruction: Instruction) -> Bool {
    switch instruction.kind {
    case .assign(let place, let expression):
      isOwn(place) && expression.operands.allSatisfy(isRepeatable)
    case .call(let call):
      call.result.map(isOwn) != false && call.arguments.allSatisfy(isRepeatable)
    case .storageLive, .storageDead: true
    case .opaque: false
    }
  }

  private func isRepeatable(_ terminator: Terminator) -> Bool {
    switch terminator.kind {
    case .branch(let operand, _, _), .switch(let operand, _, _), .return(let operand?):
      isRepeatable(operand)
    case .jump, .anyOf, .return, .unreachable: true
    }
  }

  /// Whether an operand is always the same in calls with the same arguments.
  private func isRepeatable(_ operand: Operand) -> Bool {
    switch operand {
    case .copy(let place): isOwn(place) || isConstant(place)
    case .constant, .floating, .function, .string: true
    case .address, .unknown: false
    }
  }

  /// Whether a place is (in) a variable of the function.
  private func isOwn(_ place: Place) -> Bool {
    if case .local = place.base { !place.dereferences } else { false }
  }

  /// Whether a place is in a constant variable.
  private func isConstant(_ place: Place) -> Bool {
    guard case .global(let name) = place.base, !place.dereferences else { return false }
    return program.globals[name]?.isConstant == true
  }

}

extension SymbolName.Term {
  /// The term that a value is, if it is a number.
  init?(_ value: Value) {
    switch value {
    case .constant(let constant): self.init(symbol: nil, offset: constant)
    case .symbol(let symbol, let offset): self.init(symbol: symbol, offset: offset)
    case .unknown, .truth, .pointer, .object, .anyOf, .function, .copy: return nil
    }
  }
}
