import Source

/// A use of a pointer that a caller passed which is wrong if the pointer is an interior one.
public struct LatentUse: Hashable, Sendable, Codable {

  /// Why the pointer is not good any more when it is used.
  public enum Reason: Hashable, Sendable, Codable {
    /// A call collected, because of this.
    case collected(CallChain)
    /// The handle in this place was closed by a call of the function: wrong if the pointer is from
    /// that handle.
    case ended(AccessPath, name: Designation, by: CallChain.Link)
  }

  /// The pointer that is used, as the caller sees it.
  public let pointer: AccessPath
  /// Where it is used.
  public let use: SourceRange
  /// What the source calls it there.
  public let subject: Designation
  /// The function that contains the use.
  public let function: String
  /// What happened before.
  public let reason: Reason
  /// Where that happened.
  public let reasonRange: SourceRange
  /// On what it depends whether the use is reached.
  public var conditions: EntryConditions

  public init(
    pointer: AccessPath, use: SourceRange, subject: Designation, function: String, reason: Reason,
    reasonRange: SourceRange, conditions: EntryConditions
  ) {
    self.pointer = pointer
    self.use = use
    self.subject = subject
    self.function = function
    self.reason = reason
    self.reasonRange = reasonRange
    self.conditions = conditions
  }

}
