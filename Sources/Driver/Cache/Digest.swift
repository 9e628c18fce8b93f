/// A 64-bit digest of bytes, to tell whether something changed (Fowler, Noll and Vo, FNV-1a).
struct Digest {

  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds `bytes` and their number, so that what follows cannot be taken for a part of them.
  mutating func add(_ bytes: some Collection<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    withUnsafeBytes(of: bytes.count.littleEndian) { (count) in
      for byte in count { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
  }

  /// Adds `text`.
  mutating func add(_ text: String) { add(text.utf8) }

  /// The digest as a hexadecimal number.
  var text: String { String(state, radix: 16) }

  /// Returns the digest of bytes.
  static func of(_ bytes: some Collection<UInt8>) -> String {
    var digest = Digest()
    digest.add(bytes)
    return digest.text
  }

  /// Returns the digest of some texts.
  static func of(_ texts: [String]) -> String {
    var digest = Digest()
    for text in texts { digest.add(text) }
    return digest.text
  }

}
