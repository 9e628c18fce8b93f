import Source

/// An enumeration whose cases are numbered.
protocol PackableCase: Packable, RawRepresentable where RawValue == UInt8 {}

extension PackableCase {

  init(from reader: inout PackReader) {
    // `pack(into:)` wrote the number of a case.
    self = Self(rawValue: reader.byte())!
  }

  func pack(into writer: inout PackWriter) { writer.add(byte: rawValue) }

}

extension UnaryOperator: PackableCase {}
extension BinaryOperator: PackableCase {}
extension Local.Kind: PackableCase {}

extension Local: Packable {

  init(from reader: inout PackReader) {
    self.init(
      name: reader.string(), type: reader.type(), kind: Kind(from: &reader),
      range: SourceRange(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    writer.add(name)
    writer.add(type)
    kind.pack(into: &writer)
    range.pack(into: &writer)
  }

}

extension BasicBlock: Packable {

  init(from reader: inout PackReader) {
    self.init([Instruction](from: &reader), Terminator(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    instructions.pack(into: &writer)
    terminator.pack(into: &writer)
  }

}

extension Function.Gap: Packable {

  init(from reader: inout PackReader) {
    self.init(reader.string(), at: SourceRange(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    writer.add(reason)
    range.pack(into: &writer)
  }

}

extension Function: Packable {

  init(from reader: inout PackReader) {
    self.init(
      name: FunctionName(from: &reader), range: SourceRange(from: &reader),
      end: SourceRange(from: &reader), result: reader.type(), parameterCount: reader.integer(),
      isVariadic: Bool(from: &reader), locals: [Local](from: &reader),
      blocks: [BasicBlock](from: &reader), gaps: [Gap](from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    name.pack(into: &writer)
    range.pack(into: &writer)
    end.pack(into: &writer)
    writer.add(result)
    writer.add(parameterCount)
    isVariadic.pack(into: &writer)
    locals.pack(into: &writer)
    blocks.pack(into: &writer)
    gaps.pack(into: &writer)
  }

}
