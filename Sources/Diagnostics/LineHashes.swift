extension SourceText {

  /// Returns for each line the fingerprint that code scanning computes from the text that begins
  /// there: a hash of the next 100 characters that are no spaces, and how often it has occurred.
  func lineHashes() -> [String] {
    let (units, starts) = significantUnits()
    let hashes = rollingHashes(of: units)
    var seen: [UInt64: Int] = [:]
    return starts.map { (start) in
      let hash = hashes[start]
      seen[hash, default: 0] += 1
      return String(hash, radix: 16) + ":\(seen[hash, default: 1])"
    }
  }

  /// Returns the UTF-16 units that count, with a closing mark, and where each line's begin.
  private func significantUnits() -> (units: [UInt16], starts: [Int]) {
    var units: [UInt16] = []
    var starts = [0]
    var afterReturn = false
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      defer { afterReturn = unit == 0x0D }
      switch unit {
      case 0x20, 0x09: continue
      case 0x0A where afterReturn: continue
      case 0x0A, 0x0D:
        units.append(0x0A)
        starts.append(units.count)
      default: units.append(unit)
      }
    }
    return (units + [0xFFFF], starts)
  }

  /// Returns for each position the polynomial hash of the 100 units that begin there, where zeros
  /// follow the last one.
  private func rollingHashes(of units: [UInt16]) -> [UInt64] {
    let window = 100
    let base: UInt64 = 37
    let highest = (1 ..< window).reduce(UInt64(1)) { (power, _) in power &* base }
    func unit(_ index: Int) -> UInt64 { index < units.count ? UInt64(units[index]) : 0 }
    var hash = (0 ..< window).reduce(UInt64(0)) { $0 &* base &+ unit($1) }
    return units.indices.map { (index) in
      defer { hash = (hash &- unit(index) &* highest) &* base &+ unit(index + window) }
      return hash
    }
  }

}
