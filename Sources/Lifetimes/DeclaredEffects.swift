import Source

/// What a program declares of one of its functions, over what its body shows.
public struct DeclaredEffects: Hashable, Sendable {

  /// The parameters that it closes.
  public var closes: Set<Int> = []
  /// The parameters that it does not close, whatever its body seems to do.
  public var borrows: Set<Int> = []
  /// The parameters that it keeps beyond the call.
  public var keeps: Set<Int> = []
  /// The parameters that may be null, whatever its body does with them.
  public var nullAllowed: Set<Int> = []
  /// Whether it does not return.
  public var isNoReturn = false
  /// Whether it can collect, if that is declared.
  public var collects: Bool?
  /// Whether its result is declared.
  public var declaresResult = false
  /// What would be known if it had no body.
  public let summary: FunctionSummary

  public init(summary: FunctionSummary) { self.summary = summary }

  /// Returns the summary of the function: the declaration where it speaks, else what the body
  /// shows.
  public func applied(to computed: FunctionSummary?) -> FunctionSummary {
    guard var result = computed else { return summary }
    result.cases = isNoReturn ? [] : result.cases.map { applied(to: $0) }
    let allowed = Set(nullAllowed.map { AccessPath(.argument($0)) })
    result.latentNulls.removeAll { allowed.contains($0.handle) }
    for index in nullAllowed where result.parameters.indices.contains(index) {
      result.parameters[index].allowsNull = true
    }
    return result
  }

  private func applied(to computed: SummaryCase) -> SummaryCase {
    var result = computed
    result.effects = computed.effects.filter { (effect) in
      guard case .closes(.initial(let path), _) = effect, case .argument(let index) = path.root
      else { return true }
      return !borrows.contains(index) && !closes.contains(index)
    }
    result.effects += closes.sorted().map { .closes(.argument($0), site: nil) }
    result.effects += keeps.sorted().map { .keeps(.argument($0), site: nil) }
    switch collects {
    case true?: result.collection = summary.collection ?? computed.collection
    case false?: result.collection = nil
    case nil: break
    }
    if declaresResult, let declared = summary.cases.first, computed.result != .null {
      declareResult(declared, of: &result)
    }
    return result
  }

  /// Makes the declared result that of a case. The other objects that the case makes keep their
  /// numbers, by which effects name them.
  private func declareResult(_ declared: SummaryCase, of result: inout SummaryCase) {
    switch (declared.result, result.result) {
    case (.fresh(let index), .fresh(let made)):
      result.fresh[made] = declared.fresh[index]
    case (.fresh(let index), _):
      result.fresh.append(declared.fresh[index])
      result.result = .fresh(result.fresh.count - 1)
    case (.null, .fresh(let made)):
      result.fresh[made] = .init(
        result.fresh[made].kind, .owned, isNullable: true, isNull: true)
    default: result.result = declared.result
    }
  }

}
