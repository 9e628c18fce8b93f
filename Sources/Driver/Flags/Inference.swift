/// What a source needs to be parsed besides the flags that were found for it.
struct Inference {

  /// The flags that were found, with the runtime's interface as it is to be.
  private(set) var base: [String]
  /// Macros and folders to add.
  private(set) var added: [String] = []
  /// The folders of headers that are not the user's.
  private(set) var foreignFolders: [String] = []
  /// The flags that set the configuration apart.
  private let chosen: [String]
  /// The runtimes whose legacy interface the source uses.
  private let legacyPacks: Set<String>
  /// Whether the source uses a runtime.
  private(set) var use: ParseCommand.RuntimeUse = .none
  /// What the source includes that cannot be read.
  let obstacle: IncludeScan.Obstacle?

  /// Infers the flags of the source at `file`, an absolute path, whose text is `bytes`.
  init(
    file: String, _ bytes: [UInt8], base: [String], isExplicit: Bool, chosen: [String],
    project: Project, packs: [Pack], settings: Settings, _ options: Options
  ) throws(InputError) {
    self.base = base
    self.chosen = chosen
    let flags = IncludeFlags(
      settings.extraArgumentsBefore + base + settings.extraArguments,
      workingDirectory: options.workingDirectory)
    let folders = flags.searchPath
    let scan = IncludeScan(
      of: file, bytes, flags, workingDirectory: options.workingDirectory,
      further: Self.roots(of: project),
      known: Set(packs.flatMap { $0.markerHeaders + $0.legacyHeaders }), index: project.index)
    obstacle = scan.obstacle
    let installations = PythonInstallations(
      roots: project.roots, python: options.python)
    legacyPacks = Self.legacyPacks(packs, scan, bytes)
    var isUser = false
    for pack in packs where !scan.names.isDisjoint(with: pack.markerHeaders) {
      isUser = true
      try selectInterface(of: pack, isExplicit: isExplicit, settings)
      addHeaders(of: pack, scan, folders, project, installations, settings)
    }
    use = isUser ? .likely : Self.use(bytes, packs, scan)
    added = scan.quotedFolders.flatMap { ["-iquote", $0] } + added
    added += scan.angledFolders.flatMap { ["-idirafter", $0] }
    if use == .unknown || use == .possible {
      for pack in packs { try selectInterface(of: pack, isExplicit: isExplicit, settings) }
      for pack in packs { addHeaders(of: pack, scan, folders, project, installations, settings) }
    }
  }

  /// Returns whether a source that includes none of the known headers may use a runtime.
  private static func use(
    _ bytes: [UInt8], _ packs: [Pack], _ scan: IncludeScan
  ) -> ParseCommand.RuntimeUse {
    if !scan.isIncomplete && scan.missing.isEmpty { return .none }
    let text = String(decoding: bytes, as: UTF8.self)
    let hasTrace = packs.contains { $0.traces.contains { text.contains($0) } }
    return hasTrace ? (scan.isIncomplete ? .unknown : .possible) : .none
  }

  /// Returns the names of the runtimes whose legacy interface a source uses.
  private static func legacyPacks(
    _ packs: [Pack], _ scan: IncludeScan, _ bytes: [UInt8]
  ) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    return Set(
      packs.filter { (pack) in
        !scan.names.isDisjoint(with: pack.legacyHeaders)
          || pack.legacyTraces.contains { text.contains($0) }
      }.map(\.name))
  }

  /// Returns the folders in which projects keep headers.
  private static func roots(of project: Project) -> [String] {
    [project.root, Path.join(project.root, "include"), Path.join(project.root, "src")]
  }

  /// Makes the flags select one of the runtime's interfaces.
  ///
  /// What a compilation database selects is replaced, because calls are easier to see where they
  /// are not inlined; what the user asked for, what legacy code needs, and what a configuration is
  /// about, is left.
  private mutating func selectInterface(
    of pack: Pack, isExplicit: Bool, _ settings: Settings
  ) throws(InputError) {
    let usesLegacy = legacyPacks.contains(pack.name)
    let selected = pack.interfaceDefines.flatMap { ["-D\($0)", "-D\($0)=1"] }
    let isSelected = base.contains(where: selected.contains)
    let name = settings.abi ?? (usesLegacy ? pack.legacyInterface : pack.defaultInterface)
    guard let interface = pack.interfaces[name] else {
      let suggestion = Spelling.suggestion(for: name, among: pack.interfaces.keys)
      throw InputError("\(pack.name) has no ABI named '\(name)'\(suggestion)")
    }
    for macro in pack.defines where !base.contains(where: { $0.hasPrefix("-D" + macro) }) {
      added.append("-D" + macro)
    }
    if base.contains(where: { selected.contains($0) && chosen.contains($0) }) {
      base.removeAll { selected.contains($0) && !chosen.contains($0) }
      return
    }
    if isSelected && settings.abi == nil && (isExplicit || usesLegacy) { return }
    base.removeAll(where: selected.contains)
    added += interface.defines.map { "-D" + $0 }
  }

  /// Adds the folders of the runtime's headers and of those that it needs.
  private mutating func addHeaders(
    of pack: Pack, _ scan: IncludeScan, _ folders: [String], _ project: Project,
    _ installations: PythonInstallations, _ settings: Settings
  ) {
    func isFound(_ headers: [String]) -> Bool {
      headers.contains { (header) in
        folders.contains { FileSystem.isFile(Path.join($0, header)) }
      }
    }
    if settings.runtimeInclude != nil || !isFound(pack.markerHeaders) {
      let folder = pack.headers(
        project: project, installations, requested: settings.runtimeInclude)
      added += ["-I" + folder]
    }
    foreignFolders += folders.filter { (folder) in
      pack.legacyHeaders.contains { FileSystem.isFile(Path.join(folder, $0)) }
    }
    let needsLegacy = pack.interfaces.values.contains { (interface) in
      interface.needsLegacyHeaders
        && interface.defines.contains { base.contains("-D" + $0) || added.contains("-D" + $0) }
    }
    if legacyPacks.contains(pack.name) || needsLegacy, !isFound(pack.legacyHeaders),
      let folder = pack.legacyHeaders.lazy.compactMap(installations.headers(containing:)).first
    {
      added += ["-I" + folder]
      foreignFolders.append(folder)
    }
    for companion in pack.companionIncludes {
      guard let folder = installations.packageFolder(companion) else { continue }
      if scan.missing.contains(where: { FileSystem.isFile(Path.join(folder, $0)) }) {
        added += ["-I" + folder]
        foreignFolders.append(folder)
        break
      }
    }
  }

}

extension Pack {

  /// Returns the folder of the runtime's headers: the requested one, the project's own, that of an
  /// installed package, else the stand-ins of the pack.
  func headers(
    project: Project, _ installations: PythonInstallations, requested: String?
  ) -> String {
    if let requested { return requested }
    let own = project.roots.flatMap { (root) in packageIncludes.map { Path.join(root, $0) } }
    let installed = packageIncludes.compactMap(installations.packageFolder)
    let holdsMarker = { (folder: String) in
      self.markerHeaders.contains { FileSystem.isFile(Path.join(folder, $0)) }
    }
    return (own + installed).first(where: holdsMarker) ?? include
  }

}
