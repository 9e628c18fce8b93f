extension Type: Packable {

  init(from reader: inout PackReader) { self = reader.type() }

  func pack(into writer: inout PackWriter) { writer.add(self) }

}

extension FunctionName: Packable {

  init(from reader: inout PackReader) {
    self.init(reader.string(), file: String?(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    writer.add(name)
    file.pack(into: &writer)
  }

}

extension Local.ID: Packable {

  init(from reader: inout PackReader) { self.init(reader.integer()) }

  func pack(into writer: inout PackWriter) { writer.add(index) }

}

extension Place: Packable {

  init(from reader: inout PackReader) {
    let base: Base =
      reader.byte() == 0 ? .local(Local.ID(from: &reader)) : .global(reader.string())
    let projections = [Projection](from: &reader)
    self.init(base, projections, type: reader.type())
  }

  func pack(into writer: inout PackWriter) {
    switch base {
    case .local(let local):
      writer.add(byte: 0)
      local.pack(into: &writer)
    case .global(let name):
      writer.add(byte: 1)
      writer.add(name)
    }
    projections.pack(into: &writer)
    writer.add(type)
  }

}

extension Place.Projection: Packable {

  init(from reader: inout PackReader) {
    switch reader.byte() {
    case 0: self = .dereference
    case 1: self = .field(reader.string(), record: reader.record())
    default: self = .index(Operand(from: &reader))
    }
  }

  func pack(into writer: inout PackWriter) {
    switch self {
    case .dereference: writer.add(byte: 0)
    case .field(let name, let record):
      writer.add(byte: 1)
      writer.add(name)
      writer.add(record: record)
    case .index(let operand):
      writer.add(byte: 2)
      operand.pack(into: &writer)
    }
  }

}

extension Operand: Packable {

  init(from reader: inout PackReader) {
    switch reader.byte() {
    case 0: self = .copy(Place(from: &reader))
    case 1: self = .address(Place(from: &reader))
    case 2: self = .constant(reader.integer())
    case 3: self = .function(FunctionName(from: &reader))
    case 4: self = .string(reader.string())
    case 5: self = .floating(Double(bitPattern: UInt64(bitPattern: Int64(reader.integer()))))
    default: self = .unknown
    }
  }

  func pack(into writer: inout PackWriter) {
    switch self {
    case .copy(let place):
      writer.add(byte: 0)
      place.pack(into: &writer)
    case .address(let place):
      writer.add(byte: 1)
      place.pack(into: &writer)
    case .constant(let value):
      writer.add(byte: 2)
      writer.add(value)
    case .function(let name):
      writer.add(byte: 3)
      name.pack(into: &writer)
    case .string(let text):
      writer.add(byte: 4)
      writer.add(text)
    case .floating(let value):
      writer.add(byte: 5)
      writer.add(Int(Int64(bitPattern: value.bitPattern)))
    case .unknown: writer.add(byte: 6)
    }
  }

}
