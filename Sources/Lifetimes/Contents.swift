/// What a place holds at one moment: a scalar, or an aggregate and those of its parts that have
/// values of their own.
struct Contents {
  /// The value of the place itself.
  let whole: Value
  /// The place.
  let source: LocationID?
  /// The parts of the place that have values of their own.
  let parts: [(location: LocationID, value: Value)]

  init(_ whole: Value, source: LocationID? = nil, parts: [(LocationID, Value)] = []) {
    self.whole = whole
    self.source = source
    self.parts = parts
  }

  /// Whether it is all what some place held at entry.
  var isAsBefore: Bool { whole.isCopy && parts.isEmpty }
}
