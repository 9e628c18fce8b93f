/// A value that a call writes, and where.
struct PendingWrite {
  let value: Value
  let location: LocationID
  /// Where in the callee it is written.
  let store: StoreSite?
}
