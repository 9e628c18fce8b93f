import IR
import Lifetimes

/// What earlier runs found out about sources that are not part of this one.
struct SummaryCache {

  /// A function of another source.
  struct Import: Sendable {
    let summary: FunctionSummary
    /// The source, and the digest of its summaries.
    let origin: CacheEntry.Stamp
  }

  /// The functions that other sources define, by name.
  let imports: [String: Import]

  private let folder: CacheFolder
  private let environment: String
  let workingDirectory: String

  /// Reads what still holds in `folder`.
  ///
  /// - Parameters:
  ///   - environment: The digest of what all summaries depend on.
  ///   - modules: The sources of this run, of which nothing is taken from the cache.
  ///   - command: Returns the digest of how a source would be parsed, if it can be told.
  init(
    _ folder: CacheFolder, environment: String, modules: [Module], workingDirectory: String,
    command: (String) -> String?
  ) {
    self.folder = folder
    self.environment = environment
    self.workingDirectory = workingDirectory
    var digests = FileDigests(workingDirectory: workingDirectory)
    let given = Set(modules.map(\.file))
    func isReadable(_ entry: CacheEntry) -> Bool {
      entry.environment == environment && entry.sources.first?.file == entry.file
        && entry.sources.allSatisfy { digests.digest(of: $0.file) == $0.digest }
    }
    let others = folder.entries(besides: given).filter(isReadable)
    // What was known of the sources of this run only tells whether what is known of others holds.
    let readable = others.isEmpty ? [] : others + folder.entries(of: given).filter(isReadable)
    let defined = Set(
      modules.flatMap(\.functions.names).filter { $0.file == nil }.map(\.name)
    )
    .union(readable.flatMap(\.functions).map(\.name))
    var valid = Self.settled(readable.filter { defined.isDisjoint(with: $0.unknown) })
    var needed = Self.needed(by: modules, among: valid)
    while let stale = needed.first(where: { $0.command != command($0.file) }) {
      valid = Self.settled(valid.filter { $0.file != stale.file })
      needed = Self.needed(by: modules, among: valid)
    }
    var imports: [String: Import] = [:]
    for entry in needed where !given.contains(entry.file) {
      let origin = CacheEntry.Stamp(file: entry.file, digest: entry.digest)
      for function in entry.functions where imports[function.name] == nil {
        imports[function.name] = Import(summary: function.summary, origin: origin)
      }
    }
    self.imports = imports
  }

  /// Returns the entries of sources that define what `modules` declare, and of those that these
  /// need in turn, by file.
  private static func needed(
    by modules: [Module], among entries: [CacheEntry]
  ) -> [CacheEntry] {
    let declared = Set(modules.flatMap(\.declarations).map(\.name.name))
    let known = Dictionary(entries.map { ($0.file, $0) }) { (first, _) in first }
    var found: [String: CacheEntry] = [:]
    var waiting = entries.filter { $0.functions.contains { declared.contains($0.name) } }
    while let entry = waiting.popLast() {
      if found.updateValue(entry, forKey: entry.file) != nil { continue }
      waiting += entry.uses.compactMap { known[$0.file] }
    }
    return found.values.sorted { $0.file < $1.file }
  }

  /// Returns those entries that were made with summaries that still hold.
  private static func settled(_ entries: [CacheEntry]) -> [CacheEntry] {
    var entries = entries
    while true {
      let digests = Dictionary(entries.map { ($0.file, $0.digest) }) { (first, _) in first }
      let rest = entries.filter { $0.uses.allSatisfy { digests[$0.file] == $0.digest } }
      if rest.count == entries.count { return rest }
      entries = rest
    }
  }

  /// The summaries as the analysis takes them.
  var summaries: [FunctionName: FunctionSummary] {
    .init(uniqueKeysWithValues: imports.map { (FunctionName($0.key), $0.value.summary) })
  }

  /// Writes what this run found out about `modules`, but for the sources `except`; returns whether
  /// that was possible. `commands` has the digests of how they were parsed, by absolute path.
  func store(
    _ modules: [Module], _ analysis: Analysis, commands: [String: String], except: Set<String>
  ) -> Bool {
    var digests = FileDigests(workingDirectory: workingDirectory)
    let index = CallIndex(modules, analysis, imports: imports)
    let entries = modules.indices.compactMap { (position) -> CacheEntry? in
      let module = modules[position]
      let path = Path.join(workingDirectory, module.file)
      guard !except.contains(module.file), let command = commands[path] else { return nil }
      let files = [module.file] + module.includedFiles.filter { !$0.hasPrefix("/usr/") }
      let sources = files.compactMap { (file) in
        digests.digest(of: file).map { CacheEntry.Stamp(file: file, digest: $0) }
      }
      guard sources.count == files.count else { return nil }
      return CacheEntry(
        environment: environment, file: module.file, command: command, sources: sources,
        uses: index.uses(of: position), unknown: index.unknown(of: position),
        digest: index.digests[position], functions: index.functions(of: position))
    }
    return folder.write(entries)
  }

}
