/// Where a pointer is that a call may read or keep, as it is before the call.
public struct UsedPath: Hashable, Sendable, Codable {
  public let path: AccessPath
  public let conditions: EntryConditions
  public init(_ path: AccessPath, if conditions: EntryConditions) {
    self.path = path
    self.conditions = conditions
  }
}
