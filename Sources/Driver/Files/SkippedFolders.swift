/// The folders that a walk over a source tree leaves out.
enum SkippedFolders {

  /// The names of such folders.
  private static let names: Set<String> = [
    ".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", "build", "dist", "node_modules",
    "site-packages", "__pycache__", ".eggs", ".build", ".holdfast_cache",
  ]

  /// Whether a folder of this name is left out.
  static func contain(_ name: String) -> Bool {
    names.contains(name) || name.hasSuffix(".egg-info")
  }

}
