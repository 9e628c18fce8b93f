import IR
import Source

extension FunctionAnalyzer {

  /// Makes `states` the states after an instruction. None is copied that need not be.
  mutating func apply(
    _ instruction: Instruction, at point: ProgramPoint, to states: inout [AbstractState]
  ) {
    guard case .call(let call) = instruction.kind else {
      switch instruction.kind {
      case .assign(_, .binary(let operation, let left, let right)):
        states = states.flatMap {
          decided(operation, left, right, at: point, range: instruction.range, in: $0)
        }
      case .assign(let place, _) where place.projections.contains(where: \.isVariableIndex):
        states = states.flatMap {
          toldApart(writing: place, at: point, range: instruction.range, in: $0)
        }
      case .assign, .call, .storageLive, .storageDead, .opaque: break
      }
      for position in states.indices { perform(instruction, at: point, in: &states[position]) }
      return
    }
    var results: [AbstractState] = []
    for position in states.indices {
      var state = AbstractState()
      swap(&state, &states[position])
      results += self.call(call, at: point, range: instruction.range, in: state)
    }
    states = results
  }

  /// Makes `state` the state after an instruction that is no call.
  private mutating func perform(
    _ instruction: Instruction, at point: ProgramPoint, in state: inout AbstractState
  ) {
    let range = instruction.range
    switch instruction.kind {
    case .assign(let place, let expression):
      assign(expression, to: place, at: point, range: range, in: &state)
    case .call: preconditionFailure("a call has several states behind it")
    case .storageLive(let local): begin(local, range: range, in: &state)
    case .storageDead(let local):
      let variable = names.location(.local(local))
      judgeLost(with: variable, at: point, range: range, in: &state)
      forgetVariable(variable, in: &state)
    case .opaque(_, let reads, let writes):
      for operand in reads { _ = evaluate(operand, at: point, range: range, in: &state) }
      for place in writes {
        let resolved = resolve(place, at: point, range: range, in: &state)
        if let location = resolved.location {
          write(.unknown, to: location, at: point, store: StoreSite(range: range), in: &state)
        }
      }
    }
  }

  private mutating func assign(
    _ expression: Expression, to place: Place, at point: ProgramPoint, range: SourceRange,
    in state: inout AbstractState
  ) {
    judgeReferenceRead(expression, to: place, range: range)
    let value = evaluate(expression, type: place.type, at: point, range: range, in: &state)
    let resolved = resolve(place, at: point, range: range, in: &state)
    judgeGiven(value, to: place, range: range, in: &state)
    guard let location = resolved.location else {
      giveAway(value, in: &state)
      return
    }
    if case .copy(let source) = value {
      judgeFieldsCopied(expression, from: source, to: place, range: range)
      copyParts(from: source, to: location, at: point, range: range, in: &state)
      return
    }
    let store = StoreSite(
      range: range, name: expression.operand.flatMap(name),
      place: isStored(location) ? describe(place) : nil)
    let old = state.memory[location]
    write(value, to: location, at: point, store: store, in: &state)
    notePointer(value, named: store.name, storedIn: place, over: old, range: range, in: state)
  }

  /// Judges a handle that is stored where the runtime takes it over.
  private mutating func judgeGiven(
    _ value: Value, to place: Place, range: SourceRange, in state: inout AbstractState
  ) {
    guard case .field(let name, let record)? = place.projections.last,
      runtime.members[record]?[name] == .owns, case .object(let object) = value,
      let old = state.objects[object], old.nullness != .null,
      isCertain(old, named: .source(name), at: range)
    else { return }
    if let reason = borrowedPhrase(old, object) {
      observe(
        .borrowedGiven(
          name: describe(object, in: state), place: describe(place), reason: reason),
        at: range, family: 18, origin: nil, blame: nil, steps: [], each: true)
    } else if old.ownership == .owned {
      state.objects[object]?.ownership = .moved
    }
  }

  /// Whether a location is not a variable of the function.
  private func isStored(_ location: LocationID) -> Bool {
    if case .local = names[names.root(of: location)] { return false }
    return true
  }

  /// The name of a value that is stored, if the source has one.
  private func name(of operand: Operand) -> Designation? {
    guard case .copy = operand else { return nil }
    let name = describe(operand)
    return name == .unnamed ? nil : name
  }

