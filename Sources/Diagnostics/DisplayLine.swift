/// A line of source text as a terminal shows it.
///
/// Tabs are expanded to multiples of 8, and bytes that are not UTF-8 appear as `<XX>`.
struct DisplayLine {

  /// A piece of text that occupies neighbouring cells.
  private struct Glyph {
    let text: String
    let width: Int
  }

  private var glyphs: [Glyph] = []

  /// For each byte offset, the cell at which its character begins; one more for the line's end.
  private var cells: [Int] = []

  /// Creates the display of a line without its line break.
  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var cell = 0
    while !rest.isEmpty {
      let (glyph, length) = Self.nextGlyph(of: rest, at: cell)
      cells.append(contentsOf: repeatElement(cell, count: length))
      glyphs.append(glyph)
      cell += glyph.width
      rest = rest.dropFirst(length)
    }
    cells.append(cell)
  }

  /// The number of cells of the whole line.
  var width: Int { cells[cells.count - 1] }

  /// Returns the cell at which the byte in column `column` (counted from 1) appears.
  func cell(ofColumn column: Int) -> Int {
    let offset = column - 1
    return cells.indices ~= offset ? cells[offset] : width + max(0, offset - cells.count + 1)
  }

  /// Returns the text in `window` (in cells), where glyphs that are cut off are left out.
  func text(in window: Range<Int>) -> String {
    var result = ""
    var cell = 0
    for glyph in glyphs {
      if cell >= window.lowerBound && cell + glyph.width <= window.upperBound {
        result += glyph.text
      }
      cell += glyph.width
    }
    return result
  }

  /// Returns the first glyph of `bytes`, which begins at `cell`, and its length in bytes.
  private static func nextGlyph(of bytes: ArraySlice<UInt8>, at cell: Int) -> (Glyph, length: Int) {
    let first = bytes[bytes.startIndex]
    if first == 0x09 {
      let width = 8 - cell % 8
      return (Glyph(text: String(repeating: " ", count: width), width: width), 1)
    }
    guard let (scalar, length) = decodeScalar(bytes), !isControl(scalar) else {
      return (Glyph(text: escaped(first), width: 4), 1)
    }
    return (Glyph(text: String(Character(scalar)), width: displayWidth(of: scalar)), length)
  }

  /// Returns the form in which a byte that cannot be shown is written.
  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "<" + (digits.count < 2 ? "0" : "") + digits + ">"
  }

  /// Whether a terminal would act on `scalar` instead of showing it.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F ... 0x9F).contains(scalar.value)
  }

}

/// Returns the scalar that `bytes` begins with and its length, if it is valid UTF-8.
func decodeScalar(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
  var decoder = UTF8()
  var iterator = bytes.prefix(4).makeIterator()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
  return (scalar, UTF8.width(scalar))
}

/// Returns the number of terminal cells that `scalar` occupies.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100 ... 0x115F, 0x2E80 ... 0x303E, 0x3041 ... 0xA4CF, 0xAC00 ... 0xD7A3,
    0xF900 ... 0xFAFF,
    0xFE30 ... 0xFE6F, 0xFF00 ... 0xFF60, 0xFFE0 ... 0xFFE6, 0x1F300 ... 0x1F64F,
    0x1F900 ... 0x1F9FF,
    0x20000 ... 0x3FFFD:
    return 2
  default: return 1
  }
}
