import Dispatch
import Graphs
import IR

/// The analysis of a whole program: callees before callers, recursion by fixed point.
public struct ProgramAnalysis: Sendable {

  /// How often the functions of a cycle are analyzed before their summaries are taken as they are.
  static let maximumRounds = 12

  /// After this many rounds what a summary says of numbers is widened, so that it comes to rest.
  static let exactRounds = 3

  private let program: Program
  private let callGraph: CallGraph
  private let models: [ProgramModel]
  private let runtime: RuntimeModel
  /// How many functions are analyzed at once.
  private let jobs: Int
  private let listsStates: Bool
  /// Summaries of functions that have no body in the program.
  private let imported: [FunctionName: FunctionSummary]

  public init(
    _ program: Program, runtime: RuntimeModel, collectionModel: CollectionModel = .normal,
    imported: [FunctionName: FunctionSummary] = [:], jobs: Int = 1, listingStates: Bool = false
  ) {
    self.program = program
    self.imported = imported
    self.runtime = runtime
    self.jobs = max(1, jobs)
    listsStates = listingStates
    let targets = FunctionTargets(of: program)
    callGraph = CallGraph(of: program, targets: targets)
    let entryPoints = entryPoints(of: program, runtime)
    models = program.records.map {
      ProgramModel(
        runtime: runtime, records: $0, globals: program.globals,
        collectionModel: collectionModel, targets: targets, declaredTypes: program.declaredTypes,
        entryPoints: entryPoints)
    }
  }

  /// Analyzes the program.
  public func run() -> ProgramOutcome {
    var outcomes: [Outcome?] = Array(repeating: nil, count: program.functions.count)
    var summaries: [FunctionSummary?] = Array(repeating: nil, count: program.functions.count)
    let special = (0 ..< jobs).map { (_) in SpecializedSummaries() }
    for level in callGraph.levels {
      for (index, outcome) in analyze(level, summaries, special).joined() {
        outcomes[index] = outcome
        summaries[index] = outcome.summary
      }
    }
    let nothing = FunctionSummary(cases: [])
    let tables = ReferenceTables(
      program: program, runtime: runtime, summaries: summaries.map { $0 ?? nothing })
    return ProgramOutcome(
      functions: outcomes.compactMap { $0 }, observations: tables.observations(),
      callGraph: callGraph)
  }

  /// Analyzes components that do not call each other; `known` has the summaries of all callees, and
  /// `special` for each job what was found out about calls that pass functions.
  private func analyze(
    _ components: [[Int]], _ known: [FunctionSummary?], _ special: [SpecializedSummaries]
  ) -> [[(Int, Outcome)]] {
    if jobs == 1 || components.count < 4 {
      return components.map { analyze($0, known, special[0]) }
    }
    let count = components.count
    var results: [[(Int, Outcome)]] = Array(repeating: [], count: count)
    results.withUnsafeMutableBufferPointer { (buffer) in
      nonisolated(unsafe) let slots = buffer
      nonisolated(unsafe) let special = special
      let jobs = jobs
      DispatchQueue.concurrentPerform(iterations: jobs) { (job) in
        for index in stride(from: job, to: count, by: jobs) {
          slots[index] = analyze(components[index], known, special[job])
        }
      }
    }
    return results
  }

