// What symbols are computed from.

extension Names {

  /// Returns what a symbol of this name is computed from that is not constant.
  func bases(of name: SymbolName) -> (symbols: [SymbolID], objects: [ObjectID]) {
    switch name {
    case .computed(_, let left, let right):
      return ([left, right].compactMap(variable), [])
    case .applied(_, let arguments):
      var (symbols, objects): ([SymbolID], [ObjectID]) = ([], [])
      for argument in arguments {
        switch argument {
        case .number(let term): symbols += variable(term).map { [$0] } ?? []
        case .object(let object): objects.append(object)
        case .memory(let location):
          switch self[root(of: location)] {
          case .pointee(let symbol): symbols.append(symbol)
          case .content(let object): objects.append(object)
          default: break
          }
        case .text: break
        }
      }
      return (symbols, objects)
    case .initial, .made, .merged, .kept, .floating: return ([], [])
    }
  }

  /// The symbol of a term that is not constant.
  func variable(_ term: SymbolName.Term) -> SymbolID? {
    guard let symbol = term.symbol else { return nil }
    if case .floating = self[symbol] { return nil }
    return symbol
  }

  /// Whether what a symbol names was in a place of which `areMeant` says so, or was computed from
  /// that.
  func looks(_ symbol: SymbolID, at areMeant: (LocationID, Names) -> Bool) -> Bool {
    switch self[symbol] {
    case .initial(let location, _): return looks(into: location, at: areMeant)
    case .computed: return bases(of: self[symbol]).symbols.contains { looks($0, at: areMeant) }
    case .applied(_, let arguments):
      return arguments.contains {
        switch $0 {
        case .number(let term): variable(term).map { looks($0, at: areMeant) } ?? false
        case .memory(let location): looks(into: location, at: areMeant)
        case .object, .text: false
        }
      }
    case .made, .merged, .kept, .floating: return false
    }
  }

  /// Whether a location is meant, or a pointer on the way to it was in one that is.
  private func looks(
    into location: LocationID, at areMeant: (LocationID, Names) -> Bool
  ) -> Bool {
    if areMeant(location, self) { return true }
    guard case .pointee(let symbol) = self[root(of: location)] else { return false }
    return looks(symbol, at: areMeant)
  }

  /// How many operations on each other's results gave what a symbol names.
  func nesting(of symbol: SymbolID) -> Int {
    bases(of: self[symbol]).symbols.map { nesting(of: $0) + 1 }.max() ?? 0
  }

}
