/// The bytes of a source file, and where its lines begin.
public struct SourceText: Sendable {

  /// The file's content, exactly as stored.
  public let bytes: [UInt8]

  /// The offset of each line's first byte.
  private let lineStarts: [Int]

  /// Creates the text of a file that holds `bytes`.
  ///
  /// A line ends at LF, CR LF or a lone CR, as compilers count them.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(offset + 1) }
    }
    self.lineStarts = starts
  }

  /// The number of lines; a file that ends in a line break has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// Returns the bytes of line `number` (counted from 1) without its line break, if it exists.
  public func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard lineStarts.indices ~= number - 1 else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start ..< end]
  }

}
