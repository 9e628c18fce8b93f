/// An `#include` line of a source file.
struct IncludeDirective: Hashable, Sendable {

  /// The path between the delimiters.
  let path: String
  /// Whether it stands in quotes, so that the file's own folder is searched first.
  let isQuoted: Bool
  /// The line on which it stands, counted from 1.
  let line: Int

  /// The directives of a text, whatever conditions they stand under, and whether some of them
  /// spell their path as a macro.
  static func all(in bytes: [UInt8]) -> (directives: [IncludeDirective], hasComputed: Bool) {
    var directives: [IncludeDirective] = []
    var hasComputed = false
    var lineNumber = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber += 1
      guard let operand = operand(of: line) else { continue }
      if let first = operand.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "<") {
        let close = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : first
        let path = operand.dropFirst().prefix { $0 != close }
        directives.append(
          .init(
            path: String(decoding: path, as: UTF8.self), isQuoted: close == first,
            line: lineNumber))
      } else {
        hasComputed = true
      }
    }
    return (directives, hasComputed)
  }

  /// Returns what follows `#include` on a line, if the line is such a directive.
  private static func operand(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let content = line.drop(while: isBlank)
    guard content.first == UInt8(ascii: "#") else { return nil }
    let directive = content.dropFirst().drop(while: isBlank)
    for name in ["include_next", "include", "import"] where directive.starts(with: name.utf8) {
      let operand = directive.dropFirst(name.utf8.count).drop(while: isBlank)
      return operand.isEmpty ? nil : operand
    }
    return nil
  }

}
