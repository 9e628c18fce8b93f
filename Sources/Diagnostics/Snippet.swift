import Source

/// A source line with a caret line below it, as compilers print them under a message.
struct Snippet {

  /// The source line with its number.
  let sourceLine: String

  /// The blank margin of the caret line.
  let margin: String

  /// The caret and what it underlines.
  let carets: String

  /// The number of cells that are shown of a longer line.
  private static let visibleWidth = 160

  /// The number of cells that are kept before the caret in a line that is cut.
  private static let context = 60

  /// Creates the snippet for `range` of `source`, unless the line does not exist.
  init?(of range: SourceRange, in source: SourceExcerpt) {
    guard let bytes = source.line(range.start.line) else { return nil }
    let line = DisplayLine(bytes[...])
    let start = line.cell(ofColumn: max(1, range.start.column))
    let end = Self.end(of: range, in: line, from: start)
    let window = Self.window(around: start, in: line)
    let isCut = window.lowerBound > 0
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    sourceLine = gutter + " | " + (isCut ? "..." : "") + line.text(in: window)
    let shift = start - window.lowerBound + (isCut ? 3 : 0)
    margin =
      String(repeating: " ", count: gutter.count) + " | " + String(repeating: " ", count: shift)
    let tail = max(0, min(end, window.upperBound) - start - 1)
    carets = "^" + String(repeating: "~", count: tail)
  }

  /// Returns the cell behind the last underlined one.
  private static func end(of range: SourceRange, in line: DisplayLine, from start: Int) -> Int {
    if range.end.file != range.start.file || range.end.line < range.start.line { return start + 1 }
    if range.end.line > range.start.line { return max(line.width, start + 1) }
    return max(line.cell(ofColumn: range.end.column), start + 1)
  }

  /// Returns the cells that are shown, so that a huge line does not flood the terminal.
  private static func window(around start: Int, in line: DisplayLine) -> Range<Int> {
    if line.width <= visibleWidth { return 0 ..< line.width }
    let lower = max(0, start - context)
    return lower ..< min(line.width, lower + visibleWidth)
  }

}
