import Source

extension SourceRange: Packable {

  /// What a range says besides its lines and columns.
  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let isInOtherFile = Flags(rawValue: 1)
    static let hasMacro = Flags(rawValue: 2)
    static let endsInOtherFile = Flags(rawValue: 4)
  }

  init(from reader: inout PackReader) {
    let flags = Flags(rawValue: reader.byte())
    let last = reader.position
    let start = SourcePosition(
      file: flags.contains(.isInOtherFile) ? reader.string() : last.file,
      line: last.line &+ reader.integer(), column: reader.integer())
    let end = SourcePosition(
      file: flags.contains(.endsInOtherFile) ? reader.string() : start.file,
      line: start.line &+ reader.integer(), column: start.column &+ reader.integer())
    reader.position = start
    self.init(start: start, end: end, macro: flags.contains(.hasMacro) ? reader.macro() : nil)
  }

  func pack(into writer: inout PackWriter) {
    let last = writer.position
    var flags: Flags = []
    if start.file != last.file { flags.insert(.isInOtherFile) }
    if end.file != start.file { flags.insert(.endsInOtherFile) }
    if macro != nil { flags.insert(.hasMacro) }
    writer.add(byte: flags.rawValue)
    if flags.contains(.isInOtherFile) { writer.add(start.file) }
    writer.add(start.line &- last.line)
    writer.add(start.column)
    if flags.contains(.endsInOtherFile) { writer.add(end.file) }
    writer.add(end.line &- start.line)
    writer.add(end.column &- start.column)
    if let macro { writer.add(macro) }
    writer.position = start
  }

}
