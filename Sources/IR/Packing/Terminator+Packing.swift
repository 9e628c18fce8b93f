import Source

extension BasicBlock.ID: Packable {

  init(from reader: inout PackReader) { self.init(reader.integer()) }

  func pack(into writer: inout PackWriter) { writer.add(index) }

}

extension SwitchCase: Packable {

  init(from reader: inout PackReader) {
    let first = reader.integer()
    self.init(first ... reader.integer(), BasicBlock.ID(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    writer.add(values.lowerBound)
    writer.add(values.upperBound)
    target.pack(into: &writer)
  }

}

extension Terminator: Packable {

  init(from reader: inout PackReader) {
    let kind: Kind
    switch reader.byte() {
    case 0: kind = .jump(BasicBlock.ID(from: &reader))
    case 1:
      kind = .branch(
        Operand(from: &reader), nonzero: BasicBlock.ID(from: &reader),
        zero: BasicBlock.ID(from: &reader))
    case 2:
      kind = .switch(
        Operand(from: &reader), cases: [SwitchCase](from: &reader),
        default: BasicBlock.ID(from: &reader))
    case 3: kind = .anyOf([BasicBlock.ID](from: &reader))
    case 4: kind = .return(Operand?(from: &reader))
    default: kind = .unreachable
    }
    self.init(kind, at: SourceRange(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    switch kind {
    case .jump(let target):
      writer.add(byte: 0)
      target.pack(into: &writer)
    case .branch(let operand, let nonzero, let zero):
      writer.add(byte: 1)
      operand.pack(into: &writer)
      nonzero.pack(into: &writer)
      zero.pack(into: &writer)
    case .switch(let operand, let cases, let otherwise):
      writer.add(byte: 2)
      operand.pack(into: &writer)
      cases.pack(into: &writer)
      otherwise.pack(into: &writer)
    case .anyOf(let targets):
      writer.add(byte: 3)
      targets.pack(into: &writer)
    case .return(let operand):
      writer.add(byte: 4)
      operand.pack(into: &writer)
    case .unreachable: writer.add(byte: 5)
    }
    range.pack(into: &writer)
  }

}
