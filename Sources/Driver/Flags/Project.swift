/// The source tree to which a file belongs.
struct Project: Sendable {

  /// The folder at the top of the tree.
  let root: String
  /// The headers in it.
  let index: HeaderIndex
  /// Whether the top was told by a file that marks projects.
  let isMarked: Bool

  /// The folders in which packages may be: this project's, then those of
  /// the repository and the run that it is part of.
  let roots: [String]

  /// Finds the headers of the project at `root`.
  init(root: String, isMarked: Bool, workingDirectory: String) {
    self.root = root
    self.isMarked = isMarked
    index = HeaderIndex(below: root)
    let outer = [repositoryRoot(of: root), workingDirectory].filter {
      $0 != root && Path.relative(root, to: $0) != nil
    }
    roots = [root] + outer
  }

  /// The names of files that stand at the top of a project.
  private static let markers = [
    "pyproject.toml", "setup.py", "setup.cfg", ".git", ".hg", "holdfast.toml", ".holdfast.toml",
  ]

  /// Returns the top of the tree that contains `file`, an absolute path.
  static func root(of file: String, workingDirectory: String) -> (path: String, isMarked: Bool) {
    let home = FileSystem.environment("HOME")
    for folder in Path.ancestors(of: file) where folder != "/" && folder != home {
      if markers.contains(where: { FileSystem.kind(of: Path.join(folder, $0)) != nil }) {
        return (folder, true)
      }
    }
    let isBelow = Path.relative(file, to: workingDirectory) != nil
    let isOwnTree = workingDirectory != "/" && workingDirectory != home
    return (isBelow && isOwnTree ? workingDirectory : Path.parent(of: file), false)
  }

}
