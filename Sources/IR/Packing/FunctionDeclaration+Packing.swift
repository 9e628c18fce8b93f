import Source

extension FunctionDeclaration.Parameter: Packable {

  init(from reader: inout PackReader) {
    self.init(name: reader.string(), type: reader.type(), annotations: [String](from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    writer.add(name)
    writer.add(type)
    annotations.pack(into: &writer)
  }

}

extension FunctionDeclaration: Packable {

  init(from reader: inout PackReader) {
    self.init(
      name: FunctionName(from: &reader), result: reader.type(),
      parameters: [Parameter](from: &reader), isVariadic: Bool(from: &reader),
      isNoReturn: Bool(from: &reader), isDefined: Bool(from: &reader),
      annotations: [String](from: &reader), range: SourceRange(from: &reader))
  }

  func pack(into writer: inout PackWriter) {
    name.pack(into: &writer)
    writer.add(result)
    parameters.pack(into: &writer)
    isVariadic.pack(into: &writer)
    isNoReturn.pack(into: &writer)
    isDefined.pack(into: &writer)
    annotations.pack(into: &writer)
    range.pack(into: &writer)
  }

}
