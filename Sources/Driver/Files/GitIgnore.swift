/// What `.gitignore` files say of the files and folders below them.
struct GitIgnore {

  /// A line of such a file.
  private struct Line {
    let pattern: GlobPattern
    /// Whether the line takes back what earlier ones say.
    let isException: Bool
    /// Whether only folders are meant.
    let isForFolders: Bool
  }

  /// The lines in each folder that was asked about, by its absolute path.
  private var lines: [String: [Line]] = [:]

  /// Whether Git ignores the file or folder at `path`, which is absolute and in no folder that Git
  /// ignores.
  ///
  /// Of several lines the last decides, and the file that is nearest.
  mutating func ignores(_ path: String, isFolder: Bool) -> Bool {
    for folder in Path.ancestors(of: path) {
      if let relative = Path.relative(path, to: folder),
        let line = lines(in: folder).last(where: {
          (isFolder || !$0.isForFolders) && $0.pattern.matchesExactly(relative)
        })
      {
        return !line.isException
      }
      if FileSystem.isEntry(Path.join(folder, ".git")) { return false }
    }
    return false
  }

  /// Returns the lines of the file in `folder`, if there is one.
  private mutating func lines(in folder: String) -> [Line] {
    if let known = lines[folder] { return known }
    let text = FileSystem.text(of: Path.join(folder, ".gitignore")) ?? ""
    let found = text.split(whereSeparator: \.isNewline).compactMap(Self.line)
    lines[folder] = found
    return found
  }

  /// Returns what a line says; `nil` if it is blank or a comment.
  private static func line(_ text: Substring) -> Line? {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.isEmpty || text.first == "#" { return nil }
    let isException = text.first == "!"
    if isException { text.removeFirst() }
    if text.first == "\\" { text.removeFirst() }
    let pattern = GlobPattern(String(text))
    return Line(pattern: pattern, isException: isException, isForFolders: text.last == "/")
  }

}
