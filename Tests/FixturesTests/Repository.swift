import Driver

/// The repository in which these tests lie.
enum Repository {

  /// The absolute path of its root.
  static let root = Path.normalized(Path.join(#filePath, "../../.."))

  /// Returns the absolute path of `path`, which is relative to the root.
  static func path(_ path: String) -> String { Path.join(root, path) }

  /// Returns the paths of the files in `folder` whose names end in one of `suffixes`, in the
  /// order of their names; all paths are relative to the root.
  static func files(in folder: String, suffixes: [String]) -> [String] {
    FileSystem.names(in: path(folder)).sorted()
      .filter { (name) in suffixes.contains { name.hasSuffix($0) } }
      .map { Path.join(folder, $0) }
  }

  /// Returns the paths of the folders in `folder`, relative to the root.
  static func folders(in folder: String) -> [String] {
    FileSystem.names(in: path(folder)).sorted().map { Path.join(folder, $0) }
      .filter { FileSystem.isDirectory(path($0)) }
  }

}
