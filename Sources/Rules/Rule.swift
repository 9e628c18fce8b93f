import Diagnostics
import Lifetimes
import Source

/// A kind of mistake, and how to see it in what the analysis of a function gave.
public struct Rule: Sendable {

  /// Its name, a line about it, and its severity unless a configuration says otherwise.
  public let info: RuleInfo

  /// Returns the message if what was seen is this mistake.
  private let message: @Sendable (Observation.Kind) -> String?

  init(
    _ id: String, _ summary: String, severity: Severity,
    message: @escaping @Sendable (Observation.Kind) -> String?
  ) {
    info = RuleInfo(id: id, summary: summary, defaultSeverity: severity)
    self.message = message
  }

  /// Returns the mistakes of this kind among what was seen, in its order, each once.
  public func check(_ observations: [Observation]) -> [Diagnostic] {
    var order: [Told] = []
    var groups: [Told: [Observation]] = [:]
    for observation in observations {
      guard let text = message(observation.kind) else { continue }
      let told = Told(observation, text)
      if groups[told] == nil { order.append(told) }
      groups[told, default: []].append(observation)
    }
    return order.compactMap { (told) in groups[told].flatMap { diagnostic(told, $0) } }
  }

  /// Returns the finding that `observations`, which say the same, are.
  private func diagnostic(_ told: Told, _ observations: [Observation]) -> Diagnostic? {
    guard let first = observations.first else { return nil }
    return Diagnostic(
      told.text, at: first.range, rule: info.id, severity: info.defaultSeverity,
      function: first.function.isEmpty ? nil : first.function,
      notes: pathNotes(first) + furtherNotes(first) + furtherCalls(observations),
      origins: [told.origin, told.collection].compactMap { $0 })
  }

  /// What makes two findings the same for a reader: the place, the words, and for a collection
  /// which pointer and which call.
  private struct Told: Hashable {

    let range: SourceRange
    let text: String
    let origin: SourceRange?
    let collection: SourceRange?

    init(_ observation: Observation, _ text: String) {
      range = observation.range
      self.text = text
      var collection: SourceRange?
      var origin: SourceRange?
      var isPassedIn = false
      for step in observation.steps {
        switch step.what {
        case .collected: collection = step.range
        case .obtained: origin = step.range
        case .called: isPassedIn = true
        case .made, .parameter, .ended, .stored, .assumed, .left, .returned: continue
        }
      }
      self.collection = collection
      self.origin = collection == nil || isPassedIn ? nil : origin
    }

  }

  /// The steps that lead to what was seen. Of what is made in a call, only the call is told.
  private func pathNotes(_ observation: Observation) -> [Diagnostic.Note] {
    let steps = observation.steps
    let making = Set(steps.filter(\.isMaking).map(\.range))
    let calls = Set(steps.filter(\.isCall).map(\.range))
    return steps.flatMap { (step) -> [Diagnostic.Note] in
      switch step.what {
      case .made where calls.contains(step.range): return []
      case .made(let name, _) where observation.kind.isOfBorrowed && name.isInSource:
        return [Diagnostic.Note("\(name.quoted()) comes from here", at: step.range)]
      case .called(let call) where making.contains(step.range):
        return [Diagnostic.Note("it is made in the call of '\(call.callee)' here", at: step.range)]
      default: return step.notes
      }
    }
  }

  private func furtherNotes(_ observation: Observation) -> [Diagnostic.Note] {
    guard let first = observation.others.first else { return [] }
    let count = observation.others.count
    switch observation.kind {
    case .lost: return observation.others.map { Diagnostic.Note("it is lost here, too", at: $0) }
    case .returnedWhileLeft: return observation.others.map { Diagnostic.Note("and here", at: $0) }
    case .endedAgain:
      let text = count == 1 ? "ended again here" : "ended \(count) more times"
      return [Diagnostic.Note(text, at: first)]
    default:
      let text = count == 1 ? "used again here" : "used \(count) more times"
      return [Diagnostic.Note(text, at: first)]
    }
  }

  /// The other calls of a function in which the same mistake is made by way of it.
  private func furtherCalls(_ observations: [Observation]) -> [Diagnostic.Note] {
    let calls = observations.map(\.passing)
    let others = Set(calls.dropFirst().compactMap { $0 }).subtracting([calls[0]].compactMap { $0 })
    guard let first = others.min(by: { $0.range < $1.range }) else { return [] }
    let also = calls[0] == nil ? "" : ", too"
    let text =
      others.count == 1
      ? "passed to '\(first.callee)' here\(also)"
      : "passed to '\(first.callee)' in \(others.count) more places"
    return [Diagnostic.Note(text, at: first.range)]
  }

}

extension Observation {
  /// The call in which it happens, if it was seen in another function than it happens in.
  fileprivate var passing: CallChain.Link? {
    for case .called(let call) in steps.map(\.what) { return call }
    return nil
  }
}

extension Observation.Kind {
  /// Whether it is about a handle that is somebody else's.
  fileprivate var isOfBorrowed: Bool {
    switch self {
    case .borrowedEnded, .borrowedReturned, .borrowedGiven: true
    default: false
    }
  }
}

extension Cause {

  /// Whether an object is made.
  fileprivate var isMaking: Bool {
    if case .made = what { return true }
    return false
  }

  /// Whether a function is called in which the rest happens.
  fileprivate var isCall: Bool {
    if case .called = what { return true }
    return false
  }

}

extension Rule {
  /// Every rule, in the order in which the documentation lists them.
  public static let all: [Rule] = [
    .pointerOutlivesHandle, .pointerSpansGC, .pointerEscapes, .pointerStored,
    .handleUseAfterClose, .handleDoubleClose, .handleLeak, .handleCloseBorrowed,
    .handleReturnBorrowed, .handleEscapes, .handleUnchecked, .contextEscapes, .contextSuspended,
    .builderMisuse, .trackerMisuse, .fieldMisuse, .declaredEffect,
  ]
}
