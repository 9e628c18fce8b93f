import Dispatch
import Graphs
import IR

/// The analysis of a whole program: callees before callers, recursion by fixed point.
public struct ProgramAnalysis: Sendable {

  /// How often the functions of a cycle are analyzed before their summaries are taken as they are.
  static let maximumRounds = 12

  /// After this many rounds what a summary says of numbers is widened, so that it comes to rest.
  static let exactRounds = 3

  /// So many components are analyzed with the same knowledge of how much work there was before:
  /// it must not depend on how many are analyzed at a time.
  private static let componentsAtOnce = 128

  private let program: Program
  private let callGraph: CallGraph
  private let models: [ProgramModel]
  private let runtime: RuntimeModel
  /// How many functions are analyzed at once.
  private let jobs: Int
  private let listsStates: Bool
  private let limits: WorkLimits
  /// Summaries of functions that have no body in the program.
  private let imported: [FunctionName: FunctionSummary]

  public init(
    _ program: Program, runtime: RuntimeModel, collectionModel: CollectionModel = .normal,
    imported: [FunctionName: FunctionSummary] = [:], jobs: Int = 1, listingStates: Bool = false,
    limits: WorkLimits = .init()
  ) {
    self.program = program
    self.imported = imported
    self.runtime = runtime
    self.jobs = max(1, jobs)
    listsStates = listingStates
    self.limits = limits
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
    let budget = limits.budget(forProgramOf: program.functions.reduce(0) { $0 + $1.size })
    var spent = 0
    for level in callGraph.levels {
      for start in stride(from: 0, to: level.count, by: Self.componentsAtOnce) {
        let components = Array(level[start...].prefix(Self.componentsAtOnce))
        let isScarce = budget.stage(after: spent) == .exhausted
        for result in analyze(components, summaries, isScarce: isScarce) {
          spent += result.work
          for (index, outcome) in result.outcomes {
            outcomes[index] = outcome
            summaries[index] = outcome.summary
          }
        }
      }
    }
    let nothing = FunctionSummary(cases: [])
    let tables = ReferenceTables(
      program: program, runtime: runtime, summaries: summaries.map { $0 ?? nothing })
    return ProgramOutcome(
      functions: outcomes.compactMap { $0 }, observations: tables.observations(),
      callGraph: callGraph)
  }

  /// Analyzes components that do not call each other; `known` has the summaries of all callees.
  private func analyze(
    _ components: [[Int]], _ known: [FunctionSummary?], isScarce: Bool
  ) -> [ComponentOutcome] {
    if jobs == 1 || components.count < 4 {
      return components.map { analyze($0, known, isScarce: isScarce) }
    }
    let count = components.count
    var results = Array(repeating: ComponentOutcome(), count: count)
    results.withUnsafeMutableBufferPointer { (buffer) in
      nonisolated(unsafe) let slots = buffer
      let jobs = jobs
      DispatchQueue.concurrentPerform(iterations: jobs) { (job) in
        for index in stride(from: job, to: count, by: jobs) {
          slots[index] = analyze(components[index], known, isScarce: isScarce)
        }
      }
    }
    return results
  }

  /// Analyzes the functions of one component.
  private func analyze(
    _ component: [Int], _ known: [FunctionSummary?], isScarce: Bool
  ) -> ComponentOutcome {
    let members = component.filter { !isTrampoline(program.functions[$0]) }
    let size = members.reduce(0) { $0 + program.functions[$1].size }
    if component.count > 1 || callGraph.callees[component[0]].contains(component[0]) {
      let meter = WorkMeter(ring: size, limits, isScarce: isScarce)
      return analyzeRing(members, ComponentContext(known: known, meter: meter))
    }
    let meter = WorkMeter(function: size, limits, isScarce: isScarce)
    let context = ComponentContext(known: known, meter: meter)
    let outcomes = members.map { ($0, analyze($0, context)) }
    return ComponentOutcome(outcomes: outcomes, work: meter.spent)
  }

