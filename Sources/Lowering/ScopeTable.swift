import IR

/// The scopes of a function, and what leaving them does.
struct ScopeTable {

  /// A declared variable.
  struct Entry {
    let local: Local.ID
    /// What is called with its address, or with those of its parts.
    let cleanups: [Cleanup]
  }

  /// The scopes that are open at a place, outermost first, each with the number of its variables
  /// that were declared before the place.
  struct Snapshot {
    fileprivate var levels: [(scope: Int, count: Int)]
  }

  private var entries: [[Entry]] = []
  private var open: [Int] = []

  /// Opens a scope.
  mutating func push() {
    open.append(entries.count)
    entries.append([])
  }

  /// Closes the innermost scope.
  mutating func pop() { open.removeLast() }

  /// Adds a variable to the innermost scope.
  mutating func declare(_ local: Local.ID, cleanups: [Cleanup]) {
    guard let scope = open.last else { return }
    entries[scope].append(Entry(local: local, cleanups: cleanups))
  }

  /// Whether no variable was declared in the innermost scope.
  var innermostIsEmpty: Bool { open.last.map { entries[$0].isEmpty } ?? true }

  /// The scopes that are open now.
  var snapshot: Snapshot { Snapshot(levels: open.map { ($0, entries[$0].count) }) }

  /// The scopes that were open when the innermost one was opened.
  var outside: Snapshot { Snapshot(levels: open.dropLast().map { ($0, entries[$0].count) }) }

  /// No scope at all.
  static let outermost = Snapshot(levels: [])

  /// Returns the variables whose scope ends on the way from one place to another, in the order in
  /// which they end.
  func ended(from start: Snapshot, to end: Snapshot) -> [Entry] {
    var common = 0
    while common < start.levels.count, common < end.levels.count,
      start.levels[common].scope == end.levels[common].scope
    {
      common += 1
    }
    var ended: [Entry] = []
    for level in start.levels[common...].reversed() {
      ended += entries[level.scope][..<level.count].reversed()
    }
    if common > 0, start.levels.count >= common {
      let scope = start.levels[common - 1].scope
      let kept = end.levels[common - 1].count
      let declared = start.levels[common - 1].count
      if kept < declared { ended += entries[scope][kept ..< declared].reversed() }
    }
    return ended
  }

}
