/// Where Python keeps packages and headers; found by looking, without running Python.
struct PythonInstallations: Sendable {

  /// The roots of the virtual environments that apply, best first.
  private let environments: [String]

  /// Finds the installations for a project with the folders `roots`.
  init(roots: [String], python: String?) {
    let named = python.map { Path.parent(of: Path.parent(of: Path.normalized($0))) }
    let active = FileSystem.environment("VIRTUAL_ENV")
    let local = roots.flatMap { [Path.join($0, ".venv"), Path.join($0, "venv")] }
    environments = ([named, active].compactMap { $0 } + local).filter(FileSystem.isDirectory)
  }

  /// Returns the folder `path` in the packages of the first installation that has it.
  func packageFolder(_ path: String) -> String? {
    packageFolders.map { Path.join($0, path) }.first(where: FileSystem.isDirectory)
  }

  /// The version of the package `name` beside the folder that holds its headers.
  func version(ofPackage name: String) -> String? {
    for folder in packageFolders {
      for entry in FileSystem.names(in: folder)
      where entry.hasPrefix(name + "-") && entry.hasSuffix(".dist-info") {
        return String(entry.dropFirst(name.count + 1).dropLast(".dist-info".count))
      }
    }
    return nil
  }

  /// The folders of packages, of virtual environments first.
  private var packageFolders: [String] {
    let libraries = environments.map { Path.join($0, "lib") } + ["/usr/local/lib", "/usr/lib"]
    let versioned = libraries.flatMap { (library) in
      Self.versioned(in: library).flatMap { ["\($0)/site-packages", "\($0)/dist-packages"] }
    }
    return versioned + ["/usr/lib/python3/dist-packages"]
  }

  /// Returns the folder of Python's own headers, which holds `header`.
  func headers(containing header: String) -> String? {
    var candidates: [String] = []
    for environment in environments {
      if let home = Self.home(of: environment) {
        candidates += Self.versioned(in: Path.join(Path.parent(of: home), "include"))
      }
      candidates += Self.versioned(in: Path.join(environment, "include"))
    }
    let programs = FileSystem.environment("PATH")?.split(separator: ":").map(String.init) ?? []
    let prefixes = programs.filter { FileSystem.isFile(Path.join($0, "python3")) }
      .map { Path.parent(of: $0) }
    for prefix in prefixes + ["/usr/local", "/usr"] {
      candidates += Self.versioned(in: Path.join(prefix, "include"))
    }
    return candidates.first { FileSystem.isFile(Path.join($0, header)) }
  }

  /// Returns the folder of the interpreter from which a virtual environment was made.
  private static func home(of environment: String) -> String? {
    let text = FileSystem.text(of: Path.join(environment, "pyvenv.cfg")) ?? ""
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == "home" else { continue }
      return String(parts[1].drop(while: \.isWhitespace))
    }
    return nil
  }

  /// Returns the folders `python3.X` in `folder`, newest first.
  private static func versioned(in folder: String) -> [String] {
    let versions = FileSystem.names(in: folder).compactMap { (name) -> (Int, String)? in
      guard name.hasPrefix("python3.") else { return nil }
      return Int(name.dropFirst(8).prefix { $0.isNumber }).map { ($0, name) }
    }
    return versions.sorted { $0.0 > $1.0 }.map { Path.join(folder, $0.1) }
  }

}
