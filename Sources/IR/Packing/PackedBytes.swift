/// Bytes of which a part is looked at from time to time.
enum PackedBytes: Sendable {

  case inMemory([UInt8])
  /// In a store, from an offset on.
  case stored(any ByteStore, offset: Int)

  /// Returns the same bytes, outside of memory if `store` has room for them.
  func moved(to store: any ByteStore) -> PackedBytes {
    guard case .inMemory(let bytes) = self, let offset = store.append(bytes) else { return self }
    return .stored(store, offset: offset)
  }

  /// Returns a reader of the part that `range` tells, whose end it does not watch.
  func reader(of range: Range<Int>, _ tables: PackTables) -> PackReader {
    switch self {
    case .inMemory(let bytes):
      PackReader(bytes, tables, from: range.lowerBound)
    case .stored(let store, let offset):
      PackReader(
        store.bytes(in: offset + range.lowerBound ..< offset + range.upperBound), tables, from: 0)
    }
  }

}
