/// How long the stages of a run took.
public struct Timings: Sendable {

  /// The stages and their durations, in order.
  public private(set) var stages: [(name: String, duration: Duration)] = []

  /// Creates timings of nothing.
  public init() {}

  /// Returns what `body` does, and adds how long it took to the stage `name`.
  mutating func measure<Value, Failure: Error>(
    _ name: String, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    defer { add(clock.now - start, to: name) }
    return try body()
  }

  private mutating func add(_ duration: Duration, to name: String) {
    if let index = stages.firstIndex(where: { $0.name == name }) {
      stages[index].duration += duration
    } else {
      stages.append((name, duration))
    }
  }

  /// The timings as lines of text.
  public var text: String {
    stages.map { (stage) in
      let milliseconds = stage.duration / .milliseconds(1)
      let tenths = Int((milliseconds * 10).rounded())
      return "holdfast: \(stage.name): \(tenths / 10).\(tenths % 10) ms\n"
    }.joined()
  }

}
