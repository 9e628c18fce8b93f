/// Summaries of functions for calls that pass them certain functions to call.
///
/// They are made when a call needs them, and kept for other calls of the same function, or of those
/// that call each other in a ring with it. So what they cost does not depend on what else was
/// analyzed before.
final class SpecializedSummaries {

  /// A function, by its index in the program, and what it is passed.
  struct Key: Hashable {
    let function: Int
    let bindings: FunctionBindings
  }

  /// How many functions may pass functions on to each other before they are not told apart.
  private static let maximumDepth = 8

  /// How often bodies are analyzed for one call that is not seen from within another.
  private static let maximumAnalyses = 48

  private var known: [Key: FunctionSummary] = [:]
  /// Those that are being made, with what is assumed of them, the outermost first.
  private var active: [(key: Key, summary: FunctionSummary)] = []
  /// The outermost of them that was asked for since the innermost was begun.
  private var outermostUsed = Int.max
  private var analyses = 0

  /// Says that something was asked that is not known yet, so that nothing that is being made may
  /// be kept.
  func noteMissing() { outermostUsed = -1 }

  /// Returns the summary for `key`, which `analyze` computes; `nil` if it cannot be told.
  func summary(for key: Key, analyze: () -> FunctionSummary?) -> FunctionSummary? {
    if let summary = known[key] { return summary }
    if let index = active.firstIndex(where: { $0.key == key }) {
      outermostUsed = min(outermostUsed, index)
      return active[index].summary
    }
    if active.isEmpty { analyses = 0 }
    guard active.count < Self.maximumDepth else {
      noteMissing()
      return nil
    }
    let usedBefore = outermostUsed
    let depth = active.count
    outermostUsed = Int.max
    active.append((key, FunctionSummary(cases: [])))
    let summary = settled(at: depth, analyze)
    active.removeLast()
    if outermostUsed >= depth {
      known[key] = summary
      outermostUsed = usedBefore
    } else {
      outermostUsed = min(usedBefore, outermostUsed)
    }
    return summary
  }

  /// Analyzes a function until what it says of itself no longer changes.
  private func settled(at depth: Int, _ analyze: () -> FunctionSummary?) -> FunctionSummary? {
    for round in 1 ... ProgramAnalysis.maximumRounds {
      analyses += 1
      guard analyses <= Self.maximumAnalyses, var next = analyze() else {
        noteMissing()
        return nil
      }
      if outermostUsed > depth { return next }
      let old = active[depth].summary
      next.continue(from: old, widening: round > ProgramAnalysis.exactRounds)
      if round > 2 { next.widen() }
      if next == old { return next }
      active[depth].summary = next
    }
    return nil
  }

}
