/// The compilation databases of the trees that are checked.
struct DatabaseCatalog: Sendable {

  /// The databases that were read, by path; `nil` for paths without one.
  private var databases: [String: CompilationDatabase?] = [:]

  /// What was found for a file.
  struct Flags: Sendable {
    /// The flags of each entry; there is at least one.
    let entries: [[String]]
    let origin: String
  }

  /// The sources that the databases name.
  var files: [String] { databases.values.flatMap { $0?.files ?? [] } }

  /// Returns the flags for `file`, an absolute path, from the database at `path` or in it.
  mutating func flags(for file: String, at path: String) throws(InputError) -> Flags? {
    let name = "compile_commands.json"
    let database = FileSystem.isDirectory(path) ? Path.join(path, name) : path
    return try flags(for: file, in: database, isRequired: true)
  }

  /// Returns the flags for `file` from the nearest database or `compile_flags.txt` of its project.
  mutating func flags(for file: String, in project: Project) throws(InputError) -> Flags? {
    let folders = Path.ancestors(of: file).filter {
      !project.isMarked || Path.relative($0, to: project.root) != nil
    }
    for folder in folders + Self.buildFolders(of: project.root) {
      let path = Path.join(folder, "compile_commands.json")
      if let found = try flags(for: file, in: path, isRequired: false) { return found }
    }
    for folder in folders {
      let path = Path.join(folder, "compile_flags.txt")
      if FileSystem.kind(of: path) == nil { continue }
      let flags = try FileSystem.requiredText(of: path).split(whereSeparator: \.isNewline).map {
        String($0.drop(while: \.isWhitespace))
      }
      return Flags(
        entries: [CompilerArguments.relevant(in: flags, relativeTo: folder)], origin: path)
    }
    return nil
  }

  /// Returns the flags for `file` in the database at `path`.
  private mutating func flags(
    for file: String, in path: String, isRequired: Bool
  ) throws(InputError) -> Flags? {
    if databases[path] == nil {
      let exists = isRequired || FileSystem.kind(of: path) != nil
      databases[path] = exists ? try CompilationDatabase(at: path) : .some(nil)
    }
    guard let database = databases[path] ?? nil, let found = database.command(for: file) else {
      return nil
    }
    return Flags(
      entries: found.entries,
      origin: found.file == file ? path : "\(path), entry of \(found.file)")
  }

  /// Returns the folders in which build systems leave databases.
  private static func buildFolders(of root: String) -> [String] {
    let builds = FileSystem.names(in: root).filter { $0.hasPrefix("build") }
      .map { Path.join(root, $0) }.filter(FileSystem.isDirectory)
    let editable = builds.flatMap { (build) in
      FileSystem.names(in: build).filter { $0.hasPrefix("cp3") }.map { Path.join(build, $0) }
    }
    let skbuild = Path.join(root, "_skbuild")
    return builds + editable
      + FileSystem.names(in: skbuild).map { "\(skbuild)/\($0)/cmake-build" }
  }

}
