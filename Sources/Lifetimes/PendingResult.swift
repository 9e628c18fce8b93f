/// What of a call's result was there before the call.
struct PendingResult {
  /// The result, if it was there.
  var value: Value?
  /// If the result is an aggregate: what its parts will hold.
  var parts: [(steps: [AccessPath.Step], contents: Contents)] = []
}
