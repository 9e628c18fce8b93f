import Diagnostics

/// Which files a run checks.
struct SourceDiscovery {

  /// The sources, as they are shown to the user, in order and without repetition.
  private(set) var files: [String] = []

  /// The paths that cannot be checked.
  private(set) var failures: [InputFailure] = []

  /// The number of files that are left out because they are the runtime's own.
  private(set) var skipped = 0

  /// The headers that were named, which are checked through the sources that include them.
  private(set) var headers: [String] = []

  /// The number of files that the user's exclusion patterns leave out.
  private(set) var excluded = 0

  /// The files that were accepted or left out before.
  private var seen: Set<String> = []

  /// Returns the configuration for files in a folder.
  private var settings: SettingsCatalog

  /// What Git ignores.
  private var gitIgnore = GitIgnore()

  /// The runtimes whose own sources are left out.
  private let packs: [Pack]

  /// Finds the sources that `options` names.
  init(options: Options, settings: SettingsCatalog, packs: [Pack]) throws(InputError) {
    self.settings = settings
    self.packs = packs
    for path in options.paths {
      try add(path, options)
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Adds what the user named `path`.
  private mutating func add(_ path: String, _ options: Options) throws(InputError) {
    if path == "-" {
      insert(options.standardInputName ?? "<stdin>.c")
      return
    }
    if path.isEmpty { throw InputError("a path is empty") }
    let shown = Path.displayed(path, in: options.workingDirectory)
    switch FileSystem.kind(of: options.absolute(path)) {
    case nil: failures.append(.init(file: path, reason: "no such file or directory"))
    case .directory:
      let before = (files.count, skipped, excluded, failures.count)
      try walk(shown, options)
      if before == (files.count, skipped, excluded, failures.count) {
        failures.append(.init(file: path, reason: "no C or C++ sources in this directory"))
      }
    case .file, .other: try addExplicit(shown, options)
    }
  }

  /// Adds a file that the user named.
  private mutating func addExplicit(_ file: String, _ options: Options) throws(InputError) {
    if options.forceExclude, try isExcluded(file, options) || isInSkippedFolder(file) {
      excluded += 1
    } else if Language.isHeader(file) {
      headers.append(file)
    } else if packs.contains(where: { $0.isRuntimeSource(file) }) {
      skipped += 1
    } else {
      insert(file)
    }
  }

  /// Adds the sources below the folder `root`.
  private mutating func walk(_ root: String, _ options: Options) throws(InputError) {
    var pending = [root]
    while let folder = pending.popLast() {
      for name in FileSystem.names(in: options.absolute(folder)) {
        let path = folder == "." ? name : Path.join(folder, name)
        let kind = FileSystem.kind(of: options.absolute(path))
        if Language(ofFile: name) != nil, kind == .file || kind == .other {
          try addWalked(path, options)
        } else if Language(ofFile: name) != nil, kind == nil, name.contains("\u{FFFD}") {
          failures.append(.init(file: path, reason: "its name is not UTF-8"))
        } else if !SkippedFolders.contain(name), kind == .directory,
          !isLink(options.absolute(path))
        {
          if try isLeftOut(path, isFolder: true, options) {
            excluded += 1
          } else {
            pending.append(path)
          }
        }
      }
    }
  }

  /// Adds a source that was found in a folder.
  private mutating func addWalked(_ file: String, _ options: Options) throws(InputError) {
    if try isLeftOut(file, isFolder: false, options) {
      excluded += 1
    } else if packs.contains(where: { $0.isRuntimeSource(file) }) {
      skipped += 1
    } else {
      insert(file)
    }
  }

  /// Whether a walk leaves `path` out: by the patterns that hold for it, or because Git does.
  private mutating func isLeftOut(
    _ path: String, isFolder: Bool, _ options: Options
  ) throws(InputError) -> Bool {
    let absolute = Path.normalized(options.absolute(path))
    let settings = try settings.settings(for: absolute)
    return settings.isExcluded(absolute) || !isFolder && !settings.isIncluded(absolute)
      || settings.respectsGitIgnore && gitIgnore.ignores(absolute, isFolder: isFolder)
  }

  /// Adds `file` unless it is known.
  private mutating func insert(_ file: String) {
    if seen.insert(file).inserted { files.append(file) }
  }

  /// Whether the patterns that hold for `file` leave it out.
  private mutating func isExcluded(_ file: String, _ options: Options) throws(InputError) -> Bool {
    try settings.settings(for: options.absolute(file)).isExcluded(
      Path.normalized(options.absolute(file)))
  }

  /// Whether a folder that walks leave out contains `file`, which is relative.
  private func isInSkippedFolder(_ file: String) -> Bool {
    !file.hasPrefix("/")
      && file.split(separator: "/").dropLast().contains {
        SkippedFolders.contain(String($0))
      }
  }

  /// Whether `folder` is a symbolic link, which a walk does not follow.
  private func isLink(_ folder: String) -> Bool {
    guard let parent = FileSystem.resolved(Path.parent(of: folder)) else { return false }
    return FileSystem.resolved(folder) != Path.join(parent, Path.name(of: folder))
  }

}
