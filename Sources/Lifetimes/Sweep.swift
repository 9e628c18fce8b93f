import IR

/// A loop that ends what the elements of arrays hold.
struct Sweep {
  /// The blocks of the loop.
  let body: Set<BasicBlock.ID>
  /// The variables, or the memory, that the arrays are in.
  let arrays: Set<LocationID>
}
