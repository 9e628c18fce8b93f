import Source

/// A use of a pointer parameter that is wrong if the pointer is an interior one.
public struct LatentUse: Hashable, Sendable, Codable {
  /// The pointer that is used, as the caller sees it.
  public let pointer: AccessPath
  /// Where it is used.
  public let use: SourceRange
  /// The name of the parameter.
  public let subject: String
  /// The function that contains the use.
  public let function: String
  /// What happened before: the collecting call, and why it can collect.
  public let collection: CallChain
  /// The position of the collecting call.
  public let collectionRange: SourceRange

  public init(
    pointer: AccessPath, use: SourceRange, subject: String, function: String,
    collection: CallChain, collectionRange: SourceRange
  ) {
    self.pointer = pointer
    self.use = use
    self.subject = subject
    self.function = function
    self.collection = collection
    self.collectionRange = collectionRange
  }
}
