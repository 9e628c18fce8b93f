// Which elements names stand for.

extension Names {

  /// Whether a location is the same element each time that its name is given: where its index is
  /// not known, it was there at entry, or a loop counts it, which names elements anew.
  func isOnePlace(_ location: LocationID) -> Bool {
    var current = location
    while case .part(let whole, let step) = self[current] {
      switch step {
      case .anyIndex: return false
      case .symbolic(let symbol, _):
        guard isFixed(root(of: location)) else { return false }
        if case .merged = self[symbol] {
          if current != location { return false }
        } else if !isFixed(symbol) {
          return false
        }
      case .field, .index, .held: break
      }
      current = whole
    }
    return true
  }

  /// Whether a location is a variable, or is reached by what variables held at entry, without an
  /// index that is not known.
  private func isFixed(_ location: LocationID) -> Bool {
    switch self[location] {
    case .local, .global: true
    case .pointee(let symbol): isFixed(symbol)
    case .part(let whole, .field), .part(let whole, .index): isFixed(whole)
    case .keeper, .part, .content, .heap, .context, .string: false
    }
  }

  /// Whether a symbol is what such a location held at entry.
  private func isFixed(_ symbol: SymbolID) -> Bool {
    if case .initial(let holder, nil) = self[symbol] { isFixed(holder) } else { false }
  }

}