  /// Returns the value of an expression.
  mutating func evaluate(
    _ expression: Expression, type: Type, at point: ProgramPoint, range: SourceRange,
    in state: inout AbstractState
  ) -> Value {
    switch expression {
    case .operand(let operand): return evaluate(operand, at: point, range: range, in: &state)
    case .zero: return .null
    case .cast(let operand, _):
      return evaluate(operand, at: point, range: range, in: &state)
    case .unary(let operation, let operand):
      let value = evaluate(operand, at: point, range: range, in: &state)
      return evaluate(operation, value, at: point, in: &state)
    case .binary(let operation, let left, let right):
      let l = evaluate(left, at: point, range: range, in: &state)
      let r = evaluate(right, at: point, range: range, in: &state)
      if isFloating(left) || isFloating(right) {
        return evaluateFloating(l, operation, r, in: &state) ?? fresh(.all, at: point, in: &state)
      }
      return evaluate(l, operation, r, at: point, in: &state)
    }
  }

  private mutating func evaluate(
    _ operation: UnaryOperator, _ value: Value, at point: ProgramPoint,
    in state: inout AbstractState
  ) -> Value {
    switch (operation, value) {
    case (.minus, .constant(let constant)): return .constant(0 &- constant)
    case (.minus, .symbol):
      let negated = interval(of: value, in: state).negated
      return computed(.constant(0), .subtract, value, negated, in: &state)
        ?? fresh(negated, at: point, in: &state)
    case (.bitwiseNot, .symbol):
      return computed(value, .bitwiseXor, .constant(-1), .all, in: &state)
        ?? fresh(.all, at: point, in: &state)
    case (.bitwiseNot, .constant(let constant)): return .constant(~constant)
    case (.logicalNot, _):
      switch truth(of: value, in: state) {
      case .known(let isTrue): return .constant(isTrue ? 0 : 1)
      case .comparison(let comparison): return .truth(comparison.negated)
      case .open: return fresh(.init(0, 1), at: point, in: &state)
      }
    default: return fresh(.all, at: point, in: &state)
    }
  }

  /// Returns a new value of which only an interval is known.
  private mutating func fresh(
    _ interval: Interval, at point: ProgramPoint, in state: inout AbstractState
  ) -> Value {
    let symbol = newSymbol(at: point, slot: 0, in: &state)
    if interval != .all { state.intervals[.symbol(symbol)] = interval }
    return .symbol(symbol, 0)
  }

  private mutating func evaluate(
    _ left: Value, _ operation: BinaryOperator, _ right: Value, at point: ProgramPoint,
    in state: inout AbstractState
  ) -> Value {
    switch operation {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return compare(left, operation, right, in: state)
        ?? fresh(.init(0, 1), at: point, in: &state)
    case .add, .subtract:
      // A sum with a constant still tells of what it is the sum.
      let number = constant(right, in: state)
      let start = number.isConstant ? left : constant(left, in: state)
      if let sum = offset(start, operation, by: number) { return sum }
    case .multiply, .divide, .remainder, .shiftLeft, .shiftRight, .bitwiseAnd, .bitwiseOr,
      .bitwiseXor, .unknown:
      if let constant = operation.decided(by: left, or: right) { return .constant(constant) }
      if let pointer = operation.tagged(left, right) ?? operation.tagged(right, left) {
        return pointer
      }
      let (l, r) = (constant(left, in: state), constant(right, in: state))
      if let constant = operation.fold(l, r) { return .constant(constant) }
    }
    if operation == .bitwiseAnd, case .constant(let mask) = right,
      let known = interval(of: left, in: state).masked(by: mask)
    {
      return .constant(known)
    }
    let interval = interval(of: left, operation, right, in: state)
    if let constant = interval.singleValue { return .constant(constant) }
    return computed(left, operation, right, interval, in: &state)
      ?? fresh(interval, at: point, in: &state)
  }

  /// Returns the result of an operation that a summary tests, if it can be told from other values.
  mutating func compute(
    _ operation: SummaryCase.Operation, of value: Value, in state: inout AbstractState
  ) -> Value {
    guard let left = offset(value, .add, by: .constant(operation.offset)) else { return .unknown }
    let right = Value.constant(operation.operand)
    if let constant = operation.symbol.fold(left, right) { return .constant(constant) }
    let interval = interval(of: left, operation.symbol, right, in: state)
    return computed(left, operation.symbol, right, interval, in: &state) ?? .unknown
  }

