import Source

/// A mistake found in the analyzed source, and the steps that lead to it.
public struct Diagnostic: Hashable, Sendable {

  /// A step on the way to the mistake, such as where the handle was closed.
  public struct Note: Hashable, Sendable {
    public let range: SourceRange
    public let message: String
    public init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// The identifier of the rule that found the mistake, such as `handle-leak`.
  public let rule: String
  public let severity: Severity
  /// Where the user must act.
  public let range: SourceRange
  /// Lower-case start, no full stop, source names in ASCII quotes.
  public let message: String
  /// The name of the function that contains the mistake; `nil` at file scope.
  public let function: String?
  /// The steps that lead to the mistake, in execution order.
  public let notes: [Note]

  public init(
    _ message: String, at range: SourceRange, rule: String, severity: Severity,
    function: String? = nil, notes: [Note] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.function = function
    self.notes = notes
  }

}

extension Diagnostic: Comparable {

  /// Source order, so that a report does not depend on the order in which it was computed.
  public static func < (l: Self, r: Self) -> Bool {
    (l.range, l.rule, l.message) < (r.range, r.rule, r.message)
  }

}
