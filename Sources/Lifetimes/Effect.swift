import Source

/// One thing that a call does to what its caller can see.
public enum Effect: Hashable, Sendable, Codable {
  /// Ends the life of a handle, tracker, builder, token or memory. `site` is inside the callee.
  case closes(SummaryValue, site: SourceRange?)
  /// The duty to close the handle goes to the tracker.
  case tracks(SummaryValue, by: SummaryValue)
  /// The duty to close the handle goes to somebody who is not followed.
  case gives(SummaryValue)
  /// The tracker gives back the duties that it has.
  case forgets(SummaryValue)
  /// Writes a value to a place. `site` is inside the callee.
  case writes(AccessPath, SummaryValue, site: StoreSite?)
  /// Copies all that one pointer points to to where another points.
  case copies(from: SummaryValue, to: SummaryValue)
  /// Keeps the value somewhere beyond the call.
  case keeps(SummaryValue, site: SourceRange?)
  /// Calls the function that the value points to.
  case calls(SummaryValue)
  /// Leaves the runtime.
  case leaves
  /// Comes back into the runtime.
  case reenters
}
