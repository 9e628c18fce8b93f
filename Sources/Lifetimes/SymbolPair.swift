/// Two values that are not known, of which it is known how far they are apart.
struct SymbolPair: Hashable, Sendable {
  let left: SymbolID
  let right: SymbolID

  /// Whether one of them is `symbol`.
  func mentions(_ symbol: SymbolID) -> Bool { left == symbol || right == symbol }
}

extension SymbolPair: Comparable {
  static func < (l: Self, r: Self) -> Bool { (l.left, l.right) < (r.left, r.right) }
}
