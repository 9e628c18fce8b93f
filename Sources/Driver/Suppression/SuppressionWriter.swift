import Diagnostics

/// Writes comments into sources that ask not to report the findings that there are.
struct SuppressionWriter {

  /// How a comment is written for a line.
  private enum Form {
    /// As a comment of its own at the end of the line.
    case comment
    /// At the end of the comment that ends the line.
    case continuation
    /// On a new line above.
    case lineAbove
  }

  /// The lines of the source, with their ends.
  private var lines: [[UInt8]]
  /// The lines that end inside a comment that goes on.
  private let openLines: Set<Int>
  /// The lines that end with a comment that nothing can follow.
  private let closedLines: Set<Int>

  /// Reads the source `bytes`.
  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Array($0) + [0x0A]
    }
    lines[lines.count - 1].removeLast()
    let comments = Comment.all(in: bytes)
    openLines = Set(comments.flatMap { Array($0.lines.dropLast()) })
    closedLines = Set(comments.filter(\.isEndedByLine).map(\.lines.upperBound))
  }

  /// The source with the comments that were added.
  var bytes: [UInt8] { Array(lines.joined()) }

  /// Adds comments for findings by their lines; returns the lines for which there is no place.
  mutating func add(_ rules: [Int: Set<String>], reason: String) -> [Int] {
    var rest: [Int] = []
    // From the end, so that lines that are inserted leave the numbers of the others.
    for (line, names) in rules.sorted(by: { $0.key > $1.key }) {
      guard lines.indices.contains(line - 1), let form = form(for: line) else {
        rest.append(line)
        continue
      }
      let list =
        "[\(names.sorted().joined(separator: ", "))]" + (reason.isEmpty ? "" : " " + reason)
      switch form {
      case .comment: append(" /* holdfast: ignore\(list) */", to: line)
      case .continuation: append(" holdfast: ignore\(list)", to: line)
      case .lineAbove: insert("/* holdfast: ignore-next-line\(list) */", above: line)
      }
    }
    return rest.sorted()
  }

  /// Returns how a comment can be written for a line, if it can.
  private func form(for line: Int) -> Form? {
    if !openLines.contains(line) && !isContinued(line) {
      return closedLines.contains(line) ? .continuation : .comment
    }
    return line > 1 && (openLines.contains(line - 1) || isContinued(line - 1)) ? nil : .lineAbove
  }

  /// Whether the preprocessor puts a line together with the next one.
  private func isContinued(_ line: Int) -> Bool {
    let text = lines[line - 1].reversed().drop { $0 <= 0x20 }
    return text.first == UInt8(ascii: "\\") || text.starts(with: "/??".utf8)
  }

  /// Returns where the text of a line ends: before the line break.
  private func end(of line: Int) -> Int {
    let text = lines[line - 1]
    return text.count - text.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
  }

  private mutating func append(_ text: String, to line: Int) {
    lines[line - 1].insert(contentsOf: text.utf8, at: end(of: line))
  }

  /// Inserts a line that begins and ends like the one below it.
  private mutating func insert(_ text: String, above line: Int) {
    let below = lines[line - 1]
    let margin = below.prefix { $0 == 0x20 || $0 == 0x09 }
    lines[line - 1].insert(
      contentsOf: margin + Array(text.utf8) + below[end(of: line)...], at: 0)
  }

}
