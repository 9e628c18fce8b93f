import IR

/// The functions of earlier runs of which still holds what was found out: those that use none of
/// which something else is known by now.
struct SettledFunctions {

  /// A function, and the source that it is in.
  struct Member {
    let function: CacheEntry.Function
    let file: String
  }

  private let members: [Member]
  /// The position of each function.
  private var positions: [FunctionName: Int] = [:]
  /// The positions of those that use a function.
  private var users: [Int: [Int]] = [:]
  private var isSettled: [Bool]

  /// Takes the functions of `entries`, where `defined` are the names that some source defines.
  init(_ entries: [CacheEntry], defined: Set<String>) {
    members = entries.flatMap { (entry) in
      entry.functions.map { Member(function: $0, file: entry.file) }
    }
    isSettled = Array(repeating: true, count: members.count)
    for (position, member) in members.enumerated() where positions[member.function.name] == nil {
      positions[member.function.name] = position
    }
    var stale: [Int] = []
    for (position, member) in members.enumerated() {
      for use in member.function.uses {
        if let used = positions[use.function], members[used].function.digest == use.digest {
          users[used, default: []].append(position)
        } else {
          stale.append(position)
        }
      }
      if !defined.isDisjoint(with: member.function.unknown) { stale.append(position) }
    }
    remove(stale)
  }

  /// Whether all functions of a source are among them.
  func holds(all file: String) -> Bool {
    !members.indices.contains { members[$0].file == file && !isSettled[$0] }
  }

  /// Takes out all functions of a source.
  mutating func remove(file: String) {
    remove(members.indices.filter { members[$0].file == file })
  }

  /// Takes out functions and all that use them.
  private mutating func remove(_ stale: [Int]) {
    var waiting = stale
    while let position = waiting.popLast() {
      if !isSettled[position] { continue }
      isSettled[position] = false
      waiting += users[position] ?? []
    }
  }

  /// Returns the functions with external linkage that have one of `names`, and those that they use
  /// in turn, but for what is in the sources `given`, in the order of the entries.
  func reached(from names: Set<String>, besides given: Set<String>) -> [Member] {
    var found: Set<Int> = []
    var waiting = names.compactMap { positions[FunctionName($0)] }
    while let position = waiting.popLast() {
      guard isSettled[position], !given.contains(members[position].file),
        found.insert(position).inserted
      else { continue }
      waiting += members[position].function.uses.compactMap { positions[$0.function] }
    }
    return found.sorted().map { members[$0] }
  }

}
