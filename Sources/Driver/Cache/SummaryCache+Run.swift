import IR

extension SummaryCache {

  /// Opens the cache that a run uses, if it uses one.
  init?(
    _ options: Options, _ settings: Settings, contracts: [String], modules: [Module],
    resolver: FlagResolver
  ) {
    guard let folder = CacheFolder(options, settings, in: resolver.configuration) else {
      return nil
    }
    var resolver = resolver
    var known: [String: String?] = [:]
    self.init(
      folder, environment: Self.environment(options, settings, contracts),
      modules: modules, workingDirectory: options.workingDirectory
    ) { (file) in
      if let digest = known[file] { return digest }
      let bytes = try? FileSystem.contents(of: options.absolute(file))
      let command = bytes.flatMap { try? resolver.command(for: file, $0) }
      known[file] = .some(command?.digest)
      return command?.digest
    }
  }

  /// Writes what the run found out; returns whether that was possible.
  func store(_ modules: [Module], _ analysis: Analysis, _ program: ParsedProgram) -> Bool {
    let sources = Array(zip(program.plan.commands, program.outcomes)) + program.context
    let failed = sources.compactMap { $1.failure == nil ? nil : $1.module?.file }
    let unsaved = program.plan.unsavedContents.keys
    let commands = sources.map { (Path.join(workingDirectory, $0.0.file), $0.0.digest) }
    return store(
      modules, analysis, commands: Dictionary(commands) { (first, _) in first },
      except: Set(failed + unsaved).union(program.reread))
  }

  /// Returns lines that tell what the cache was good for.
  func log(isStored: Bool) -> [String] {
    let read = "cache: \(imports.count) functions of other sources are known from earlier runs"
    return isStored ? [read] : [read, "cache: it cannot be written"]
  }

  /// Returns the digest of all that summaries depend on besides the sources.
  private static func environment(
    _ options: Options, _ settings: Settings, _ contracts: [String]
  ) -> String {
    let none = "-"
    let flags =
      settings.extraArguments + [none] + settings.extraArgumentsBefore + [none]
      + settings.removedArguments + [none] + (options.compilerFlags ?? [none])
    let names = [
      settings.abi, settings.runtimeInclude, settings.compileCommands, options.python,
      options.libclang, options.resourceDirectory,
    ]
    let database = settings.compileCommands.map { (path) in
      FileSystem.isDirectory(path) ? Path.join(path, "compile_commands.json") : path
    }
    let files = contracts + [settings.configuration, database].compactMap { $0 }
    var digests = FileDigests(workingDirectory: options.workingDirectory)
    return Digest.of(
      [holdfastVersion, options.workingDirectory, settings.gcModel.rawValue]
        + flags + names.map { $0 ?? none } + files.map { digests.digest(of: $0) ?? none })
  }

}

extension CacheFolder {

  /// The folder that a run uses for a configuration, if it uses one.
  init?(_ options: Options, _ settings: Settings, in configuration: BuildConfiguration?) {
    guard options.usesCache, let root = Self.root(options, settings) else { return nil }
    self.init(root, part: configuration.map { Digest.of($0.flags) })
  }

  /// Returns where the cache is: at the top of the project, which must be marked as one.
  private static func root(_ options: Options, _ settings: Settings) -> String? {
    if let folder = options.cacheDirectory { return options.absolute(folder) }
    let name = ".holdfast_cache"
    if let file = settings.configuration { return Path.join(Path.parent(of: file), name) }
    let first = options.paths.first { $0 != "-" } ?? "."
    let path = Path.join(Path.normalized(options.absolute(first)), "x")
    let root = Project.root(of: path, workingDirectory: options.workingDirectory)
    return root.isMarked ? Path.join(root.path, name) : nil
  }

}

extension Options {
  /// What is said if the folder that was asked for cannot hold the cache.
  var cacheWarnings: [String] {
    cacheDirectory.map { ["nothing is kept for later runs: '\($0)' cannot be written"] } ?? []
  }
}

extension ParseCommand {
  /// The digest of the arguments, and of what the settings say of functions.
  fileprivate var digest: String {
    Digest.of(arguments + ["-"] + settings.functions.map { "\($0.name) = \($0.text)" })
  }
}
