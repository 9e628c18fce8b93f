import Source

extension Expression: Packable {

  init(from reader: inout PackReader) {
    switch reader.byte() {
    case 0: self = .operand(Operand(from: &reader))
    case 1: self = .unary(UnaryOperator(from: &reader), Operand(from: &reader))
    case 2:
      self = .binary(
        BinaryOperator(from: &reader), Operand(from: &reader), Operand(from: &reader))
    case 3: self = .cast(Operand(from: &reader), to: reader.type())
    default: self = .zero
    }
  }

  func pack(into writer: inout PackWriter) {
    switch self {
    case .operand(let operand):
      writer.add(byte: 0)
      operand.pack(into: &writer)
    case .unary(let symbol, let operand):
      writer.add(byte: 1)
      symbol.pack(into: &writer)
      operand.pack(into: &writer)
    case .binary(let symbol, let left, let right):
      writer.add(byte: 2)
      symbol.pack(into: &writer)
      left.pack(into: &writer)
      right.pack(into: &writer)
    case .cast(let operand, let type):
      writer.add(byte: 3)
      operand.pack(into: &writer)
      writer.add(type)
    case .zero: writer.add(byte: 4)
    }
  }

}

extension Call: Packable {

  init(from reader: inout PackReader) {
    let callee: Callee =
      reader.byte() == 0
      ? .direct(FunctionName(from: &reader)) : .indirect(Operand(from: &reader))
    self.init(
      callee, arguments: [Operand](from: &reader), argumentTypes: [Type](from: &reader),
      argumentRanges: [SourceRange](from: &reader), result: Place?(from: &reader),
      resultType: reader.type())
  }

  func pack(into writer: inout PackWriter) {
    switch callee {
    case .direct(let name):
      writer.add(byte: 0)
      name.pack(into: &writer)
    case .indirect(let operand):
      writer.add(byte: 1)
      operand.pack(into: &writer)
    }
    arguments.pack(into: &writer)
    argumentTypes.pack(into: &writer)
    argumentRanges.pack(into: &writer)
    result.pack(into: &writer)
    writer.add(resultType)
  }

}

extension Instruction: Packable {

  init(from reader: inout PackReader) {
    let kind: Kind
    switch reader.byte() {
    case 0: kind = .assign(Place(from: &reader), Expression(from: &reader))
    case 1: kind = .call(Call(from: &reader))
    case 2: kind = .storageLive(Local.ID(from: &reader))
    case 3: kind = .storageDead(Local.ID(from: &reader))
    default:
      kind = .opaque(
        reason: reader.string(), reads: [Operand](from: &reader), writes: [Place](from: &reader))
    }
    self.init(kind, at: SourceRange(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    switch kind {
    case .assign(let place, let expression):
      writer.add(byte: 0)
      place.pack(into: &writer)
      expression.pack(into: &writer)
    case .call(let call):
      writer.add(byte: 1)
      call.pack(into: &writer)
    case .storageLive(let local):
      writer.add(byte: 2)
      local.pack(into: &writer)
    case .storageDead(let local):
      writer.add(byte: 3)
      local.pack(into: &writer)
    case .opaque(let reason, let reads, let writes):
      writer.add(byte: 4)
      writer.add(reason)
      reads.pack(into: &writer)
      writes.pack(into: &writer)
    }
    range.pack(into: &writer)
  }

}
