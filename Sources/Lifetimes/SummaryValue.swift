import IR

/// A value as a caller of a function sees it.
public indirect enum SummaryValue: Hashable, Sendable, Codable {
  case unknown
  /// Some integer in an interval; a single value where the interval has one.
  case integer(Interval)
  /// What the path held when the function was entered.
  case initial(AccessPath)
  /// What the path held when the function was entered, plus a number.
  case sum(AccessPath, Int)
  /// For an aggregate: what every part of the path held when the function was entered.
  case whole(AccessPath)
  /// The address of the path.
  case address(AccessPath)
  /// An object that the function made: an index into `SummaryCase.fresh`.
  case fresh(Int)
  /// A pointer that is good while the handle is open, and the steps from the object's struct.
  case interior(of: SummaryValue, steps: [AccessPath.Step], isNullable: Bool)
  case function(FunctionName)

  /// The null handle, null pointer, or zero.
  public static let null = Self.integer(.init(0))

  /// A pointer of which no more is known than that it is not null.
  static let nonnull = Self.integer(.nonzero)

  /// Whether rules may judge by it, as opposed to plain numbers.
  var isTracked: Bool {
    switch self {
    case .unknown, .integer, .sum: self == .null
    case .initial, .whole, .address, .fresh, .interior, .function: true
    }
  }

  /// An argument, as it was passed.
  public static func argument(_ index: Int) -> Self { .initial(.init(.argument(index))) }
}
