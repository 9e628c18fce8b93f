/// What a source includes, directly and through other files of the project.
///
/// The scan reads texts and does not evaluate conditions: it tells what may be included, so that
/// files that cannot use a runtime need no parse, and where headers are that no flag leads to.
struct IncludeScan: Sendable {

  /// Something that is included and is no file that can be read to its end.
  struct Obstacle: Sendable {
    /// The path as the directive or the flag spells it.
    let spelling: String
    /// The file that includes it, and the line; `nil` for a flag.
    let place: (file: String, line: Int)?
  }

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
  /// The first device, pipe or socket that is included.
  private(set) var obstacle: Obstacle?

  /// The number of files that a scan reads at most.
  private static let limit = 2000

  /// The folders that flags tell to search.
  private let searchPath: [String]
  /// The names of headers that end the search: what they include is known.
  private let known: Set<String>
  /// The headers of the project.
  private let index: HeaderIndex
  /// The files that are still to be read, and those that were found.
  private var pending: [(file: String, text: [UInt8])]
  private var seen: Set<String>
  /// The definitions of macros in the files that were read.
  private var macros: [String: [IncludeDirective.Operand]]
  /// The directives that name a macro.
  private var waiting: [(macro: String, directive: IncludeDirective, file: String)] = []

  /// Scans the source at `file`, an absolute path, whose text is `bytes`.
  init(
    of file: String, _ bytes: [UInt8], _ flags: IncludeFlags, workingDirectory: String,
    further searchPath: [String], known: Set<String>, index: HeaderIndex
  ) {
    self.searchPath = flags.searchPath + searchPath
    self.known = known
    self.index = index
    macros = flags.macros
    seen = [file]
    pending = [(file, bytes)]
    for path in flags.forced {
      let directive = IncludeDirective(operand: .quoted(path), isSource: true, line: 0)
      follow(directive, path, isQuoted: true, from: Path.join(workingDirectory, "x"))
    }
    while let (path, text) = pending.popLast() {
      let scanner = DirectiveScanner(text)
      macros.merge(scanner.macros) { $0 + $1 }
      for directive in scanner.directives { follow(directive, directive.operand, from: path) }
      if pending.isEmpty { followMacros() }
    }
  }

  /// Follows what a directive in `file` names, be it through macros.
  private mutating func follow(
    _ directive: IncludeDirective, _ operand: IncludeDirective.Operand, from file: String
  ) {
    switch operand {
    case .quoted(let path): follow(directive, path, isQuoted: true, from: file)
    case .angled(let path): follow(directive, path, isQuoted: false, from: file)
    case .macro(let name): waiting.append((name, directive, file))
    case .computed: isIncomplete = true
    }
  }

  /// Follows the directives that name macros of which definitions were found.
  private mutating func followMacros() {
    var rest = waiting
    waiting = []
    var followed: Set<String> = []
    while let (macro, directive, file) = rest.popLast() {
      guard let operands = macros[macro] else {
        isIncomplete = true
        continue
      }
      for operand in operands {
        if case .macro(let next) = operand {
          if followed.insert(next).inserted { rest.append((next, directive, file)) }
        } else {
          follow(directive, operand, from: file)
        }
      }
    }
  }

  /// Follows a directive in `file` to the file at `spelling`, if that is one of the project's.
  private mutating func follow(
    _ directive: IncludeDirective, _ spelling: String, isQuoted: Bool, from file: String
  ) {
    let name = Path.name(of: spelling)
    let isKnown = known.contains(name)
    if directive.isSource { names.insert(name) }
    guard let found = resolve(spelling, isQuoted: isQuoted, isKnown: isKnown, from: file) else {
      return
    }
    if FileSystem.kind(of: found) == .other && found != "/dev/null" {
      obstacle =
        obstacle
        ?? .init(
          spelling: spelling, place: directive.line > 0 ? (file, directive.line) : nil)
      return
    }
    if isKnown || !directive.isSource || !seen.insert(found).inserted { return }
    guard seen.count <= Self.limit, let text = try? FileSystem.contents(of: found) else {
      isIncomplete = true
      return
    }
    pending.append((found, text))
  }

  /// Returns what `spelling` names in `file`: the first that there is along the search path, else
  /// a header of the project.
  private mutating func resolve(
    _ spelling: String, isQuoted: Bool, isKnown: Bool, from file: String
  ) -> String? {
    let own = isQuoted ? [Path.parent(of: file)] : []
    let folders = own + searchPath + quotedFolders + angledFolders
    for folder in folders {
      let path = Path.normalized(Path.join(folder, spelling))
      if let kind = FileSystem.kind(of: path), kind != .directory { return path }
    }
    if isKnown { return nil }
    guard let folder = index.folder(for: spelling, from: file) else {
      isIncomplete = isIncomplete || isQuoted
      missing.insert(spelling)
      return nil
    }
    if isQuoted { quotedFolders.append(folder) } else { angledFolders.append(folder) }
    return Path.normalized(Path.join(folder, spelling))
  }

}
