import IR
import Source

/// One way in which a call can go: what must hold before it, and what holds after it.
public struct SummaryCase: Hashable, Sendable, Codable {

  /// What must hold of a value at entry for this case to be possible.
  public struct Requirement: Hashable, Sendable, Codable, Comparable {
    public let path: AccessPath
    /// What is made of the value before it is tested; `nil` if it is tested itself.
    public let operation: Operation?
    /// The value at entry that is taken from it before it is tested; `nil` if it is tested itself.
    public let subtrahend: AccessPath?
    public let interval: Interval
    public init(
      _ path: AccessPath, after operation: Operation? = nil, less subtrahend: AccessPath? = nil,
      in interval: Interval
    ) {
      self.path = path
      self.operation = operation
      self.subtrahend = subtrahend
      self.interval = interval
    }

    public static func < (l: Self, r: Self) -> Bool {
      if l.path != r.path { return l.path < r.path }
      if l.operation != r.operation {
        return (l.operation?.key ?? []).lexicographicallyPrecedes(r.operation?.key ?? [])
      }
      guard let other = r.subtrahend else { return false }
      return l.subtrahend.map { $0 < other } ?? true
    }

    /// Whether both are about the same value.
    func isAbout(sameAs other: Requirement) -> Bool {
      path == other.path && operation == other.operation && subtrahend == other.subtrahend
    }

    /// The same with another interval.
    func with(_ interval: Interval) -> Requirement {
      .init(path, after: operation, less: subtrahend, in: interval)
    }

    /// The same of some element for each whose index only a call tells.
    var generalized: Requirement {
      .init(path.generalized, after: operation, less: subtrahend?.generalized, in: interval)
    }
  }

  /// An operation on a value plus an offset, and a constant: `flags & 4`.
  public struct Operation: Hashable, Sendable, Codable {
    public let symbol: BinaryOperator
    public let offset: Int
    public let operand: Int

    /// What operations are ordered by.
    var key: [Int] { [Int(symbol.rawValue), offset, operand] }
  }

  /// An object that the call makes.
  public struct FreshObject: Hashable, Sendable, Codable {
    public let kind: ResourceKind
    public let ownership: Ownership
    /// Whether it is the null handle if the call fails.
    public let isNullable: Bool
    /// The value whose being null makes it null, and nothing else does; if it is nullable all the
    /// same, that need not make it null.
    public let nullSource: SummaryValue?
    /// Whether it is null only if a call failed.
    public let fails: Bool
    /// Whether it is certainly null.
    public let isNull: Bool
    /// Whether its life is over already.
    public let isEnded: Bool
    /// Whether it stands for several.
    public let isSeveral: Bool
    public init(
      _ kind: ResourceKind, _ ownership: Ownership, isNullable: Bool,
      nullSource: SummaryValue? = nil, fails: Bool = true, isEnded: Bool = false,
      isNull: Bool = false, isSeveral: Bool = false
    ) {
      self.isSeveral = isSeveral
      self.fails = fails
      self.isEnded = isEnded
      self.isNull = isNull
      self.kind = kind
      self.ownership = ownership
      self.isNullable = isNullable
      self.nullSource = nullSource
    }
    /// To whom the duty to end it belongs.
    public enum Ownership: Hashable, Sendable, Codable {
      case owned
      case borrowed(BorrowReason)
      /// To the tracker that is passed as this argument (or that this argument points to).
      case tracked(SummaryValue)
    }
  }

  public var requirements: [Requirement]
  public var result: SummaryValue
  public var fresh: [FreshObject]
  /// What happens, in order.
  public var effects: [Effect]
  /// Why a collection can happen; `nil` if none can.
  public var collection: CallChain?
  /// Whether the letters of the format string have their effect.
  public var writesByFormat: Bool
  /// Whether a call inside has failed.
  var failures: FailureHistory = .possible
  /// Whether the result may be the null handle although no exception is set.
  var isNullQuiet = false

  public init(
    requirements: [Requirement] = [], result: SummaryValue = .unknown, fresh: [FreshObject] = [],
    effects: [Effect] = [], collection: CallChain? = nil, writesByFormat: Bool = false
  ) {
    self.writesByFormat = writesByFormat
    self.requirements = requirements
    self.result = result
    self.fresh = fresh
    self.effects = effects
    self.collection = collection
  }

}
