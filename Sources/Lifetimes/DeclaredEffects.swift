import Source

/// What a program declares of one of its functions, over what its body shows.
public struct DeclaredEffects: Hashable, Sendable {

  /// The parameters that it closes.
  public var closes: Set<Int> = []
  /// The parameters that it does not close, whatever its body seems to do.
  public var borrows: Set<Int> = []
  /// The parameters that it keeps beyond the call.
  public var keeps: Set<Int> = []
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
    result.cases = result.cases.map { applied(to: $0) }
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
      result.result = declared.result
      result.fresh = declared.fresh
    }
    return result
  }

}
