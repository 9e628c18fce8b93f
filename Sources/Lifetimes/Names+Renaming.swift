// Names with another number in the place of one.

extension Names {

  /// Returns the symbol that a symbol is if what it was read or computed with is another number;
  /// the symbol itself if that has no part in it.
  mutating func renamed(
    _ symbol: SymbolID, from old: SymbolName.Term, to new: SymbolName.Term
  ) -> SymbolID {
    switch self[symbol] {
    case .initial(let location, let epoch):
      let other = renamed(location, from: old, to: new)
      return other == location ? symbol : self.symbol(.initial(other, epoch: epoch))
    case .computed(let operation, let left, let right):
      let (l, r) = (renamed(left, from: old, to: new), renamed(right, from: old, to: new))
      return l == left && r == right ? symbol : self.symbol(.computed(operation, l, r))
    case .applied(let function, let arguments):
      var others: [SymbolName.Argument] = []
      for argument in arguments { others.append(renamed(argument, from: old, to: new)) }
      return others == arguments ? symbol : self.symbol(.applied(function, others))
    case .made, .merged, .kept, .floating: return symbol
    }
  }

  /// Whether what a symbol names would be something else if some number were another one: it was
  /// computed, or is in an element of an array.
  func dependsOnNumber(_ symbol: SymbolID) -> Bool {
    switch self[symbol] {
    case .computed, .applied: return true
    case .initial(let location, _):
      var current = location
      while case .part(let whole, let step) = self[current] {
        if step.term != nil { return true }
        current = whole
      }
      if case .pointee(let pointer) = self[current] { return dependsOnNumber(pointer) }
      return false
    case .made, .merged, .kept, .floating: return false
    }
  }

  private mutating func renamed(
    _ argument: SymbolName.Argument, from old: SymbolName.Term, to new: SymbolName.Term
  ) -> SymbolName.Argument {
    switch argument {
    case .number(let term): .number(renamed(term, from: old, to: new))
    case .memory(let location): .memory(renamed(location, from: old, to: new))
    case .object, .text: argument
    }
  }

  /// Returns the term that a term is if a number in it is another one.
  mutating func renamed(
    _ term: SymbolName.Term, from old: SymbolName.Term, to new: SymbolName.Term
  ) -> SymbolName.Term {
    if let moved = term.moved(from: old, to: new) { return moved }
    guard let symbol = term.symbol else { return term }
    return .init(symbol: renamed(symbol, from: old, to: new), offset: term.offset)
  }

  private mutating func renamed(
    _ location: LocationID, from old: SymbolName.Term, to new: SymbolName.Term
  ) -> LocationID {
    switch self[location] {
    case .part(let whole, let step):
      let other = renamed(whole, from: old, to: new)
      guard let moved = step.term?.moved(from: old, to: new, distance: 2) else {
        return other == whole ? location : part(of: other, step)
      }
      if let symbol = moved.symbol { return part(of: other, .symbolic(symbol, moved.offset)) }
      // The first of the elements behind a pointer is what it points to.
      if moved.offset == 0, isBehindPointer(other) { return other }
      return part(of: other, .index(moved.offset))
    case .pointee(let symbol):
      let other = renamed(symbol, from: old, to: new)
      return other == symbol ? location : self.location(.pointee(other))
    case .local, .global, .keeper, .content, .heap, .context, .string: return location
    }
  }

  /// Whether a location is what a pointer points to, as opposed to a variable.
  func isBehindPointer(_ location: LocationID) -> Bool {
    switch self[location] {
    case .pointee, .heap: true
    case .local, .global, .keeper, .content, .context, .string, .part: false
    }
  }

}

extension SymbolName.Term {
  /// Returns this number with another one in the place of `old`, if that is in it: if both are
  /// constants, if they are not further apart than `distance`.
  fileprivate func moved(from old: Self, to new: Self, distance: Int = 0) -> Self? {
    if symbol != old.symbol { return nil }
    if symbol == nil, abs(offset.subtractingReportingOverflow(old.offset).partialValue) > distance {
      return nil
    }
    return .init(symbol: new.symbol, offset: new.offset &+ offset &- old.offset)
  }
}

extension LocationName.Step {
  /// The index of an element, if it is known or has a name.
  fileprivate var term: SymbolName.Term? {
    switch self {
    case .index(let index): .init(symbol: nil, offset: index)
    case .symbolic(let symbol, let offset): .init(symbol: symbol, offset: offset)
    case .field, .anyIndex, .held: nil
    }
  }
}
