/// What a caller needs to know about a function.
///
/// Declared in a runtime's contract, or computed from the function's body. A caller cannot tell the
/// two apart, but for `isRuntime`.
public struct FunctionSummary: Hashable, Sendable, Codable {

  /// The ways in which a call can go; empty if it does not return.
  public var cases: [SummaryCase]
  public var parameters: [ParameterContract]
  /// What arguments behind the last parameter are.
  public var variadic: ParameterContract
  public var format: FormatContract?
  /// Uses that are wrong if the caller passes an interior pointer.
  public var latentUses: [LatentUse]
  /// Passings on that are wrong if the caller passes null.
  public var latentNulls: [LatentNull] = []
  /// The pointers that a call may read or keep, as they are before it.
  public var usedPaths: [UsedPath] = []
  /// Where the pointers to functions are, as the caller sees them, through which it calls: what it
  /// does depends on what a call passes there.
  public var calledPaths: [AccessPath] = []
  /// How the function reaches the runtime at all; `nil` if it does not.
  public var runtimeAccess: CallChain?
  /// Whether this is a function of the runtime itself.
  public var isRuntime: Bool
  /// Whether only generated code calls it, which is not to be judged.
  public var isTrampoline: Bool
  /// Whether it gives the same number whenever it is given the same arguments, and does nothing.
  public var isRepeatable = false
  /// Whether its result tells that the latest call that can fail did fail.
  public var tellsFailure = false
  /// Whether it can make that not be known any more.
  public var clearsFailure = false
  /// Whether a call can fail.
  public var canFail = false
  /// Whether paths of the body were put together, so that it is not known which cases there are.
  public var isInexact = false
  /// Whether nothing is known, and this is what is assumed.
  public var isDefault: Bool
  /// Whether what it is given can go to a function that was not analyzed to its end, so that nobody
  /// knows what becomes of it.
  public var losesArguments = false

  /// What is written to a file: all but the format, which only contracts have.
  private enum CodingKeys: String, CodingKey {
    case cases, parameters, variadic, latentUses, latentNulls, usedPaths, calledPaths
    case runtimeAccess
    case isRuntime, isTrampoline, tellsFailure, clearsFailure, canFail, isInexact, isDefault
    case losesArguments, isRepeatable
  }

  public init(
    cases: [SummaryCase], parameters: [ParameterContract] = [],
    variadic: ParameterContract = .init(),
    format: FormatContract? = nil, latentUses: [LatentUse] = [], runtimeAccess: CallChain? = nil,
    isRuntime: Bool = false, isTrampoline: Bool = false,
    isDefault: Bool = false
  ) {
    self.cases = cases
    self.parameters = parameters
    self.variadic = variadic
    self.format = format
    self.latentUses = latentUses
    self.runtimeAccess = runtimeAccess
    self.isRuntime = isRuntime
    self.isTrampoline = isTrampoline
    self.isDefault = isDefault
  }

  /// What the function asks of the argument at `index`.
  public func parameter(_ index: Int) -> ParameterContract {
    parameters.indices.contains(index) ? parameters[index] : variadic
  }

  /// Whether a call ends the life of the argument at `index`, on some way.
  func ends(_ index: Int) -> Bool {
    cases.contains { (way) in
      way.effects.contains {
        if case .closes(.argument(index), _) = $0 { return true }
        return false
      }
    }
  }

  /// Whether a call gives a new handle, or null if it fails.
  var failsWithNull: Bool {
    canFail
      && cases.contains { (way) in
        guard case .fresh(let made) = way.result else { return false }
        return way.fresh[made].kind == .handle && !way.fresh[made].isNull
      }
  }

  /// Whether a call ends something that it reaches through the argument at `index`, on some way.
  func endsBehind(_ index: Int) -> Bool {
    cases.contains { (way) in
      way.effects.contains {
        guard case .closes(.initial(let path), _) = $0 else { return false }
        return path.root == .argument(index)
      }
    }
  }

  /// Whether a call puts a pointer into what the argument at `index` points to, on some way.
  func putsPointers(behind index: Int) -> Bool {
    cases.contains { (way) in
      way.effects.contains {
        switch $0 {
        case .writes(let path, let value, _):
          path.root == .argument(index) && value != .null && value.isTracked
        case .copies(_, let target): target == .argument(index)
        default: false
        }
      }
    }
  }

  /// Why a call can collect, by the shortest way; `nil` if none can.
  public var collection: CallChain? {
    cases.compactMap(\.collection).min { $0.length < $1.length }
  }

  /// Gives up what the cases say of numbers, so that the summary of a recursive function settles.
  mutating func widen() {
    for index in cases.indices {
      cases[index].generalize()
      cases[index].requirements.removeAll {
        $0.operation != nil || $0.subtrahend != nil
          || $0.interval != .init(0) && $0.interval != .nonzero
      }
      if case .integer(let interval) = cases[index].result, interval.singleValue == nil {
        cases[index].result = .unknown
      }
    }
    var seen: Set<SummaryCase> = []
    cases = cases.filter { seen.insert($0).inserted }
    let used = Set(usedPaths.map(\.path.generalized)).sorted()
    usedPaths = used.map { UsedPath($0, if: .init([[]])) }
    for path in used where path.steps.isEmpty {
      guard case .argument(let index) = path.root, parameters.indices.contains(index) else {
        continue
      }
      parameters[index].isUsed = true
    }
    for index in latentUses.indices { latentUses[index].conditions = .init([[]]) }
    calledPaths = Set(calledPaths.map(\.generalized)).sorted()
    let nulls = Set(latentNulls.map(\.handle.generalized)).sorted()
    latentNulls = nulls.map { LatentNull(handle: $0, requirements: []) }
  }

}
