import Dataflow
import IR
import Source

/// The analysis of one function: its states, what was seen, and what callers need to know.
struct FunctionAnalyzer {

  let function: Function
  let program: ProgramModel
  /// Returns what is known of a called function, if anything is.
  let summary: (FunctionName) -> FunctionSummary?
  /// Returns what is known of a called function if it calls these functions through pointers that
  /// it is given; `nil` if that cannot be told apart.
  let specialized: (FunctionName, FunctionBindings) -> FunctionSummary?
  /// The functions that the caller passes, where only one call is meant.
  let bindings: FunctionBindings
  /// How much work its analysis may be.
  let budget: WorkBudget
  /// How many entries the states may have together that are kept.
  let memoryBudget: WorkBudget
  /// Counts the work, also that of functions that are analyzed with it.
  let meter: WorkMeter
  /// What the meter said before.
  var start: Int
  /// How many entries the states have together that are kept for the beginnings of blocks.
  var kept = 0
  /// The part that the function plays for the runtime, if it is called by it.
  let role: RuntimeModel.MemberRole?
  /// Whether some function of the program calls it, so that escapes are judged there.
  let hasCallers: Bool

  var names: Names
  var causes = Causes()
  /// What each assumption is about.
  var assumedEntities: [CauseID: Set<Entity>] = [:]
  var log = ObservationLog()
  var latentUses: [LatentUse] = []
  /// Calls that were judged by a default, with the reason.
  var defaults: [Outcome.DefaultedCall] = []
  /// The block that is being executed.
  var executed = BasicBlock.ID(0)
  /// For each block the arrays of which elements are ended in it.
  var sweptArrays: [BasicBlock.ID: Set<LocationID>] = [:]
  /// The loops that close the elements of arrays, by their heads, once they are known.
  var sweeps: [BasicBlock.ID: Sweep] = [:]
  /// Where rules are silent because too little is known.
  var doubts: Set<Outcome.Doubt> = []
  var runtimeAccess: CallChain?
  /// Whether all calls that it makes give the same when they are made again.
  var callsOnlyRepeatable = true
  /// Whether it can make forgotten that a call failed.
  var clearsFailure = false
  /// Whether what it is given can go where nobody knows what becomes of it.
  var losesArguments = false
  /// The states at the returns, for the summary.
  var exits: [SummaryCase] = []
  /// The handle parameters that are passed where null is not allowed, without a test.
  var latentNulls: [LatentNull] = []
  /// Where pointers were at entry that may be read or kept, and on what that depends.
  var usedInitials: [LocationID: EntryConditions] = [:]
  /// Where the pointers to functions were at entry through which it calls.
  var calledPaths: Set<AccessPath> = []
  /// From which places pointers to functions were read that have names.
  var functionPlaces: [SymbolID: Place] = [:]
  let shape: FunctionShape
  /// The loops that put pointers into the elements of arrays, by their heads.
  let refills: [BasicBlock.ID: Refill]
  /// Whether the function has a variable of the runtime's types. Others are helpers in plain C, of
  /// which little needs to be known.
  let knowsRuntime: Bool
  /// For some blocks the last instruction that reads each local.
  var lastReads: [BasicBlock.ID: [Local.ID: Int]] = [:]

  init(
    _ function: Function, in program: ProgramModel, role: RuntimeModel.MemberRole?,
    hasCallers: Bool, meter: WorkMeter, bindings: FunctionBindings = .init(),
    specialized: @escaping (FunctionName, FunctionBindings) -> FunctionSummary?,
    summary: @escaping (FunctionName) -> FunctionSummary?
  ) {
    self.function = function
    self.program = program
    self.role = role
    self.hasCallers = hasCallers
    self.summary = summary
    self.specialized = specialized
    self.bindings = bindings
    self.meter = meter
    start = meter.spent
    budget = meter.limits.budget(forFunctionOf: function.size, isScarce: meter.isScarce)
    memoryBudget = WorkBudget(limit: meter.limits.entries)
    names = Names(parameterCount: function.parameterCount)
    shape = FunctionShape(function)
    refills = shape.refills(in: function) { (call, argument) in
      guard case .direct(let name) = call.callee else { return false }
      return summary(name)?.putsPointers(behind: argument) ?? false
    }
    knowsRuntime = function.locals.contains {
      let role = program.runtime.role(of: $0.type.pointee ?? $0.type)
      return role != nil && role != .object
    }
  }

  /// Whether the runtime calls the function.
  var isEntryPoint: Bool { role != nil }

  /// What the contracts say.
  var runtime: RuntimeModel { program.runtime }

  /// Adds an observation.
  mutating func observe(
    _ kind: Observation.Kind, at range: SourceRange, family: Int, origin: CauseID?,
    blame: CauseID?, steps: [CauseID], each: Bool = false
  ) {
    let observation = Observation(
      kind, at: range, in: function.name.name, steps: steps.map { causes[$0] })
    log.add(observation, key: key(family, origin, blame, range: each ? range : nil))
  }

  /// Returns what makes two observations the same mistake.
  func key(
    _ family: Int, _ origin: CauseID?, _ blame: CauseID?, range: SourceRange? = nil
  ) -> ObservationLog.Key {
    .init(
      family: family, origin: origin.map { causes.first(like: $0) },
      blame: blame.map { causes[$0].range }, range: range)
  }

  /// Returns the cause at a point, making it the first time.
  mutating func cause(
    at point: ProgramPoint, slot: Int, range: SourceRange, _ what: (FunctionAnalyzer) -> Cause.What
  ) -> CauseID {
    let key = Causes.Key(point: point, slot: slot)
    if let known = causes[key] { return known }
    return causes.add(Cause(what(self), at: range), for: key)
  }

}
