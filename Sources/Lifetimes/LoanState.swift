/// What is known on a path of a pointer that was obtained from a handle.
struct LoanState: Hashable, Sendable {

  /// The handle; `nil` for a pointer parameter, whose handle the caller knows.
  var handle: ObjectID?
  /// Where it was obtained.
  let origin: CauseID
  /// Why its handle ended; `nil` while it is open.
  var ending: CauseID?
  /// The last collecting call since it was obtained, on each of the paths that are described.
  var collections: [CauseID]
  /// Whether it was used since that call, or since its handle ended.
  var isUsedSince: Bool
  /// Whether it can be null, and is not tested yet.
  var nullness: ObjectState.Nullness
  var isUncertain: Bool

  /// Whether its handle ended, or a call collected, since it was obtained.
  var isStale: Bool { ending != nil || !collections.isEmpty }

  /// Whether a rule judges by both in the same way, if they are as null as each other. Which of
  /// several calls collected is only told.
  func agrees(with other: LoanState) -> Bool {
    handle == other.handle && (ending == nil) == (other.ending == nil)
      && collections.isEmpty == other.collections.isEmpty && isUsedSince == other.isUsedSince
      && isUncertain == other.isUncertain
  }

  /// Makes this describe both, which agree.
  mutating func join(_ other: LoanState) {
    if nullness != other.nullness { nullness = .unknown }
    if collections != other.collections {
      collections = Set(collections + other.collections).sorted()
    }
  }

  init(handle: ObjectID?, origin: CauseID, nullness: ObjectState.Nullness) {
    self.handle = handle
    self.origin = origin
    self.nullness = nullness
    ending = nil
    collections = []
    isUsedSince = false
    isUncertain = false
  }

}
