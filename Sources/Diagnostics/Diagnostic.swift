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
  /// The steps that set the mistake apart from others of the same words at the same place.
  public let origins: [SourceRange]
  /// The configurations in which the mistake was found, if those are not all in which its file was
  /// analyzed; otherwise empty.
  public var configurations: [String]

  public init(
    _ message: String, at range: SourceRange, rule: String, severity: Severity,
    function: String? = nil, notes: [Note] = [], origins: [SourceRange] = [],
    configurations: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.function = function
    self.notes = notes
    self.origins = origins
    self.configurations = configurations
  }

  /// What two findings of different configurations share that are the same mistake.
  public struct Identity: Hashable, Sendable {
    let rule: String
    let range: SourceRange
    let message: String
    let origins: [SourceRange]
  }

  /// What makes the finding the same mistake as another.
  public var identity: Identity {
    Identity(rule: rule, range: range, message: message, origins: origins)
  }

  /// The message, and in which configurations alone it holds.
  public var text: String { message + remark(onlyIn: configurations) }

}

extension Diagnostic: Comparable {

  /// Source order, so that a report does not depend on the order in which it was computed.
  public static func < (l: Self, r: Self) -> Bool {
    (l.range, l.rule, l.message) < (r.range, r.rule, r.message)
  }

}
