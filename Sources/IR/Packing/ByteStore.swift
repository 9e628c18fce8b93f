/// A place outside of memory for bytes that are seldom looked at.
public protocol ByteStore: Sendable {

  /// Keeps `bytes` and returns the offset at which they begin; `nil` if there is no room.
  func append(_ bytes: [UInt8]) -> Int?

  /// Returns the bytes in a range that was appended.
  func bytes(in range: Range<Int>) -> [UInt8]

}
