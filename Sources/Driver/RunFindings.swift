import Diagnostics
import IR
import OrderedCollections
import Source

/// What the programs of a run gave, put together: each thing once, with the configurations that it
/// is in, if it could be in others, too.
struct RunFindings {

  /// The programs, in the order of their configurations; there is at least one.
  let programs: [AnalyzedProgram]

  /// The findings, in source order.
  var diagnostics: [Diagnostic] {
    merged(\.diagnostics, by: \.identity) { $0.checks($1.range.start.file) }.sorted()
  }

  /// What the analysis does not vouch for.
  var ledger: Ledger {
    Ledger(
      functions: merged(\.ledger.functions, by: \.self) { $0.sees($1.file) },
      defaults: defaults,
      doubts: merged(\.ledger.doubts, by: \.self) { $0.sees($1.file) },
      skippedFiles: merged(\.ledger.skippedFiles, by: \.self) { $0.owns($1.file) })
  }

  /// The calls that were judged by default. As many calls of configurations are the same, the
  /// largest number of one counts.
  private var defaults: [Ledger.Default] {
    let numbers = programs.flatMap(\.ledger.defaults).reduce(into: [[String]: Int]()) {
      $0[$1.key] = max($0[$1.key] ?? 0, $1.count)
    }
    return merged(\.ledger.defaults, by: \.key) { (_, _) in true }.map {
      .init(
        callee: $0.callee, assumption: $0.assumption, count: numbers[$0.key] ?? $0.count,
        configurations: $0.configurations)
    }
  }

  /// The files that could not be analyzed.
  var failures: [InputFailure] {
    merged(\.failures, by: \.self) { $0.owns($1.file) }.sorted()
  }

  /// The number of files that were analyzed in all programs that contain them.
  var cleanFileCount: Int {
    Set(programs.flatMap(\.cleanFiles)).subtracting(failures.map(\.file)).count
  }

  /// The number of files that no program needed to analyze, or that are the runtime's own.
  var skippedFileCount: Int {
    let used = programs.flatMap { Array($0.inactiveLines.keys) + $0.failures.map(\.file) }
    return Set(programs.flatMap(\.skipped).map(\.file)).subtracting(used).count
      + (programs.first?.plan.leftOut ?? 0)
  }

  /// The number of functions that were analyzed.
  var functionCount: Int {
    guard programs.count > 1 else { return programs[0].outcomes.count }
    return Set(programs.flatMap { $0.outcomes.map { FunctionPlace($0.name, $0.range.start) } })
      .count
  }

  /// The sources that are checked, and that were analyzed wherever they belong.
  var judgedFiles: Set<String> {
    Set(programs.flatMap(\.plan.commands).map(\.file)).filter { (file) in
      programs.allSatisfy { (program) in
        program.inactiveLines[file] != nil || !program.failures.contains { $0.file == file }
      }
    }
  }

  /// Whether the preprocessor leaves out the line of `position` in each program that has it.
  func isInactive(_ position: SourcePosition) -> Bool {
    let lines = programs.compactMap { $0.inactiveLines[position.file] }
    return !lines.isEmpty
      && lines.allSatisfy { $0.contains { $0.contains(position.line) } }
  }

  /// Returns what the programs have as the first of them has it, each once.
  ///
  /// - Parameters:
  ///   - items: Returns what a program has.
  ///   - key: What the same thing has in all programs.
  ///   - concerns: Whether a program could have a thing.
  private func merged<Item: Configured, Key: Hashable>(
    _ items: (AnalyzedProgram) -> [Item], by key: (Item) -> Key,
    _ concerns: (AnalyzedProgram, Item) -> Bool
  ) -> [Item] {
    guard programs.count > 1 else { return programs.flatMap(items) }
    var found: OrderedDictionary<Key, (item: Item, programs: Set<Int>)> = [:]
    for (index, program) in programs.enumerated() {
      for item in items(program) {
        found[key(item), default: (item, [])].programs.insert(index)
      }
    }
    return found.values.map { (item, owners) in
      var item = item
      let isMissing = programs.indices.contains {
        !owners.contains($0) && concerns(programs[$0], item)
      }
      if isMissing {
        item.configurations = owners.sorted().compactMap { programs[$0].configuration }
      }
      return item
    }
  }

}

/// What tells functions apart.
private struct FunctionPlace: Hashable {

  let name: FunctionName
  let start: SourcePosition

  init(_ name: FunctionName, _ start: SourcePosition) {
    self.name = name
    self.start = start
  }

}

extension Ledger.Default {

  /// What the calls of one function that are judged alike have in common.
  fileprivate var key: [String] { [callee, assumption] }

}
