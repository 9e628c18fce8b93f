import IR

// Where paths meet on which a variable is not the same number, it gets a name. What both knew of
// the element at that number, or of what was computed with it, is known of what has the name.

extension FunctionAnalyzer {

  /// A number that got a name where two states were joined.
  private struct JoinedNumber {
    let left: SymbolName.Term
    let right: SymbolName.Term
    let name: SymbolName.Term
  }

  /// Adds what two states know that were joined at a block, of what depends on numbers that they
  /// disagree on.
  mutating func joinDependents(
    _ old: AbstractState, _ new: AbstractState, at block: BasicBlock.ID, widening: Bool,
    into result: inout AbstractState
  ) {
    let dependents = Dependents(in: new, names)
    if dependents.isEmpty { return }
    let numbers = joinedNumbers(old, new, at: block, in: result)
    spend(4 * numbers.count * dependents.count)
    for number in numbers {
      joinIntervals(old, new, dependents, of: number, widening: widening, into: &result)
      joinComparisons(old, new, dependents, of: number, widening: widening, into: &result)
      joinValues(old, new, dependents, of: number, at: block, into: &result)
    }
  }

  private mutating func joinIntervals(
    _ old: AbstractState, _ new: AbstractState, _ dependents: Dependents,
    of number: JoinedNumber, widening: Bool, into result: inout AbstractState
  ) {
    for symbol in dependents.symbols {
      guard let interval = new.intervals[.symbol(symbol)],
        let (special, general) = names(of: symbol, number),
        let other = old.intervals[.symbol(special)]
      else { continue }
      let both = widening ? other.widened(by: interval) : other.union(interval)
      result.intervals[.symbol(general)] = both == .all ? nil : both
    }
  }

  private mutating func joinComparisons(
    _ old: AbstractState, _ new: AbstractState, _ dependents: Dependents,
    of number: JoinedNumber, widening: Bool, into result: inout AbstractState
  ) {
    for comparison in dependents.comparisons {
      guard let (special, general) = comparisons(like: comparison, number),
        let holds = new.decided[comparison], old.decided[special] == holds
      else { continue }
      result.decide(general, holds)
    }
    for pair in dependents.pairs {
      let (l, r) = (names(of: pair.left, number), names(of: pair.right, number))
      if l == nil && r == nil { continue }
      let (left, right) = (l ?? (pair.left, pair.left), r ?? (pair.right, pair.right))
      let known = difference(left.special, right.special, in: old)
      let other = difference(pair.left, pair.right, in: new)
      let both = widening ? known.widened(by: other) : known.union(other)
      if both != .all { remember(both, left.general, right.general, in: &result) }
    }
  }

  /// Calls by one name what is the same for the number in both states.
  private mutating func joinValues(
    _ old: AbstractState, _ new: AbstractState, _ dependents: Dependents,
    of number: JoinedNumber, at block: BasicBlock.ID, into result: inout AbstractState
  ) {
    for location in dependents.holders where old.memory[location] != new.memory[location] {
      guard case .symbol(let symbol, let offset)? = new.memory[location],
        case .symbol(let merged, 0)? = result.memory[location],
        names[merged] == .merged(block, location),
        let (special, general) = names(of: symbol, number),
        old.memory[location] == .symbol(special, offset)
      else { continue }
      result.memory[location] = .symbol(general, offset)
      result.intervals[.symbol(merged)] = nil
    }
  }

  /// Returns what a symbol of the new state, in which a number has a part, is for the old one, and
  /// what it is for both.
  private mutating func names(
    of symbol: SymbolID, _ number: JoinedNumber
  ) -> (special: SymbolID, general: SymbolID)? {
    let general = names.renamed(symbol, from: number.right, to: number.name)
    if general == symbol { return nil }
    return (names.renamed(symbol, from: number.right, to: number.left), general)
  }

  /// Returns what a comparison of the new state is for the old one, and what it is for both.
  private mutating func comparisons(
    like comparison: Comparison, _ number: JoinedNumber
  ) -> (special: Comparison, general: Comparison)? {
    func renamed(_ term: Comparison.Term, to new: SymbolName.Term) -> Comparison.Term {
      let known = SymbolName.Term(symbol: term.entity?.symbol, offset: term.offset)
      if term.entity != nil, known.symbol == nil { return term }
      let other = names.renamed(known, from: number.right, to: new)
      return .init(entity: other.symbol.map { .symbol($0) }, offset: other.offset)
    }
    func renamed(to new: SymbolName.Term) -> Comparison {
      .init(
        left: renamed(comparison.left, to: new), relation: comparison.relation,
        right: renamed(comparison.right, to: new), isNegated: comparison.isNegated)
    }
    let general = renamed(to: number.name)
    return general == comparison ? nil : (renamed(to: number.left), general)
  }

  /// Returns the numbers in variables that got a name.
  private func joinedNumbers(
    _ old: AbstractState, _ new: AbstractState, at block: BasicBlock.ID, in result: AbstractState
  ) -> [JoinedNumber] {
    result.memory.keys.sorted().compactMap { (location) in
      guard case .local = names[location], case .symbol(let name, 0)? = result.memory[location],
        names[name] == .merged(block, location),
        let left = old.memory[location].flatMap(SymbolName.Term.init),
        let right = new.memory[location].flatMap(SymbolName.Term.init)
      else { return nil }
      return JoinedNumber(left: left, right: right, name: .init(symbol: name, offset: 0))
    }
  }

}

/// What a state knows that depends on the number that something is.
private struct Dependents {

  let symbols: [SymbolID]
  let comparisons: [Comparison]
  let pairs: [SymbolPair]
  /// The places that hold what depends on a number.
  let holders: [LocationID]

  init(in state: AbstractState, _ names: Names) {
    symbols = state.intervals.keys.compactMap(\.symbol).filter(names.dependsOnNumber).sorted()
    comparisons = state.decided.keys.filter {
      $0.symbols.contains(where: names.dependsOnNumber)
    }.sorted()
    pairs = state.differences.keys.filter {
      names.dependsOnNumber($0.left) || names.dependsOnNumber($0.right)
    }.sorted()
    holders = state.memory.filter {
      if case .symbol(let symbol, _) = $0.value { names.dependsOnNumber(symbol) } else { false }
    }.keys.sorted()
  }

  var count: Int { symbols.count + comparisons.count + pairs.count + holders.count }
  var isEmpty: Bool { count == 0 }

}

extension Entity {
  /// The symbol, if this is one.
  fileprivate var symbol: SymbolID? {
    if case .symbol(let symbol) = self { symbol } else { nil }
  }
}
