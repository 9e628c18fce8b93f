#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import IR
import Lifetimes

/// What earlier runs found out about sources that are not part of this one.
struct SummaryCache {

  /// A function of another source.
  struct Import: Sendable {
    let summary: FunctionSummary
    /// The digest of the summary.
    let digest: String
    /// The source.
    let file: String
  }

  /// The functions that other sources define, by name.
  let imports: [String: Import]

  /// The entries of sources of this run of which everything still holds. They stay as they are:
  /// they may come from a run that knew more.
  private let lasting: [String: CacheEntry]
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
    let given = Set(modules.map(\.file))
    let entries = Self.entries(in: folder, environment, besides: given, workingDirectory)
    let own = modules.flatMap(\.functions.names)
    let kept = entries.flatMap(\.functions).map(\.name)
    let defined = Set((own + kept).filter { $0.file == nil }.map(\.name))
    let declared = Set(modules.flatMap(\.declarations).map(\.name.name))
    let commands = Dictionary(entries.map { ($0.file, $0.command) }) { (first, _) in first }
    var settled = SettledFunctions(entries, defined: defined)
    var needed = settled.reached(from: declared, besides: given)
    while let stale = needed.first(where: { commands[$0.file] != command($0.file) }) {
      settled.remove(file: stale.file)
      needed = settled.reached(from: declared, besides: given)
    }
    imports = Self.imports(of: needed, from: folder)
    let lasting = entries.filter {
      given.contains($0.file) && $0.command == command($0.file) && settled.holds(all: $0.file)
    }
    self.lasting = Dictionary(lasting.map { ($0.file, $0) }) { (first, _) in first }
  }

  /// Returns the entries of which the sources are what they were, if some are about sources that
  /// are not `given`.
  private static func entries(
    in folder: CacheFolder, _ environment: String, besides given: Set<String>,
    _ workingDirectory: String
  ) -> [CacheEntry] {
    var digests = FileDigests(workingDirectory: workingDirectory)
    func isCurrent(_ entry: CacheEntry) -> Bool {
      entry.environment == environment && entry.sources.first?.file == entry.file
        && entry.sources.allSatisfy { digests.digest(of: $0.file) == $0.digest }
    }
    let others = folder.entries(besides: given).filter(isCurrent)
    // What was known of the given ones only tells whether what is known of others holds.
    return others.isEmpty ? [] : others + folder.entries(of: given).filter(isCurrent)
  }

  /// Returns the functions that have an external name, with their summaries.
  private static func imports(
    of members: [SettledFunctions.Member], from folder: CacheFolder
  ) -> [String: Import] {
    var imports: [String: Import] = [:]
    for (file, members) in Dictionary(grouping: members, by: \.file) {
      let lines = folder.summaries(of: file)
      for member in members where member.function.name.file == nil {
        let digest = member.function.digest
        imports[member.function.name.name] = lines.summary(digest).map {
          Import(summary: $0, digest: digest, file: file)
        }
      }
    }
    return imports
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
    guard folder.prepare(),
      let digests = storeSummaries(of: modules, analysis, except: except)
    else { return false }
    let index = CallIndex(analysis, digests: digests, imports: imports)
    var files = FileDigests(workingDirectory: workingDirectory)
    return modules.allSatisfy { (module) in
      guard !except.contains(module.file), lasting[module.file] == nil,
        let command = commands[Path.join(workingDirectory, module.file)]
      else { return true }
      let names = [module.file] + module.includedFiles.filter { !$0.hasPrefix("/usr/") }
      let sources = names.compactMap { (file) in
        files.digest(of: file).map { CacheEntry.Stamp(file: file, digest: $0) }
      }
      guard sources.count == names.count else { return true }
      let functions = analysis.program.functions(in: module.file).compactMap(index.function)
      return folder.write(
        CacheEntry(
          environment: environment, file: module.file, command: command, sources: sources,
          functions: functions.sorted { $0.name < $1.name }))
    }
  }

  /// Writes what callers must know of functions, and returns the digests of all summaries; `nil` if
  /// that was not possible.
  private func storeSummaries(
    of modules: [Module], _ analysis: Analysis, except: Set<String>
  ) -> [FunctionName: String]? {
    let summaries = Dictionary(analysis.outcomes.map { ($0.name, $0.summary) }) { (first, _) in
      first
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var digests: [FunctionName: String] = [:]
    for function in lasting.values.flatMap(\.functions) { digests[function.name] = function.digest }
    for module in modules where lasting[module.file] == nil {
      var lines = SummaryLines()
      for name in analysis.program.functions(in: module.file) where digests[name] == nil {
        guard let summary = summaries[name], let line = try? encoder.encode(summary) else {
          continue
        }
        digests[name] = name.file == nil ? lines.add(line) : Digest.of(line)
      }
      if except.contains(module.file) { continue }
      guard folder.write(lines, of: module.file) else { return nil }
    }
    return digests
  }

}
