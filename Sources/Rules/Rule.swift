import Diagnostics
import Lifetimes
import Source

/// A kind of mistake, and how to see it in what the analysis of a function gave.
public struct Rule: Sendable {

  /// Its name, a line about it, and its severity unless a configuration says otherwise.
  public let info: RuleInfo

  /// Returns the message if what was seen is this mistake.
  private let message: @Sendable (Observation.Kind) -> String?

  /// Returns what to say of a further place of the same mistake; `nil` to say only how many.
  private let further: String?

  init(
    _ id: String, _ summary: String, severity: Severity, further: String? = nil,
    message: @escaping @Sendable (Observation.Kind) -> String?
  ) {
    info = RuleInfo(id: id, summary: summary, defaultSeverity: severity)
    self.message = message
    self.further = further
  }

  /// Returns the mistakes of this kind among what was seen, in its order, each once.
  public func check(_ observations: [Observation]) -> [Diagnostic] {
    var told: Set<Told> = []
    return observations.compactMap { (observation) in
      guard let text = message(observation.kind),
        told.insert(Told(observation, text)).inserted
      else { return nil }
      return Diagnostic(
        text, at: observation.range, rule: info.id, severity: info.defaultSeverity,
        function: observation.function.isEmpty ? nil : observation.function,
        notes: observation.steps.compactMap(\.note) + furtherNotes(observation))
    }
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

  private func furtherNotes(_ observation: Observation) -> [Diagnostic.Note] {
    guard let first = observation.others.first else { return [] }
    if let further { return observation.others.map { Diagnostic.Note(further, at: $0) } }
    let count = observation.others.count
    return [Diagnostic.Note(count == 1 ? "used again here" : "used \(count) more times", at: first)]
  }

}

extension Rule {
  /// Returns a name of the source in quotes; what has no name as it is.
  static func quoted(_ name: String) -> String {
    name.hasPrefix("the result of") || name.hasPrefix("a ") ? name : "'\(name)'"
  }

  /// Every rule, in the order in which the documentation lists them.
  public static let all: [Rule] = [
    .pointerOutlivesHandle, .pointerSpansGC, .pointerEscapes, .pointerStored,
    .handleUseAfterClose, .handleDoubleClose, .handleLeak, .handleCloseBorrowed,
    .handleReturnBorrowed, .handleEscapes, .handleUnchecked, .contextEscapes, .contextSuspended,
    .builderMisuse, .trackerMisuse, .fieldMisuse, .declaredEffect,
  ]
}
