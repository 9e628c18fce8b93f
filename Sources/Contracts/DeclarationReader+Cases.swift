import IR
import Lifetimes
import Source

extension DeclarationReader {

  /// The ways in which a call can go: for functions that write through pointers, success and
  /// failure apart, since what is written depends on it.
  func cases() throws(ContractError) -> [SummaryCase] {
    if declaration.isNoReturn || annotations.has("noreturn") { return [] }
    var success = SummaryCase(collection: try collection())
    var failure = success
    try addResult(to: &success)
    try addEffects(to: &success, &failure)
    if success.result.isPassed {
      let successes = try continued(success)
      if annotations.arguments(of: "fails") != "null" { return successes }
      failure.result = .null
      return successes + [failure]
    }
    let yielded = try yieldedInterval()
    if success.result == .unknown, let yielded { success.result = .integer(yielded) }
    guard let failing = failingInterval, writesThroughPointers else { return [success] }
    success.writesByFormat = true
    if case .fresh(0) = success.result {
      let first = success.fresh[0]
      success.fresh[0] = .init(first.kind, first.ownership, isNullable: false)
      failure.fresh = [.init(first.kind, first.ownership, isNullable: true, isNull: true)]
      failure.result = .fresh(0)
    } else {
      success.result = .integer(succeedingInterval.intersection(yielded ?? .all))
      failure.result = .integer(failing.intersection(yielded ?? .all))
    }
    return [success, failure]
  }

  /// The ways to succeed of a function that returns (a place in) its argument: if that is null, it
  /// makes memory of its own, or goes on in what it was given by an earlier call.
  private func continued(_ success: SummaryCase) throws(ContractError) -> [SummaryCase] {
    let words = annotations.words(of: "returns")
    guard words.first == "grown" || words.first == "within" && words.count > 2 else {
      return [success]
    }
    let start = AccessPath(.argument(try position(of: words[1])))
    var (first, next) = (success, success)
    first.requirements.append(.init(start, in: .nonzero))
    next.requirements.append(.init(start, in: .init(0)))
    if words.first == "grown" {
      next.fresh.append(.init(.heap, .owned, isNullable: true))
      next.result = .fresh(0)
    } else {
      next.result = .initial(.init(.argument(try position(of: words[2])), [.dereference]))
    }
    next.effects.removeAll()
    return [first, next]
  }

  /// Whether some parameter is a pointer through which a successful call writes.
  private var writesThroughPointers: Bool {
    parameters.contains { $0.has("out") || $0.has("inout") || $0.has("format-out") }
  }

  /// The results that tell failure.
  private var failingInterval: Interval? {
    switch annotations.arguments(of: "fails") {
    case "null", "zero": .init(0)
    case "negative": .init(Int.min, -1)
    case "nonzero": .nonzero
    default: conventionalFailure
    }
  }

  /// What tells failure in a program that does not say: a negative number.
  private var conventionalFailure: Interval? {
    guard !isRuntime, case .integer(_, true) = declaration.result.unaliased else { return nil }
    return .init(Int.min, -1)
  }

  /// The results that tell success.
  private var succeedingInterval: Interval {
    switch annotations.arguments(of: "fails") {
    case "null", "zero": .nonzero
    case "negative": .init(0, Int.max)
    case "nonzero": .init(0)
    default: conventionalFailure == nil ? .all : .init(0, Int.max)
    }
  }

  /// The integers that the result is among, if they are told.
  private func yieldedInterval() throws(ContractError) -> Interval? {
    guard let text = annotations.arguments(of: "yields") else { return nil }
    let bounds = annotations.words(of: "yields").map { Int($0) }
    guard let lower = bounds.first ?? nil, let upper = bounds.count > 1 ? bounds[1] : Int.max
    else { throw error("'yields(\(text))' is not understood") }
    return Interval(lower, upper)
  }

