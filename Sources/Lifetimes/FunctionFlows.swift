import IR

/// Between which slots functions move in a program.
struct FunctionFlows {

  typealias Slot = FunctionTargets.Slot

  /// Functions whose address is taken somewhere.
  var addressTaken: Set<FunctionName> = []
  /// Variables with static storage whose address is taken.
  var exposed: Set<String> = []
  /// Variables with static storage to which a whole struct is copied.
  var overwritten: Set<String> = []
  /// Records of which whole structs are copied to where pointers point.
  var copiedRecords: Set<String> = []
  /// All slots that something is put into or taken from.
  private(set) var slots: Set<Slot> = []
  /// For each slot those that flow into it.
  private var sources: [Slot: Set<Slot>] = [:]

  mutating func use(_ slot: Slot) { slots.insert(slot) }

  mutating func add(from source: Slot, to target: Slot) {
    use(source)
    use(target)
    sources[target, default: []].insert(source)
  }

  /// The slots that flow into `slot`.
  func sources(of slot: Slot) -> Set<Slot> { sources[slot] ?? [] }

  /// Adds what members of one type have to do with each other: what is put into one that is not
  /// named is read from any, and may be put into each variable whose address is taken.
  mutating func connectMembers() {
    for slot in slots {
      switch slot {
      case .member(let name, let record), .stored(let name, let record):
        connect(name, of: record)
      case .memberOf(let global, let name, let record):
        connect(name, of: record)
        add(from: slot, to: .member(name, record: record))
        if exposed.contains(global) { add(from: .stored(name, record: record), to: slot) }
        if overwritten.contains(global) { add(from: .member(name, record: record), to: slot) }
      case .global, .parameter, .local, .result: continue
      }
    }
  }

  private mutating func connect(_ name: String, of record: String) {
    add(from: .stored(name, record: record), to: .member(name, record: record))
    if copiedRecords.contains(record) {
      add(from: .member(name, record: record), to: .stored(name, record: record))
    }
  }

}
