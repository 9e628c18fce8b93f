import Source

/// Writes parts of functions as bytes.
///
/// Numbers take seven bits of each byte, the lowest first, with their sign in the lowest bit, and
/// positions are told as distances: most take one byte.
struct PackWriter {

  private(set) var bytes: [UInt8] = []
  private(set) var tables = PackTables()
  /// The position that the next one is told from.
  var position = SourcePosition(file: "", line: 0, column: 0)

  private var strings: [String: Int] = [:]
  private var records: [String: Int] = [:]
  private var types: [Type: Int] = [:]
  private var macros: [SourceRange.MacroUse: Int] = [:]

  /// Begins something that can be read without what was written before it.
  mutating func beginElement() { position = SourcePosition(file: "", line: 0, column: 0) }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  mutating func add(_ value: Int) {
    var rest = UInt(bitPattern: (value << 1) ^ (value >> (Int.bitWidth - 1)))
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(_ text: String) {
    add(Self.index(of: text, in: &strings, &tables.strings))
  }

  mutating func add(record name: String) {
    add(Self.index(of: name, in: &records, &tables.records))
  }

  mutating func add(_ type: Type) { add(Self.index(of: type, in: &types, &tables.types)) }

  mutating func add(_ macro: SourceRange.MacroUse) {
    add(Self.index(of: macro, in: &macros, &tables.macros))
  }

  /// Returns the position of `value` in a table, to which it is added if it is new.
  private static func index<Value: Hashable>(
    of value: Value, in known: inout [Value: Int], _ table: inout [Value]
  ) -> Int {
    if let index = known[value] { return index }
    known[value] = table.count
    table.append(value)
    return table.count - 1
  }

}
