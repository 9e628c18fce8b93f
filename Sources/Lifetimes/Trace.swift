/// The last steps of a path, oldest first.
struct Trace: Sendable {

  /// Something that happened on the path.
  struct Step: Hashable, Sendable {
    let cause: CauseID
    /// Whether it happened before, and decides here which way is gone.
    let isReliance: Bool
  }

  /// Older steps are dropped when there are more than this, so that long functions cost no more
  /// for each step than short ones.
  private static let capacity = 96

  private(set) var steps: [Step] = []

  /// Adds a step behind all others.
  mutating func append(_ cause: CauseID) { append(Step(cause: cause, isReliance: false)) }

  /// Adds that an earlier step decides which way is gone.
  mutating func rely(on cause: CauseID) { append(Step(cause: cause, isReliance: true)) }

  private mutating func append(_ step: Step) {
    if steps.last == step { return }
    if steps.count == Self.capacity { steps.removeFirst(Self.capacity / 3) }
    steps.append(step)
  }

}
