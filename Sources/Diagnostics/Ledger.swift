/// What a run does not vouch for: functions analyzed in part or not at all, and calls judged by
/// default.
public struct Ledger: Hashable, Sendable {

  /// A function that was not analyzed completely.
  public struct Entry: Hashable, Sendable, Comparable {

    /// The name of the function.
    public let function: String
    /// The file that holds the function's body.
    public let file: String
    /// The line to look at; 0 if none.
    public let line: Int
    /// Why the function is named here.
    public let reason: String

    public init(function: String, file: String, line: Int, reason: String) {
      self.function = function
      self.file = file
      self.line = line
      self.reason = reason
    }

    public static func < (l: Self, r: Self) -> Bool {
      (l.file, l.line, l.function, l.reason) < (r.file, r.line, r.function, r.reason)
    }

  }

  /// Calls whose effects nothing in the program or the contracts tells.
  public struct Default: Hashable, Sendable, Comparable {

    /// The callee as the user knows it.
    public let callee: String
    /// What was assumed.
    public let assumption: String
    /// The number of calls that were judged so.
    public let count: Int

    public init(callee: String, assumption: String, count: Int) {
      self.callee = callee
      self.assumption = assumption
      self.count = count
    }

    public static func < (l: Self, r: Self) -> Bool {
      (l.callee, l.assumption, l.count) < (r.callee, r.assumption, r.count)
    }

  }

  /// The functions that were not analyzed completely, in source order.
  public let functions: [Entry]

  /// The calls judged by default, ordered by callee.
  public let defaults: [Default]

  public init(functions: [Entry] = [], defaults: [Default] = []) {
    self.functions = functions.sorted()
    self.defaults = defaults.sorted()
  }

  /// The number of functions that have at least one entry.
  public var functionCount: Int { Set(functions.map { [$0.file, $0.function] }).count }

}
