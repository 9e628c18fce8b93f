/// A part of a function that can be written as bytes and read back unchanged.
protocol Packable {
  /// Reads what `pack(into:)` wrote.
  init(from reader: inout PackReader)
  func pack(into writer: inout PackWriter)
}

extension Int: Packable {

  init(from reader: inout PackReader) { self = reader.integer() }

  func pack(into writer: inout PackWriter) { writer.add(self) }

}

extension Bool: Packable {

  init(from reader: inout PackReader) { self = reader.byte() != 0 }

  func pack(into writer: inout PackWriter) { writer.add(byte: self ? 1 : 0) }

}

extension String: Packable {

  init(from reader: inout PackReader) { self = reader.string() }

  func pack(into writer: inout PackWriter) { writer.add(self) }

}

extension Array: Packable where Element: Packable {

  init(from reader: inout PackReader) {
    let count = reader.integer()
    self.init()
    reserveCapacity(count)
    for _ in 0 ..< count { append(Element(from: &reader)) }
  }

  func pack(into writer: inout PackWriter) {
    writer.add(count)
    for element in self { element.pack(into: &writer) }
  }

}

extension Optional: Packable where Wrapped: Packable {

  init(from reader: inout PackReader) {
    self = reader.byte() == 0 ? nil : Wrapped(from: &reader)
  }

  func pack(into writer: inout PackWriter) {
    writer.add(byte: self == nil ? 0 : 1)
    self?.pack(into: &writer)
  }

}
