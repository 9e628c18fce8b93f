/// The last steps of a path, oldest first.
struct Trace: Sendable {

  /// Older steps are dropped when there are more than this, so that long functions cost no more
  /// for each step than short ones.
  private static let capacity = 96

  private(set) var steps: [CauseID] = []

  /// Adds a step behind all others.
  mutating func append(_ cause: CauseID) {
    if steps.last == cause { return }
    if steps.count == Self.capacity { steps.removeFirst(Self.capacity / 3) }
    steps.append(cause)
  }

}
