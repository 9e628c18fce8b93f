import Source

/// The observations of a function, those that are one mistake put together.
struct ObservationLog {

  /// What makes two observations the same mistake: its kind, what it is about, and what is to
  /// blame.
  struct Key: Hashable {
    let family: Int
    let origin: CauseID?
    /// Where what is to blame happened: in unsequenced operands, it is several steps at one place.
    let blame: SourceRange?
    /// Where the mistake is, if each place is a mistake of its own.
    let range: SourceRange?
  }

  private var order: [Key] = []
  private var entries: [Key: Observation] = [:]

  /// Adds an observation. Of several with one key the first in the source is kept, and the places
  /// of the rest become its `others`.
  mutating func add(_ observation: Observation, key: Key) {
    guard var first = entries[key] else {
      order.append(key)
      entries[key] = observation
      return
    }
    if observation.range == first.range { return }
    var new = observation
    if new.range < first.range { swap(&first, &new) }
    first.others = Array(Set(first.others + new.others + [new.range])).sorted()
      .filter { !$0.overlaps(first.range) }
    entries[key] = first
  }

  /// Adds a place to an observation that was added before.
  mutating func addFurther(_ range: SourceRange, key: Key) {
    guard var entry = entries[key], !entry.range.overlaps(range),
      !entry.others.contains(where: { $0.overlaps(range) })
    else { return }
    entry.others = (entry.others + [range]).sorted()
    entries[key] = entry
  }

  /// The observations in source order.
  var all: [Observation] {
    order.compactMap { entries[$0] }.sorted { $0.range < $1.range }
  }

}

extension SourceRange {
  /// Whether one stretch begins in the other: both are one expression to a reader.
  fileprivate func overlaps(_ other: SourceRange) -> Bool {
    start == other.start || start < other.end && other.start < end
  }
}
