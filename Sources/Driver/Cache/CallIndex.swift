import IR
import Lifetimes

/// Which functions of a run need which others.
struct CallIndex {

  private let analysis: Analysis
  private let imports: [String: SummaryCache.Import]
  /// The digest of the summary of each function.
  private let digests: [FunctionName: String]
  private let outlines: [FunctionOutline]

  init(
    _ analysis: Analysis, digests: [FunctionName: String], imports: [String: SummaryCache.Import]
  ) {
    self.analysis = analysis
    self.digests = digests
    self.imports = imports
    outlines = analysis.program.functions
  }

  /// Returns what a later run must know of a function, but for its summary; `nil` if it was not
  /// analyzed.
  func function(_ name: FunctionName) -> CacheEntry.Function? {
    guard let digest = digests[name], let index = analysis.callGraph.index(of: name) else {
      return nil
    }
    let known = analysis.callGraph.callees[index].compactMap { (callee) in
      digests[outlines[callee].name].map {
        CacheEntry.Use(function: outlines[callee].name, digest: $0)
      }
    }
    let others = Set(outlines[index].callees + outlines[index].mentioned)
      .filter { $0.file == nil && analysis.callGraph.index(of: $0) == nil }
    let imported = others.compactMap { (name) in
      imports[name.name].map { CacheEntry.Use(function: name, digest: $0.digest) }
    }
    let unknown = others.map(\.name).filter {
      imports[$0] == nil && analysis.contracts[$0] == nil
    }
    return CacheEntry.Function(
      name: name, digest: digest,
      uses: (known + imported).sorted { $0.function < $1.function }, unknown: unknown.sorted())
  }

}
