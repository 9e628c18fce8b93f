/// The kinds of things that are obtained, owned by somebody, and ended.
public enum ResourceKind: Int, Hashable, Sendable, Codable {
  case handle, tracker, builder, token
  /// Memory from an allocator.
  case heap
}
