/// What a report shows of a source: the lines in which something was found.
public struct SourceExcerpt: Sendable {

  private struct Line {
    let bytes: [UInt8]
    let hash: String
  }

  private let lines: [Int: Line]

  /// Takes those of the lines `numbers`, counted from 1, that exist.
  public init(_ text: SourceText, lines numbers: some Sequence<Int>) {
    let hashes = text.lineHashes()
    var lines: [Int: Line] = [:]
    for number in numbers {
      guard let bytes = text.line(number) else { continue }
      lines[number] = Line(bytes: Array(bytes), hash: hashes[number - 1])
    }
    self.lines = lines
  }

  /// Returns the bytes of line `number` without its line break, if it was taken.
  func line(_ number: Int) -> [UInt8]? { lines[number]?.bytes }

  /// Returns the fingerprint of the text that begins with line `number`, if it was taken.
  func hash(ofLine number: Int) -> String? { lines[number]?.hash }

}
