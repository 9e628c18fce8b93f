import Diagnostics
import IR

/// Adds to a program the sources that define what it uses.
///
/// Only the sources that name what is missing are parsed, and of those only the ones are taken that
/// define it: so that what a program is does not depend on what else lies beside it.
struct ProgramCompletion {

  /// What parses a source as a part of the program.
  typealias Parse = @Sendable (ParseCommand) -> SourceParser.Outcome

  /// The sources that were added, in the order of their paths.
  var added: [(command: ParseCommand, outcome: SourceParser.Outcome)] {
    joined.sorted { $0.command.file < $1.command.file }
  }
  /// The sources that seem to define something that is missing, and cannot be parsed.
  private(set) var failures: [Ledger.SkippedFile] = []

  private let parse: Parse
  /// Returns what is in a source, if it can be read.
  private let text: @Sendable (String) -> [UInt8]?
  private let jobs: Int
  /// What the contracts describe.
  private let described: Set<String>
  private var defined: Set<String> = []
  private var used: Set<String> = []
  private var joined: [(command: ParseCommand, outcome: SourceParser.Outcome)] = []

  /// A source that may define something.
  private struct Candidate {
    let file: String
    /// How it is parsed, once that is needed.
    var command: ParseCommand?
    /// What came of parsing it.
    var outcome: SourceParser.Outcome?
    var names: ModuleNames?
    var isJoined = false
  }

  /// Begins with the sources `modules`.
  init(
    _ modules: [Module], described: Set<String>, jobs: Int, parse: @escaping Parse,
    text: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.parse = parse
    self.text = text
    self.jobs = jobs
    self.described = described
    for module in modules { add(ModuleNames(of: module)) }
  }

  private mutating func add(_ names: ModuleNames) {
    defined.formUnion(names.defined)
    used.formUnion(names.used)
  }

  /// Adds those of the sources `files` that define what is missing, until nothing is; what is in
  /// `known` is not missing. `command` tells how a source is parsed; it is asked for few of them.
  mutating func add(
    from files: [String], sign: NameSearch.Sign, known: Set<String> = [],
    command: (String) -> ParseCommand?
  ) {
    var candidates = files.map { Candidate(file: $0) }
    var before: Set<String> = []
    while !candidates.isEmpty {
      let missing = used.subtracting(defined).subtracting(described).subtracting(known)
      let news = missing.subtracting(before)
      if news.isEmpty { return }
      before.formUnion(news)
      find(&candidates, NameSearch(for: news, sign: sign), command)
      parse(&candidates)
      join(&candidates, missing)
    }
  }

  /// Decides how the candidates are parsed in which `search` finds something.
  private func find(
    _ candidates: inout [Candidate], _ search: NameSearch, _ command: (String) -> ParseCommand?
  ) {
    let waiting = candidates.indices.filter { candidates[$0].command == nil }
    let text = text
    let isFound = parallelMap(waiting.map { candidates[$0].file }, jobs: jobs) { (file) in
      text(file).map { search.isSuccessful(in: $0) } ?? false
    }
    for (index, isFound) in zip(waiting, isFound) where isFound {
      candidates[index].command = command(candidates[index].file)
    }
  }

  /// Parses the candidates that were found and not parsed.
  private mutating func parse(_ candidates: inout [Candidate]) {
    let waiting = candidates.indices.filter {
      candidates[$0].command != nil && candidates[$0].outcome == nil
    }
    let outcomes = parallelMap(waiting.compactMap { candidates[$0].command }, jobs: jobs, parse)
    for (index, outcome) in zip(waiting, outcomes) {
      candidates[index].outcome = outcome
      candidates[index].names = outcome.module.map { ModuleNames(of: $0) }
      if case .failed(let failure) = outcome {
        failures.append(
          .init(file: failure.file, reason: "no part of the program: \(failure.reason)"))
      }
    }
  }

  /// Adds the candidates that define one of the names `missing`.
  private mutating func join(_ candidates: inout [Candidate], _ missing: Set<String>) {
    for index in candidates.indices where !candidates[index].isJoined {
      guard let names = candidates[index].names, let outcome = candidates[index].outcome,
        let command = candidates[index].command, !names.defined.isDisjoint(with: missing)
      else { continue }
      candidates[index].isJoined = true
      joined.append((command, outcome))
      add(names)
    }
  }

}
