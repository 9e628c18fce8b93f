/// What ends the life of an object of some type.
struct Destruction {

  /// The destructors in the order in which they run.
  var cleanups: [Cleanup] = []
  /// Why the list may lack some.
  var gap: String?

  /// Whether nothing happens.
  var isTrivial: Bool { cleanups.isEmpty && gap == nil }

}