  /// What is known of a result.
  private func interval(
    of left: Value, _ operation: BinaryOperator, _ right: Value, in state: AbstractState
  ) -> Interval {
    switch (operation, right) {
    case (.bitwiseAnd, .constant(let mask)) where mask >= 0: .init(0, mask)
    case (.bitwiseOr, .constant(let bits)): self.interval(of: left, in: state).setting(bits)
    case (.remainder, .constant(let divisor)) where divisor > 0:
      self.interval(of: left, in: state).remainder(by: divisor)
    case (.subtract, .symbol): difference(left, right, in: state) ?? .all
    default: .all
    }
  }

  /// Returns a sum or difference that keeps what its left side is.
  private mutating func offset(
    _ left: Value, _ operation: BinaryOperator, by right: Value
  ) -> Value? {
    switch (left, right) {
    case (.constant(let l), .constant(let r)):
      return .constant(operation == .add ? l &+ r : l &- r)
    case (.symbol(let symbol, let base), .constant(let constant)):
      return .symbol(symbol, operation == .add ? base &+ constant : base &- constant)
    case (.constant(let constant), .symbol(let symbol, let base)) where operation == .add:
      return .symbol(symbol, base &+ constant)
    case (.pointer(let location, let loan), .constant(let constant)):
      let index = operation == .add ? constant : 0 &- constant
      return .pointer(element(location, index: .constant(index), isArray: false), loan)
    case (.pointer, .pointer): return nil
    case (.pointer(let location, let loan), _):
      let index = operation == .add ? right : .unknown
      return .pointer(element(location, index: index, isArray: false), loan)
    case (_, .pointer(let location, let loan)) where operation == .add:
      return .pointer(element(location, index: left, isArray: false), loan)
    default: return nil
    }
  }

  /// Begins the scope of a variable. A handle in it from the last iteration stays until it is
  /// overwritten, so that its loss is seen there.
  private mutating func begin(
    _ local: Local.ID, range: SourceRange, in state: inout AbstractState
  ) {
    let location = names.location(.local(local))
    judgeReferenceDeclared(local)
    forgetVariable(location, in: &state)
    if state.memory[location] == nil { state.memory[location] = .unknown }
  }

  private mutating func forgetVariable(_ variable: LocationID, in state: inout AbstractState) {
    for location in parts(of: variable, in: state) + [variable] {
      if case .object(let object)? = state.memory[location], state.objects[object]?.isDue == true {
        continue
      }
      state.memory[location] = nil
    }
  }

  /// Records that an interior pointer is kept in a variable. One that only moves on in the variable
  /// that keeps it, which held `old`, was told before.
  mutating func notePointer(
    _ value: Value, named name: Designation?, storedIn place: Place, over old: Value?,
    range: SourceRange, in state: AbstractState
  ) {
    guard case .pointer(_, let loan?) = value, let loanState = state.loans[loan],
      loanState.handle != nil
    else { return }
    if case .pointer(_, loan)? = old { return }
    if case .local(let local) = place.base, function[local].kind == .temporary { return }
    observe(
      .pointerStored(pointer: name ?? describe(value, in: state), place: describe(place)),
      at: range, family: 16, origin: loanState.origin, blame: nil, steps: [loanState.origin],
      each: true)
  }

}

extension BinaryOperator {
  /// The numbers that fit in the bits of an address that its alignment leaves free.
  private static let tags = 0 ... 4095

  /// Returns a pointer whose low bits get a tag or lose one: it stays what it is. Read for itself,
  /// the tag is a number.
  fileprivate func tagged(_ pointer: Value, _ bits: Value) -> Value? {
    guard case .pointer = pointer else { return nil }
    switch self {
    case .bitwiseAnd:
      if case .constant(let mask) = bits, Self.tags.contains(mask) { return nil }
      return pointer
    case .bitwiseOr, .bitwiseXor: return pointer
    default: return nil
    }
  }

  /// Returns the result for two constants; `nil` if there is none.
  func fold(_ left: Value, _ right: Value) -> Int? {
    guard case .constant(let l) = left, case .constant(let r) = right else { return nil }
    switch self {
    case .multiply: return l.multipliedReportingOverflow(by: r).partialValue
    case .divide: return r == 0 ? nil : l.dividedReportingOverflow(by: r).partialValue
    case .remainder: return r == 0 ? nil : l.remainderReportingOverflow(dividingBy: r).partialValue
    case .shiftLeft: return (0 ..< 63).contains(r) ? l << r : nil
    case .shiftRight: return (0 ..< 63).contains(r) ? l >> r : nil
    case .bitwiseAnd: return l & r
    case .bitwiseOr: return l | r
    case .bitwiseXor: return l ^ r
    case .add, .subtract, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .unknown:
      return nil
    }
  }
}
