/// Values kept as bytes, in memory or outside of it: one takes about a tenth of what it takes
/// unpacked, and is unpacked each time that it is asked for.
struct PackedArray<Element: Packable>: Sendable {

  private var bytes: PackedBytes
  /// Where the bytes of each element end.
  private let ends: [Int]
  private var tables: PackTables

  init(_ elements: [Element]) {
    var writer = PackWriter()
    ends = elements.map { (element) in
      writer.beginElement()
      element.pack(into: &writer)
      return writer.bytes.count
    }
    // An exact copy: the writer's array has room for more.
    bytes = .inMemory(writer.bytes.withUnsafeBufferPointer { Array($0) })
    tables = writer.tables
  }

  /// Returns the same elements, outside of memory if `store` has room for them.
  func moved(to store: any ByteStore) -> PackedArray {
    var moved = self
    moved.bytes = bytes.moved(to: store)
    return moved
  }

  /// Returns the elements with other names for some records.
  func renaming(records names: [String: String]) -> PackedArray {
    var renamed = self
    renamed.tables.records = tables.records.map { names[$0] ?? $0 }
    renamed.tables.types = tables.types.map { $0.renaming(records: names) }
    return renamed
  }

}

extension PackedArray: RandomAccessCollection {

  var startIndex: Int { 0 }

  var endIndex: Int { ends.count }

  subscript(_ position: Int) -> Element {
    let start = position == 0 ? 0 : ends[position - 1]
    var reader = bytes.reader(of: start ..< ends[position], tables)
    return Element(from: &reader)
  }

}
