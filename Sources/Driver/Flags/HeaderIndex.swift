/// The headers of a project, by name.
struct HeaderIndex: Sendable {

  /// For each file name, the absolute paths of the files of that name, shortest first.
  private let paths: [String: [String]]

  /// Finds the headers below `root`.
  init(below root: String) {
    var paths: [String: [String]] = [:]
    var pending = [root]
    while let folder = pending.popLast() {
      for name in FileSystem.names(in: folder) {
        let path = Path.join(folder, name)
        if Language.isHeader(name) || Language(ofFile: name) != nil {
          paths[name, default: []].append(path)
        } else if !SkippedFolders.contain(name), !name.contains("."),
          FileSystem.isDirectory(path), FileSystem.resolved(path) == path
        {
          pending.append(path)
        }
      }
    }
    self.paths = paths.mapValues { (list) in
      list.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
  }

  /// Returns the folder below which `include` names a header of the project.
  ///
  /// The one nearest to `file` is taken if there are several.
  func folder(for include: String, from file: String) -> String? {
    let suffix = "/" + Path.normalized(include)
    guard !suffix.hasPrefix("/..") else { return nil }
    let candidates = (paths[Path.name(of: include)] ?? []).filter { $0.hasSuffix(suffix) }
    let components = file.split(separator: "/")
    let nearest = candidates.enumerated().max { (l, r) in
      let shared = [l, r].map { (candidate) in
        zip(candidate.element.split(separator: "/"), components).prefix { $0 == $1 }.count
      }
      return (shared[0], -l.offset) < (shared[1], -r.offset)
    }
    return nearest.map { String($0.element.dropLast(suffix.count)) }
  }

}
