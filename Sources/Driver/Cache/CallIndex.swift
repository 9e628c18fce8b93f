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
  private let summaries: [[(name: FunctionName, summary: FunctionSummary)]]
  /// The source that defines each function with external linkage.
  private let definers: [String: Int]
  private let imports: [String: SummaryCache.Import]
  private let runtimeFunctions: Set<String>

  init(_ modules: [Module], _ analysis: Analysis, imports: [String: SummaryCache.Import]) {
    self.modules = modules
    self.imports = imports
    runtimeFunctions = analysis.runtimeFunctions
    let outcomes = Dictionary(analysis.outcomes.map { ($0.name, $0) }) { (first, _) in first }
    summaries = modules.map { (module) in
      module.functions.compactMap { (function) in
        guard let outcome = outcomes[function.name], outcome.range == function.range else {
          return nil
        }
        return (function.name, outcome.summary)
      }
      .sorted { $0.name < $1.name }
    }
    digests = summaries.map(Self.digest)
    var definers: [String: Int] = [:]
    for position in modules.indices.sorted(by: { modules[$0].file < modules[$1].file }) {
      for function in modules[position].functions
      where function.name.file == nil && definers[function.name.name] == nil {
        definers[function.name.name] = position
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
    for callee in callees(of: position) {
      switch callee {
      case .indirect: others.formUnion(modules.indices)
      case .direct(let name) where name.file == nil:
        if let other = definers[name.name] {
          others.insert(other)
        } else if let found = imports[name.name] {
          imported.insert(found.origin)
        }
      case .direct: continue
      }
    }
    others.remove(position)
    imported.formUnion(others.map { .init(file: modules[$0].file, digest: digests[$0]) })
    return imported.sorted { $0.file < $1.file }
  }

  /// Returns the functions that a source calls and of which nothing is known.
  func unknown(of position: Int) -> [String] {
    let names = callees(of: position).compactMap { (callee) -> String? in
      guard case .direct(let name) = callee, name.file == nil, definers[name.name] == nil,
        imports[name.name] == nil, !runtimeFunctions.contains(name.name)
      else { return nil }
      return name.name
    }
    return Set(names).sorted()
  }

  /// Returns what the functions of a source call.
  private func callees(of position: Int) -> [Call.Callee] {
    modules[position].functions.flatMap(\.blocks).flatMap(\.instructions).compactMap {
      if case .call(let call) = $0.kind { call.callee } else { nil }
    }
  }

}
