/// Decides how each source is parsed: by the user's flags, a compilation database, or inference.
struct FlagResolver {

  private let options: Options
  private let packs: [Pack]
  private var settings: SettingsCatalog
  private var databases = DatabaseCatalog()
  private var projects: [String: Project] = [:]

  /// The configuration in which the sources are parsed; `nil` if there is but one.
  var configuration: BuildConfiguration?

  /// Flags that every source is parsed with.
  private let common: [String]

  init(options: Options, settings: SettingsCatalog, packs: [Pack], rules: RulesDirectory) {
    self.options = options
    let resources = options.resourceDirectory.map { ["-resource-dir", $0] } ?? []
    common = ["-idirafter", rules.include] + resources
    self.settings = settings
    self.packs = packs
  }

  /// The flags of a source before inference adds to them.
  private struct Base {
    let flags: [String]
    let origin: String
    /// Whether the user gave the flags for this run.
    let isExplicit: Bool
    /// Whether no flags were found at all.
    let isInferred: Bool
  }

  /// Returns how `file` with the text `bytes` is parsed.
  mutating func command(
    for file: String, _ bytes: [UInt8]
  ) throws(InputError) -> ParseCommand {
    let path = Path.normalized(options.absolute(file))
    let settings = try settings.settings(for: path)
    let project = project(of: path)
    let base = try base(for: path, project, settings)
    let inference = try Inference(
      file: path, bytes, base: base.flags, isExplicit: base.isExplicit,
      chosen: configuration?.flags ?? [], project: project, packs: packs, settings: settings,
      options)
    let removed = Set(settings.removedArguments)
    let language = Language(ofFile: file)?.flags ?? Language.c.flags
    let arguments =
      settings.extraArgumentsBefore + Self.missing(language, in: base.flags)
      + inference.base.filter { !removed.contains($0) }
      + (base.isInferred ? Self.roots(of: project) : []) + inference.added
      + settings.extraArguments + common
    return ParseCommand(
      file: file, arguments: arguments, origin: base.origin, use: inference.use,
      obstacle: inference.obstacle, foreignFolders: inference.foreignFolders,
      projectRoot: project.root, settings: settings)
  }

  /// Whether `file` belongs to the program in the configuration.
  mutating func isCompiled(_ file: String) throws(InputError) -> Bool {
    guard let configuration else { return true }
    return configuration.includes(try written(for: file).entries)
  }

  /// Returns the configurations in which some of `files` are compiled, if there are several: those
  /// of the settings, else those of the compilation databases.
  mutating func configurations(
    of files: [String], _ settings: Settings
  ) throws(InputError) -> [BuildConfiguration] {
    if !settings.configurations.isEmpty { return settings.configurations }
    var entries: [[[String]]] = []
    for file in files { entries.append(try written(for: file).entries) }
    var others: [[[String]]] = []
    for file in databaseFiles().sorted() { others.append(try written(for: file).entries) }
    return DatabaseConfigurations(others + entries).all.filter { (configuration) in
      entries.contains(where: configuration.includes)
    }
  }

  /// The sources of the compilation databases that were used, as the user knows them, but for
  /// those that are excluded or the runtime's own.
  mutating func databaseFiles() -> [String] {
    databases.files.filter { (path) in
      Language(ofFile: path) != nil && !packs.contains { $0.isRuntimeSource(path) }
        && (try? settings.settings(for: path).isExcluded(path)) == false
    }.map { Path.displayed($0, in: options.workingDirectory) }
  }

  /// Returns what is known about the tree that contains `path`.
  private mutating func project(of path: String) -> Project {
    let (root, isMarked) = Project.root(of: path, workingDirectory: options.workingDirectory)
    if let known = projects[root] { return known }
    let project = Project(
      root: root, isMarked: isMarked, workingDirectory: options.workingDirectory)
    projects[root] = project
    return project
  }

  /// Returns the flags that somebody wrote down for the source at `path`: those of its entry for
  /// the configuration, or of its first.
  private mutating func base(
    for path: String, _ project: Project, _ settings: Settings
  ) throws(InputError) -> Base {
    let found = try written(for: path, project, settings)
    let entries = found?.entries ?? [[]]
    let choice = configuration?.choice(among: entries) ?? .init(flags: entries[0], entry: 0)
    let several = entries.count > 1 ? ", entry \(choice.entry + 1) of \(entries.count)" : ""
    return Base(
      flags: choice.flags, origin: (found?.origin ?? "inferred") + several,
      isExplicit: options.compilerFlags != nil, isInferred: found == nil)
  }

  /// Returns the flags that somebody wrote down for `file`; none if nobody did.
  private mutating func written(for file: String) throws(InputError) -> DatabaseCatalog.Flags {
    let path = Path.normalized(options.absolute(file))
    let found = try written(for: path, project(of: path), try settings.settings(for: path))
    return found ?? .init(entries: [[]], origin: "inferred")
  }

  /// Returns the flags that somebody wrote down for the source at `path`: behind `--`, or in a
  /// compilation database.
  private mutating func written(
    for path: String, _ project: Project, _ settings: Settings
  ) throws(InputError) -> DatabaseCatalog.Flags? {
    if let flags = options.compilerFlags {
      return .init(entries: [options.permitted(flags)], origin: "flags after --")
    }
    if let database = settings.compileCommands {
      return try databases.flags(for: path, at: database)
    }
    return try databases.flags(for: path, in: project)
  }

  /// Returns the flags that select the language, without those that `flags` decide.
  private static func missing(_ language: [String], in flags: [String]) -> [String] {
    let hasLanguage = flags.contains { $0.hasPrefix("-x") }
    let hasStandard = flags.contains { $0.hasPrefix("-std=") || $0.hasPrefix("--std=") }
    return (hasLanguage ? [] : Array(language.prefix(2)))
      + (hasStandard || hasLanguage ? [] : Array(language.dropFirst(2)))
  }

  /// Returns the folders in which projects keep headers, as places for quoted includes.
  private static func roots(of project: Project) -> [String] {
    [project.root, Path.join(project.root, "include"), Path.join(project.root, "src")]
      .filter(FileSystem.isDirectory).flatMap { ["-iquote", $0] }
  }

}
