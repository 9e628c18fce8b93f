import Source

/// Reads what a `PackWriter` wrote.
///
/// - Requires: the bytes and the tables are those of one writer. Both never leave the process.
struct PackReader {

  private let bytes: [UInt8]
  private let tables: PackTables
  private var offset: Int
  /// The position that the next one is told from.
  var position = SourcePosition(file: "", line: 0, column: 0)

  init(_ bytes: [UInt8], _ tables: PackTables, from offset: Int) {
    self.bytes = bytes
    self.tables = tables
    self.offset = offset
  }

  mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func integer() -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      let next = byte()
      value |= UInt(next & 0x7f) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
  }

  mutating func string() -> String { tables.strings[integer()] }

  mutating func record() -> String { tables.records[integer()] }

  mutating func type() -> Type { tables.types[integer()] }

  mutating func macro() -> SourceRange.MacroUse { tables.macros[integer()] }

}
