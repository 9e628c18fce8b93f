import IR

/// What a scalar place holds.
enum Value: Hashable, Sendable {
  /// Anything; also what a variable holds before it is set.
  case unknown
  case constant(Int)
  /// A value that is not known but has a name, plus an offset.
  case symbol(SymbolID, Int)
  /// 1 if the comparison holds, else 0.
  case truth(Comparison)
  /// The address of a location. With a loan, it is good only as long as the loan.
  case pointer(LocationID, LoanID?)
  /// A handle, tracker, builder or token.
  case object(ObjectID)
  /// One of several handles: an element of an array at an unknown index.
  case anyOf([ObjectID])
  case function(FunctionName)
  /// For an aggregate: each part that has no value of its own is that of this location at entry.
  case copy(of: LocationID)

  static let null = Value.constant(0)

  /// The handles that this may be.
  var objects: [ObjectID] {
    switch self {
    case .object(let object): [object]
    case .anyOf(let objects): objects
    case .unknown, .constant, .symbol, .truth, .pointer, .function, .copy: []
    }
  }
}

/// Something whose value can be constrained on a path.
enum Entity: Hashable, Sendable {
  case symbol(SymbolID)
  /// A pointer to this root, which may be null.
  case memory(LocationID)
  case object(ObjectID)
  case loan(LoanID)
}

/// A comparison between two values.
struct Comparison: Hashable, Sendable {

  enum Relation: Hashable, Sendable {
    case equal, less, lessOrEqual
  }

  /// An entity plus an offset; without an entity, a constant.
  struct Term: Hashable, Sendable {
    let entity: Entity?
    let offset: Int
  }

  let left: Term
  let relation: Relation
  let right: Term
  /// Whether the comparison is the other way around.
  let isNegated: Bool

  /// The symbols that are compared.
  var symbols: [SymbolID] {
    [left.entity, right.entity].compactMap { (entity) in
      if case .symbol(let symbol)? = entity { symbol } else { nil }
    }
  }

  /// The comparison of an object with null.
  static func isNull(_ object: ObjectID) -> Comparison {
    Comparison(
      left: Term(entity: .object(object), offset: 0), relation: .equal,
      right: Term(entity: nil, offset: 0), isNegated: false)
  }

  /// The comparison that holds when this does not.
  var negated: Comparison {
    .init(left: left, relation: relation, right: right, isNegated: !isNegated)
  }
}

extension Comparison: Comparable {

  static func < (l: Self, r: Self) -> Bool { l.order.lexicographicallyPrecedes(r.order) }

  /// Numbers by which comparisons can be put in some order.
  private var order: [Int] {
    let kind =
      switch relation {
      case .equal: 0
      case .less: 1
      case .lessOrEqual: 2
      }
    return left.order + right.order + [kind, isNegated ? 1 : 0]
  }

}

extension Comparison.Term {
  fileprivate var order: [Int] {
    switch entity {
    case nil: [0, 0, offset]
    case .symbol(let symbol): [1, Int(symbol.index), offset]
    case .memory(let location): [2, Int(location.index), offset]
    case .object(let object): [3, Int(object.index), offset]
    case .loan(let loan): [4, Int(loan.index), offset]
    }
  }
}
