/// What a source includes, directly and through other files of the project.
///
/// The scan reads texts and does not evaluate conditions: it tells what may be included, so that
/// files that cannot use a runtime need no parse, and where headers are that no flag leads to.
struct IncludeScan: Sendable {

  /// The names of the headers that are included, without folders.
  private(set) var names: Set<String> = []
  /// Folders of the project that have to be searched for quoted includes.
  private(set) var quotedFolders: [String] = []
  /// Folders of the project that have to be searched for other includes, behind the system's.
  private(set) var angledFolders: [String] = []
  /// The paths that were not found, as they are spelt; those of the system are among them.
  private(set) var missing: Set<String> = []
  /// Whether something that is quoted, or spelt as a macro, was not found.
  private(set) var isIncomplete = false

  /// The number of files that a scan reads at most.
  private static let limit = 2000

  /// The folders that flags tell to search.
  private let searchPath: [String]
  /// The names of headers that end the search: what they include is known.
  private let known: Set<String>
  /// The headers of the project.
  private let index: HeaderIndex

  /// Scans the source at `file`, an absolute path, whose text is `bytes`.
  init(
    of file: String, _ bytes: [UInt8], searchPath: [String], known: Set<String>, index: HeaderIndex
  ) {
    self.searchPath = searchPath
    self.known = known
    self.index = index
    var seen: Set<String> = [file]
    var pending = [(file, bytes)]
    while let (path, text) = pending.popLast() {
      let (directives, hasComputed) = IncludeDirective.all(in: text)
      isIncomplete = isIncomplete || hasComputed
      for directive in directives {
        let name = Path.name(of: directive.path)
        names.insert(name)
        if known.contains(name) { continue }
        guard let found = resolve(directive, from: path) else { continue }
        if seen.count < Self.limit, seen.insert(found).inserted,
          let text = try? FileSystem.contents(of: found)
        {
          pending.append((found, text))
        }
      }
    }
  }

  /// Returns the file that a directive in `file` includes, if it is one of the project's.
  private mutating func resolve(_ directive: IncludeDirective, from file: String) -> String? {
    let own = directive.isQuoted ? [Path.parent(of: file)] : []
    let folders = own + searchPath + quotedFolders + angledFolders
    for folder in folders {
      let path = Path.normalized(Path.join(folder, directive.path))
      if FileSystem.isFile(path) { return path }
    }
    guard let folder = index.folder(for: directive.path, from: file) else {
      isIncomplete = isIncomplete || directive.isQuoted
      missing.insert(directive.path)
      return nil
    }
    if directive.isQuoted { quotedFolders.append(folder) } else { angledFolders.append(folder) }
    return Path.normalized(Path.join(folder, directive.path))
  }

}
