extension Diagnostic {

  /// A name of the finding that survives edits elsewhere in the file: no line or column is in it.
  ///
  /// Two findings of one report may have the same fingerprint.
  public var fingerprint: String {
    let parts = [rule, range.start.file, function ?? "", message] + notes.map(\.message)
    let text = parts.joined(separator: "\u{0}")
    return hexadecimal(fnv1a(text.utf8, seed: 0xcbf2_9ce4_8422_2325))
      + hexadecimal(fnv1a(text.utf8, seed: 0x9e37_79b9_7f4a_7c15))
  }

}

/// Returns the FNV-1a hash of `bytes`, started with `seed`.
func fnv1a(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
  bytes.reduce(seed) { (hash, byte) in (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}

/// Returns `value` as 16 hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// Returns for each fingerprint of `diagnostics` how many equal ones precede it.
func occurrences(of diagnostics: [Diagnostic]) -> [Int] {
  var seen: [String: Int] = [:]
  return diagnostics.map { (diagnostic) in
    let count = seen[diagnostic.fingerprint, default: 0]
    seen[diagnostic.fingerprint] = count + 1
    return count
  }
}
