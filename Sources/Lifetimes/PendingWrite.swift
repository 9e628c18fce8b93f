/// What a call writes, and where.
struct PendingWrite {
  let contents: Contents
  let location: LocationID
  /// Where in the callee it is written.
  let store: StoreSite?
}