  /// Analyzes the functions of one component until their summaries no longer change.
  private func analyze(
    _ component: [Int], _ known: [FunctionSummary?], _ special: SpecializedSummaries
  ) -> [(Int, Outcome)] {
    let members = component.filter { !isTrampoline(program.functions[$0]) }
    let isRecursive = component.count > 1 || callGraph.callees[component[0]].contains(component[0])
    if !isRecursive { return members.map { ($0, analyze($0, known, [:], special)) } }
    var outcomes: [Int: Outcome] = [:]
    var assumed: [Int: FunctionSummary] = [:]
    for index in members { assumed[index] = FunctionSummary(cases: []) }
    let callers = callers(among: members)
    var stale = Set(members)
    let ordered = calleesFirst(members)
    for round in 1 ... Self.maximumRounds where !stale.isEmpty {
      for index in ordered where stale.remove(index) != nil {
        var outcome = analyze(index, known, assumed, special)
        if let old = assumed[index] {
          outcome.summary.continue(from: old, widening: round > Self.exactRounds)
        }
        if round > 2 { outcome.summary.widen() }
        if outcome.summary != assumed[index] {
          if round == Self.maximumRounds {
            outcome.limits.append("recursion: its summary did not settle")
          }
          stale.formUnion(callers[index] ?? [])
        }
        assumed[index] = outcome.summary
        outcomes[index] = outcome
      }
    }
    return outcomes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Returns for each function of a cycle those of them that call it.
  private func callers(among members: [Int]) -> [Int: [Int]] {
    var callers: [Int: [Int]] = [:]
    for caller in members {
      for callee in callGraph.callees[caller] { callers[callee, default: []].append(caller) }
    }
    return callers
  }

  /// Returns the functions of a cycle in an order in which most come after those that they call.
  private func calleesFirst(_ members: [Int]) -> [Int] {
    var positions: [Int: Int] = [:]
    for (position, member) in members.enumerated() { positions[member] = position }
    let order = reversePostorder(count: members.count, from: 0) { (position) in
      callGraph.callees[members[position]].compactMap { positions[$0] }
    }
    let found = Set(order)
    return order.reversed().map { members[$0] }
      + members.indices.filter { !found.contains($0) }.map { members[$0] }
  }

  /// Analyzes a function; `assumed` has the summaries of those that are analyzed with it.
  private func analyze(
    _ index: Int, _ known: [FunctionSummary?], _ assumed: [Int: FunctionSummary],
    _ special: SpecializedSummaries
  ) -> Outcome {
    let function = program.body(at: index)
    var analyzer = analyzer(of: index, function, known, assumed, special)
    var outcome = analyzer.run(listingStates: listsStates)
    if let declared = program.declared[function.name] {
      outcome.observations += broken(declared, outcome.summary, function)
    }
    return outcome
  }

  private func analyzer(
    of index: Int, _ function: Function, _ known: [FunctionSummary?],
    _ assumed: [Int: FunctionSummary], _ special: SpecializedSummaries,
    bindings: FunctionBindings = .init()
  ) -> FunctionAnalyzer {
    let model = models[program.module(at: index)]
    return FunctionAnalyzer(
      function, in: model, role: model.entryPoints[function.name],
      hasCallers: callGraph.isCalled[index], bindings: bindings
    ) { (name, bindings) in
      guard let index = callGraph.index(of: name), assumed[index] == nil else { return nil }
      return specialized(index, bindings, known, special)
    } summary: { (name) in
      let index = callGraph.index(of: name)
      let computed = index.map { assumed[$0] ?? known[$0] } ?? imported[name]
      if index != nil, computed == nil { special.noteMissing() }
      guard let declared = program.declared[name] else { return computed }
      return declared.applied(to: computed ?? runtime.summaries[name.name])
    }
  }

  /// Returns what is known of a function if it is passed certain functions to call.
  private func specialized(
    _ index: Int, _ bindings: FunctionBindings, _ known: [FunctionSummary?],
    _ special: SpecializedSummaries
  ) -> FunctionSummary? {
    if isTrampoline(program.functions[index]) { return nil }
    let summary = special.summary(for: .init(function: index, bindings: bindings)) {
      var analyzer = analyzer(
        of: index, program.body(at: index), known, [:], special, bindings: bindings)
      return analyzer.run().summary
    }
    guard let declared = program.declared[program.functions[index].name] else { return summary }
    return summary.map { declared.applied(to: $0) }
  }

  /// Whether a function is generated code, known by what it calls or writes.
  private func isTrampoline(_ function: FunctionOutline) -> Bool {
    function.callees.contains { runtime.summaries[$0.name]?.isTrampoline == true }
      || function.writtenGlobals.contains { runtime.generatedVariables.contains($0) }
  }

}
