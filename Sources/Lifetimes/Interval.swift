/// The integers from `lower` to `upper`, perhaps without zero, in which some bits are known.
public struct Interval: Hashable, Sendable, Codable {

  /// The least value; `Int.min` stands for no bound.
  public let lower: Int
  /// The greatest value; `Int.max` stands for no bound.
  public let upper: Int
  /// Whether zero is left out.
  public let excludesZero: Bool
  /// The bits that are set in each of them.
  private let ones: Int
  /// The bits that are set in none of them.
  private let zeros: Int

  /// Every integer.
  public static let all = Interval(Int.min, Int.max)
  /// Every integer that a type without a sign has.
  static let unsigned = Interval(0, Int.max)
  /// Every integer but zero.
  public static let nonzero = Interval(Int.min, Int.max, excludesZero: true)

  public init(_ lower: Int, _ upper: Int, excludesZero: Bool = false) {
    self.init(lower, upper, excludesZero: excludesZero, ones: 0, zeros: 0)
  }

  private init(_ lower: Int, _ upper: Int, excludesZero: Bool, ones: Int, zeros: Int) {
    var (low, high) = (lower, upper)
    if excludesZero && low == 0 { low = 1 }
    if excludesZero && high == 0 { high = -1 }
    self.lower = low
    self.upper = high
    self.excludesZero = excludesZero && low < 0 && high > 0
    // The bits in front of those that the bounds share with each other are the same in all.
    let differing = low ^ high
    let shared =
      differing < 0 ? 0 : differing == 0 ? ~0 : -1 << (Int.bitWidth - differing.leadingZeroBitCount)
    self.ones = ones | low & shared
    self.zeros = zeros | ~low & shared
  }

  public init(_ value: Int) { self.init(value, value) }

  /// Whether this is what a comparison with zero tells.
  var isSignTest: Bool {
    switch (lower, upper) {
    case (0, 0), (Int.min, -1), (Int.min, 0), (0, Int.max), (1, Int.max): true
    case (Int.min, Int.max): excludesZero
    default: false
    }
  }

  /// Whether no integer is in it.
  public var isEmpty: Bool { lower > upper || ones & zeros != 0 }

  /// The only integer in it, if there is exactly one.
  public var singleValue: Int? { lower == upper ? lower : nil }

  /// Whether `value` is in it.
  public func contains(_ value: Int) -> Bool {
    lower <= value && value <= upper && !(excludesZero && value == 0)
      && value & ones == ones && value & zeros == 0
  }

  /// The integers in both.
  public func intersection(_ other: Interval) -> Interval {
    .init(
      max(lower, other.lower), min(upper, other.upper),
      excludesZero: !contains(0) || !other.contains(0), ones: ones | other.ones,
      zeros: zeros | other.zeros)
  }

  /// The least interval that holds both.
  public func union(_ other: Interval) -> Interval {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return .init(
      min(lower, other.lower), max(upper, other.upper),
      excludesZero: !contains(0) && !other.contains(0), ones: ones & other.ones,
      zeros: zeros & other.zeros)
  }

  /// The differences of its integers and those of `other`.
  func minus(_ other: Interval) -> Interval {
    .init(
      lower == Int.min || other.upper == Int.max
        ? Int.min : Self.difference(lower, other.upper),
      upper == Int.max || other.lower == Int.min
        ? Int.max : Self.difference(upper, other.lower))
  }

  private static func difference(_ left: Int, _ right: Int) -> Int {
    let (result, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? (left < 0 ? Int.min : Int.max) : result
  }

  /// The sums of its integers and those of `other`.
  public func plus(_ other: Interval) -> Interval { minus(other.negated) }

  /// What `%` and a positive divisor give.
  public func remainder(by divisor: Int) -> Interval {
    .init(
      lower >= 0 ? 0 : max(lower, 1 - divisor), upper <= 0 ? 0 : min(upper, divisor - 1))
  }

  /// Its integers with the other sign.
  var negated: Interval {
    .init(
      upper == Int.max ? Int.min : 0 &- upper, lower == Int.min ? Int.max : 0 &- lower,
      excludesZero: excludesZero)
  }

  /// Whether there are integers between both, other than zero.
  func isApart(from other: Interval) -> Bool {
    let (low, high) = lower < other.lower ? (self, other) : (other, self)
    guard low.upper < high.lower, low.upper &+ 1 < high.lower else { return false }
    return low.upper &+ 2 < high.lower || low.upper != -1
  }

  /// An interval that holds both, in which what changed is given up, so that repeating the
  /// step comes to an end (Cousot and Cousot, Abstract interpretation, 1977). A lower bound stops
  /// at 1, which tells that a loop over so many things is entered, and at 0; an upper one at -1 and
  /// 0, which tells that an index is not, or not far, behind the end.
  public func widened(by other: Interval) -> Interval {
    let all = union(other)
    let hasSameBits = all.ones == ones && all.zeros == zeros
    return .init(
      all.lower < lower ? (all.lower >= 1 ? 1 : all.lower >= 0 ? 0 : Int.min) : all.lower,
      all.upper > upper ? (all.upper <= -1 ? -1 : all.upper <= 0 ? 0 : Int.max) : all.upper,
      excludesZero: !all.contains(0), ones: hasSameBits ? ones : 0,
      zeros: hasSameBits ? zeros : 0)
  }

  /// What `&` and `mask` give, if that is known.
  func masked(by mask: Int) -> Int? { (ones | zeros) & mask == mask ? ones & mask : nil }

  /// What `|` and `bits` give.
  func setting(_ bits: Int) -> Interval {
    let sum = Interval(
      Int.min, Int.max, excludesZero: bits != 0, ones: ones | bits, zeros: zeros & ~bits)
    return lower >= 0 && bits >= 0 ? sum.intersection(.init(max(lower, bits), Int.max)) : sum
  }

  /// The sums of its integers and `offset`.
  public func shifted(by offset: Int) -> Interval {
    if offset == 0 { return self }
    func add(_ bound: Int) -> Int {
      if bound == Int.min || bound == Int.max { return bound }
      let (sum, overflow) = bound.addingReportingOverflow(offset)
      return overflow ? (offset > 0 ? Int.max : Int.min) : sum
    }
    return .init(add(lower), add(upper))
  }

}
