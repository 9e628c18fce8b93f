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

  /// The first observation of a mistake, and where the rest are: in no order, since there can be
  /// thousands.
  fileprivate struct Entry {
    var first: Observation
    var others: Set<SourceRange> = []
  }

  private var order: [Key] = []
  private var entries: [Key: Entry] = [:]

  /// Adds an observation. Of several with one key the first in the source is kept, and the places
  /// of the rest become its `others`.
  mutating func add(_ observation: Observation, key: Key) {
    guard let first = entries[key]?.first else {
      order.append(key)
      entries[key] = Entry(first: observation)
      return
    }
    if observation.range < first.range {
      entries[key]?.first = observation
      entries[key]?.others.insert(first.range)
    } else if observation.range != first.range {
      entries[key]?.others.insert(observation.range)
    }
  }

  /// Adds a place to an observation that was added before.
  mutating func addFurther(_ range: SourceRange, key: Key) {
    guard let entry = entries[key], !entry.others.contains(range),
      !entry.first.range.overlaps(range), !entry.others.contains(where: { $0.overlaps(range) })
    else { return }
    entries[key]?.others.insert(range)
  }

  /// The observations in source order.
  var all: [Observation] {
    order.compactMap { entries[$0] }.map(\.observation).sorted { $0.range < $1.range }
  }

}

extension ObservationLog.Entry {
  /// All of it as one observation.
  fileprivate var observation: Observation {
    var observation = first
    observation.others = others.filter { !$0.overlaps(first.range) }.sorted()
    return observation
  }
}

extension SourceRange {
  /// Whether one stretch begins in the other: both are one expression to a reader.
  fileprivate func overlaps(_ other: SourceRange) -> Bool {
    start == other.start || start < other.end && other.start < end
  }
}
