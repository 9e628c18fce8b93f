#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import IR
import Lifetimes

/// Which sources of a run need which others.
struct CallIndex {

  /// For each source the digest of the summaries of its functions.
  let digests: [String]

  private let modules: [Module]
  /// For each source the outlines of its functions.
  private let outlined: [[FunctionOutline]]
  private let summaries: [[(name: FunctionName, summary: FunctionSummary)]]
  /// The source that defines each function with external linkage.
  private let definers: [String: Int]
  private let imports: [String: SummaryCache.Import]
  private let runtimeFunctions: Set<String>

  init(_ modules: [Module], _ analysis: Analysis, imports: [String: SummaryCache.Import]) {
    self.modules = modules
    self.imports = imports
    runtimeFunctions = Set(analysis.contracts.keys)
    let outcomes = Dictionary(analysis.outcomes.map { ($0.name, $0) }) { (first, _) in first }
    summaries = modules.map { (module) in
      analysis.program.functions(in: module.file).compactMap { (name) in
        outcomes[name].map { (name, $0.summary) }
      }
      .sorted { $0.name < $1.name }
    }
    let outlines = Dictionary(
      uniqueKeysWithValues: analysis.program.functions.map { ($0.name, $0) })
    outlined = modules.map { (module) in
      analysis.program.functions(in: module.file).compactMap { outlines[$0] }
    }
    digests = summaries.map(Self.digest)
    var definers: [String: Int] = [:]
    for position in modules.indices.sorted(by: { modules[$0].file < modules[$1].file }) {
      for name in modules[position].functions.names
      where name.file == nil && definers[name.name] == nil {
        definers[name.name] = position
      }
    }
    self.definers = definers
  }

  /// Returns the digest of summaries.
  private static func digest(
    of summaries: [(name: FunctionName, summary: FunctionSummary)]
  ) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var digest = Digest()
    for (name, summary) in summaries {
      digest.add(name.name)
      if let data = try? encoder.encode(summary) { digest.add(data) }
    }
    return digest.text
  }

  /// Returns the functions of a source that others can call.
  func functions(of position: Int) -> [CacheEntry.Function] {
    summaries[position].filter { $0.name.file == nil && $0.summary.isPossible }.map {
      CacheEntry.Function(name: $0.name.name, summary: $0.summary)
    }
  }

  /// Returns the sources that a source needs: those that define what it calls, and all if it calls
  /// through a pointer.
  func uses(of position: Int) -> [CacheEntry.Stamp] {
    var others: Set<Int> = []
    var imported: Set<CacheEntry.Stamp> = []
    if outlined[position].contains(where: \.callsIndirectly) { others.formUnion(modules.indices) }
    for name in callees(of: position) where name.file == nil {
      if let other = definers[name.name] {
        others.insert(other)
      } else if let found = imports[name.name] {
        imported.insert(found.origin)
      }
    }
    others.remove(position)
    imported.formUnion(others.map { .init(file: modules[$0].file, digest: digests[$0]) })
    return imported.sorted { $0.file < $1.file }
  }

  /// Returns the functions that a source calls and of which nothing is known.
  func unknown(of position: Int) -> [String] {
    let unknown = callees(of: position).filter { (name) in
      name.file == nil && definers[name.name] == nil && imports[name.name] == nil
        && !runtimeFunctions.contains(name.name)
    }
    return unknown.map(\.name).sorted()
  }

  /// Returns the functions that those of a source call by name.
  private func callees(of position: Int) -> Set<FunctionName> {
    Set(outlined[position].flatMap(\.callees))
  }

}
