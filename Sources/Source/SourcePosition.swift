/// A position in a source file, counted from 1 as compilers print it.
public struct SourcePosition: Hashable, Sendable, Codable {

  /// The path of the file, as the compiler was given it or found it.
  public let file: String

  /// The line, counted from 1; 0 where the position is unknown.
  public let line: Int

  /// The column in bytes, counted from 1; a tab is one byte.
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

}

extension SourcePosition: Comparable {

  public static func < (l: Self, r: Self) -> Bool {
    if l.file != r.file { return l.file.utf8.lexicographicallyPrecedes(r.file.utf8) }
    return (l.line, l.column) < (r.line, r.column)
  }

}

extension SourcePosition: CustomStringConvertible {

  public var description: String { "\(file):\(line):\(column)" }

}
