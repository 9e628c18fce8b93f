/// Operations on the spelling of paths; none of them reads the file system.
public enum Path {

  /// Returns `path` below `base`, or `path` itself if it is absolute.
  public static func join(_ base: String, _ path: String) -> String {
    if path.hasPrefix("/") || base.isEmpty { return path }
    if path.isEmpty { return base }
    return base.hasSuffix("/") ? base + path : base + "/" + path
  }

  /// Returns `path` without `.`, `..` and repeated slashes where its spelling allows.
  public static func normalized(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == "..", let last = components.last, last != ".." {
        components.removeLast()
      } else if component != ".." || !isAbsolute {
        components.append(component)
      }
    }
    let joined = components.joined(separator: "/")
    if isAbsolute { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// Returns the folder that contains `path`.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Returns the last component of `path`.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Returns what follows the last dot of the name, in lower case, or an empty string.
  public static func suffix(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Returns the components of `path` below `base`, or `nil` if it is not below it.
  public static func relative(_ path: String, to base: String) -> String? {
    if base == "/" { return path.hasPrefix("/") ? String(path.dropFirst()) : nil }
    if path == base { return "." }
    return path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : nil
  }

  /// Returns how `path` is shown to a user in `workingDirectory`: relative when below it.
  public static func displayed(_ path: String, in workingDirectory: String) -> String {
    let path = normalized(path)
    return path.hasPrefix("/") ? relative(path, to: workingDirectory) ?? path : path
  }

  /// Returns the folder of `path`, its parent, and so on up to the root.
  ///
  /// - Requires: `path` is absolute.
  public static func ancestors(of path: String) -> [String] {
    var folders: [String] = []
    var folder = path
    while folder != "/" {
      folder = parent(of: folder)
      folders.append(folder)
    }
    return folders
  }

}
