/// What a function asks of, and does with, one of its arguments.
public struct ParameterContract: Hashable, Sendable, Codable {
  /// The role of the parameter's type, seen through one pointer.
  public var role: TypeRole?
  /// Whether the parameter is a pointer (to a value of `role`, if there is one).
  public var isPointer: Bool
  /// Whether null is allowed.
  public var allowsNull: Bool
  /// Whether what the argument points to may be read or kept.
  public var isUsed: Bool
  /// Whether it is used after the call may have collected.
  public var isUsedLate: Bool
  /// Whether the call only writes through the pointer.
  public var isWritten: Bool
  /// Whether the call leaves what the argument points to as it was.
  public var isUnchanged: Bool
  /// The parameter that holds the number of elements, if the argument is an array.
  public var count: Int?
  /// The parameter that is null unless the array has further elements.
  public var continuation: Int?

  public init(
    role: TypeRole? = nil, isPointer: Bool = false, allowsNull: Bool = true, isUsed: Bool = true,
    isUsedLate: Bool = false, isWritten: Bool = false, isUnchanged: Bool = false,
    count: Int? = nil, continuation: Int? = nil
  ) {
    self.role = role
    self.isPointer = isPointer
    self.allowsNull = allowsNull
    self.isUsed = isUsed
    self.isUsedLate = isUsedLate
    self.isWritten = isWritten
    self.isUnchanged = isUnchanged
    self.count = count
    self.continuation = continuation
  }
}
