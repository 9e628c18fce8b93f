/// What is known of an object on a path.
struct ObjectState: Hashable, Sendable {

  /// To whom the duty to end the object belongs.
  enum Ownership: Hashable, Sendable {
    case owned
    case borrowed(BorrowReason)
    case tracked(by: ObjectID)
    /// The duty went to somebody who is not followed.
    case moved
  }

  /// Whether it is the null handle.
  enum Nullness: Hashable, Sendable {
    case unknown, null, nonnull

    /// Whether nothing can be both.
    func excludes(_ other: Nullness) -> Bool {
      self != other && self != .unknown && other != .unknown
    }
  }

  let kind: ResourceKind
  var ownership: Ownership
  var nullness: Nullness
  /// Why it was ended; `nil` while it is open.
  var ending: CauseID?
  /// How it came about.
  let origin: CauseID
  /// Whether it is null if the call that made it failed, and nothing was tested yet.
  var canFail: Bool
  /// Whether an exception is set if it is null: no call since has cleared the one of its failure.
  var failureShows = false
  /// The handle that was there at entry and that is null exactly if this one is.
  var nullLike: ObjectID?
  /// To whom the duty goes back if a tracker gives it up.
  var untracked = Ownership.owned
  /// The last place with a name that it was stored in.
  var holder: LocationID?
  /// Whether it stands for several objects.
  var isSummary: Bool
  /// Whether paths that disagree on it were merged, so that nothing may be said of it.
  var isUncertain: Bool

  init(
    _ kind: ResourceKind, _ ownership: Ownership, nullness: Nullness = .unknown, origin: CauseID,
    canFail: Bool = false
  ) {
    self.kind = kind
    self.ownership = ownership
    self.nullness = nullness
    self.origin = origin
    self.canFail = canFail
    ending = nil
    holder = nil
    isSummary = false
    isUncertain = false
  }

  /// Whether a rule judges by both in the same way. Where it was ended, and which place holds it,
  /// are only told; whether somebody else's handle is null is only a condition.
  func agrees(with other: ObjectState) -> Bool {
    kind == other.kind && ownership == other.ownership
      && (ending == nil) == (other.ending == nil) && canFail == other.canFail
      && isSummary == other.isSummary && isUncertain == other.isUncertain
      && (nullness == other.nullness || ownership.isBorrowed && ending == nil)
  }

  /// Makes this describe both, which agree.
  mutating func join(_ other: ObjectState) {
    if nullness != other.nullness { nullness = .unknown }
    if nullLike != other.nullLike { nullLike = nil }
    failureShows = failureShows && other.failureShows
  }

  /// Whether the function must still end it.
  var isDue: Bool { isPerhapsDue && !isUncertain }

  /// Whether the function must still end it, if what is known of it is true on this path.
  var isPerhapsDue: Bool {
    ownership == .owned && ending == nil && nullness != .null && kind != .heap
  }

}

extension ObjectState.Ownership {
  /// Whether the object is somebody else's.
  var isBorrowed: Bool {
    if case .borrowed = self { return true }
    return false
  }
}
