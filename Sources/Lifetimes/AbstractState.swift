/// What is true on one set of paths to a point of a function: one disjunct of its abstract state.
///
/// Places and objects are kept apart so that two places can refer to one object: closing it
/// through either is seen through both.
///
/// | source                          | `memory`           | `objects`                 |
/// |---------------------------------|--------------------|---------------------------|
/// | `h = make(ctx);   // #1`        | `h → #1`           | `#1: owned, perhaps null` |
/// | `g = h;`                        | `h → #1, g → #1`   | the same                  |
/// | `if (IS_NULL(g)) return; …`     | the same           | `#1: owned, not null`     |
/// | `close(ctx, g);`                | the same           | `#1: ended`               |
struct AbstractState: Sendable {

  /// What each location holds. A location without an entry holds what it held at entry, or what
  /// the value of the whole that it is part of says.
  var memory: [LocationID: Value] = [:]

  /// The integers that a symbol may be; for memory: whether a pointer to it may be null.
  var intervals: [Entity: Interval] = [:]

  /// Comparisons between two unknown values that a branch decided.
  var decided: [Comparison: Bool] = [:]

  /// For pairs of numbers that are not known what the first less the second may be.
  var differences: [SymbolPair: Interval] = [:]

  var objects: [ObjectID: ObjectState] = [:]
  var loans: [LoanID: LoanState] = [:]

  /// The indices that were told apart because a handle is closed, or lost, in the element that they
  /// mean, with the number that each is taken for.
  var chosen: [SymbolID: Int] = [:]

  /// Where tracked values were stored outside the function's own variables.
  var stores: [LocationID: CauseID] = [:]

  /// The arrays of which a loop may have ended more elements than is known.
  var swept: Set<LocationID> = []

  /// Where the runtime was left; `nil` while it may be used.
  var suspension: CauseID?

  /// Whether the function came back into the runtime that its caller had left.
  var isReentered = false

  /// Whether a call has failed.
  var failures: FailureHistory = .none

  /// What the latest call that can fail made: it is null if the call failed.
  var latest: ObjectID?

  /// Why a collection can have happened since the function was entered.
  var collection: CallChain?

  /// The last collecting call, which names what the runtime's memory held after it.
  var epoch: ProgramPoint?

  /// How large the state may grow before what no longer matters is taken out of it.
  var allowance = 64

  /// The assumptions that lead here. Not part of what is true: states that differ in it are equal.
  var trace = Trace()

}

extension AbstractState {

  /// How much is known.
  var size: Int {
    memory.count + objects.count + loans.count + intervals.count + decided.count
      + differences.count
  }

  /// Whether so much came in since the state was pruned that it is worth doing again.
  var isOvergrown: Bool { size > allowance }

  /// How many decided comparisons are remembered; what is decided after that is forgotten.
  private static let maximumDecided = 32

  /// Remembers that a comparison holds, or does not.
  mutating func decide(_ comparison: Comparison, _ holds: Bool) {
    guard decided.count < Self.maximumDecided || decided[comparison] != nil else { return }
    decided[comparison] = holds
  }

  /// Whether both describe the same executions.
  func describesSame(as other: AbstractState) -> Bool {
    memory == other.memory && objects == other.objects && loans == other.loans
      && intervals == other.intervals && decided == other.decided
      && differences == other.differences
      && suspension == other.suspension && stores == other.stores && swept == other.swept
      && (collection == nil) == (other.collection == nil) && epoch == other.epoch
      && failures == other.failures && latest == other.latest && isReentered == other.isReentered
  }

}