  /// Analyzes functions that call each other until their summaries no longer change.
  private func analyzeRing(_ members: [Int], _ context: ComponentContext) -> ComponentOutcome {
    var context = context
    var outcomes: [Int: Outcome] = [:]
    for index in members { context.assumed[index] = FunctionSummary(cases: []) }
    let callers = callers(among: members)
    var stale = Set(members)
    let ordered = calleesFirst(members)
    for round in 1 ... Self.maximumRounds where !stale.isEmpty {
      for index in ordered where stale.remove(index) != nil {
        var outcome = analyze(index, context)
        if context.meter.stage == .exhausted { return analyzeOpened(ordered, context) }
        if let old = context.assumed[index] {
          outcome.summary.continue(from: old, widening: round > Self.exactRounds)
        }
        if round > 2 { outcome.summary.widen() }
        if outcome.summary != context.assumed[index] {
          if round == Self.maximumRounds {
            outcome.limits.append("recursion: its summary did not settle")
          }
          stale.formUnion(callers[index] ?? [])
        }
        context.assumed[index] = outcome.summary
        outcomes[index] = outcome
      }
    }
    return ComponentOutcome(
      outcomes: outcomes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      work: context.meter.spent)
  }

  /// Analyzes functions that call each other once, where it would be too much work to do so until
  /// nothing changes: of those that come later as little is known as of unfinished ones.
  private func analyzeOpened(
    _ ordered: [Int], _ context: ComponentContext
  ) -> ComponentOutcome {
    var assumed = context.assumed
    for index in ordered {
      assumed[index] = FunctionSummary(
        unfinishedWith: assumed[index]?.collection, runtimeAccess: assumed[index]?.runtimeAccess)
    }
    var result = ComponentOutcome(outcomes: [], work: context.meter.spent)
    for index in ordered {
      let meter = WorkMeter(
        function: program.functions[index].size, limits, isScarce: context.meter.isScarce)
      var outcome = analyze(
        index, ComponentContext(known: context.known, assumed: assumed, meter: meter))
      outcome.limits.append("recursion: it was too much work to find out what its callees do")
      assumed[index] = outcome.summary
      result.outcomes.append((index, outcome))
      result.work += meter.spent
    }
    result.outcomes.sort { $0.0 < $1.0 }
    return result
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

  /// Analyzes a function.
  private func analyze(_ index: Int, _ context: ComponentContext) -> Outcome {
    let function = program.body(at: index)
    var analyzer = analyzer(of: index, function, context)
    var outcome = analyzer.run(listingStates: listsStates)
    if let declared = program.declared[function.name] {
      outcome.observations += broken(declared, outcome.summary, function)
    }
    return outcome
  }

  private func analyzer(
    of index: Int, _ function: Function, _ context: ComponentContext,
    bindings: FunctionBindings = .init()
  ) -> FunctionAnalyzer {
    let model = models[program.module(at: index)]
    return FunctionAnalyzer(
      function, in: model, role: model.entryPoints[function.name],
      hasCallers: callGraph.isCalled[index], meter: context.meter, bindings: bindings
    ) { (name, bindings) in
      guard let index = callGraph.index(of: name), context.assumed[index] == nil else { return nil }
      return specialized(index, bindings, context)
    } summary: { (name) in
      let index = callGraph.index(of: name)
      let computed = index.map { context.assumed[$0] ?? context.known[$0] } ?? imported[name]
      if index != nil, computed == nil { context.special.noteMissing() }
      guard let declared = program.declared[name] else { return computed }
      return declared.applied(to: computed ?? runtime.summaries[name.name])
    }
  }

  /// Returns what is known of a function if it is passed certain functions to call.
  private func specialized(
    _ index: Int, _ bindings: FunctionBindings, _ context: ComponentContext
  ) -> FunctionSummary? {
    if isTrampoline(program.functions[index]) { return nil }
    let summary = context.special.summary(for: .init(function: index, bindings: bindings)) {
      var context = context
      context.assumed = [:]
      var analyzer = analyzer(of: index, program.body(at: index), context, bindings: bindings)
      let outcome = analyzer.run()
      return analyzer.isExhausted ? nil : outcome.summary
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