  private func addResult(to success: inout SummaryCase) throws(ContractError) {
    let isNullable = annotations.arguments(of: "fails") == "null"
    guard let text = annotations.arguments(of: "returns") else { return }
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.dropFirst().first) {
    case ("new", "memory"):
      success.fresh.append(.init(.heap, .owned, isNullable: true))
      success.result = .fresh(0)
    case ("new", nil):
      // A counted reference of another interface is owned, too, but not followed.
      if runtime.role(of: declaration.result.pointee ?? .void) == .object { break }
      guard let kind = resultKind else { throw error("the result cannot be owned") }
      var source: SummaryValue?
      if let name = annotations.arguments(of: "null-from") {
        source = .argument(try position(of: name))
      }
      success.fresh.append(.init(kind, .owned, isNullable: isNullable, nullSource: source))
      success.result = .fresh(0)
    case ("borrowed", _):
      success.fresh.append(
        .init(resultKind ?? .handle, .borrowed(.declared), isNullable: isNullable))
      success.result = .fresh(0)
    case ("null", _): success.result = .null
    case ("interior", let name?):
      success.result = .interior(
        of: .argument(try position(of: name)), steps: [], isNullable: isNullable)
    case ("same", let name?), ("grown", let name?):
      success.result = .argument(try position(of: name))
    case ("within", let name?): success.result = try place(within: name)
    case ("foreign", _), ("plain", _), ("object", _): break
    default: throw error("'returns(\(text))' is not understood")
    }
  }

  /// A pointer to somewhere in what a parameter points to.
  private func place(within name: String) throws(ContractError) -> SummaryValue {
    .address(.init(.argument(try position(of: name)), [.dereference, .anyIndex]))
  }

  /// What kind of resource the result is, by its type.
  private var resultKind: ResourceKind? {
    switch runtime.role(of: declaration.result) {
    case .handle: .handle
    case .tracker: .tracker
    case .builder: .builder
    case .token: .token
    case .context, .field, .global, .object, .typeSpecification, nil: nil
    }
  }

  private func addEffects(
    to success: inout SummaryCase, _ failure: inout SummaryCase
  ) throws(ContractError) {
    for (index, annotations) in parameters.enumerated() {
      for annotation in annotations.all {
        for effect in try commonEffects(of: annotation, on: index) {
          success.effects.append(effect)
          failure.effects.append(effect)
        }
        try addWrites(of: annotation, on: index, to: &success, &failure)
      }
    }
    if self.annotations.has("leaves") { success.effects.append(.leaves) }
    if self.annotations.has("reenters") { success.effects.append(.reenters) }
  }

  /// What happens whether the call succeeds or not.
  private func commonEffects(
    of annotation: Annotation, on index: Int
  ) throws(ContractError) -> [Effect] {
    switch annotation.name {
    case "closes": return [.closes(.argument(index), site: nil)]
    case "tracked-by":
      let tracker = try position(of: annotation.arguments)
      return [.tracks(.argument(index), by: .argument(tracker))]
    case "forgets": return [.forgets(.argument(index))]
    case "keeps": return [.keeps(.argument(index), site: nil)]
    case "called": return [.calls(.argument(index))]
    case "copied-to":
      let target = try position(of: annotation.arguments)
      return [.copies(from: .argument(index), to: .argument(target))]
    case "out" where annotation.arguments == "zero":
      return [.writes(.init(.argument(index), [.dereference]), .null, site: nil)]
    case "out" where annotation.words.first == "within" && annotation.words.count > 1:
      let value = try place(within: annotation.words[1])
      return [.writes(.init(.argument(index), [.dereference]), value, site: nil)]
    default: return []
    }
  }

  /// What is written through a pointer by a call that succeeds.
  private func addWrites(
    of annotation: Annotation, on index: Int, to success: inout SummaryCase,
    _ failure: inout SummaryCase
  ) throws(ContractError) {
    let target = AccessPath(.argument(index), [.dereference])
    let words = annotation.words
    let written: SummaryValue
    var otherwise = SummaryValue.unknown
    switch (annotation.name, words.first, words.dropFirst().first) {
    case ("out", "new"?, _), ("out", "new-or-null"?, _):
      written = .fresh(success.fresh.count)
      let source = words.dropFirst().first
      success.fresh.append(
        .init(
          .handle, .owned, isNullable: words[0] == "new-or-null",
          nullSource: try source.map { (name) throws(ContractError) in
            .argument(try position(of: name))
          }))
    case ("out", "borrowed"?, _):
      written = .fresh(success.fresh.count)
      success.fresh.append(.init(.handle, .borrowed(.declared), isNullable: false))
    case ("out", "interior"?, "result"?):
      written = .interior(of: success.result, steps: [], isNullable: false)
    case ("out", "interior"?, let name?):
      written = .interior(of: .argument(try position(of: name)), steps: [], isNullable: false)
    case ("inout", "tracker"?, _):
      written = .fresh(success.fresh.count)
      success.fresh.append(.init(.tracker, .owned, isNullable: false))
      // A call that fails has closed the tracker that it made.
      otherwise = .fresh(failure.fresh.count)
      failure.fresh.append(.init(.tracker, .owned, isNullable: false, isEnded: true))
    default: return
    }
    success.effects.append(.writes(target, written, site: nil))
    failure.effects.append(.writes(target, otherwise, site: nil))
  }

}

extension SummaryValue {
  /// Whether this is an argument, or a place that one points into.
  fileprivate var isPassed: Bool {
    switch self {
    case .initial, .address: true
    case .unknown, .integer, .sum, .whole, .fresh, .interior, .function: false
    }
  }
}
