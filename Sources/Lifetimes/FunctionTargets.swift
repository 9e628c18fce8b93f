import IR

/// The functions that can be called through variables, members and results, found without regard to
/// the order of execution over the whole program.
///
/// What a pointer points to is one place with the pointer: of `f`, `*f` and `f[i]` it is not told
/// apart which one holds a function, and the address of a variable is the variable.
public struct FunctionTargets: Sendable {

  /// Where a pointer to a function can be kept.
  public enum Slot: Hashable, Sendable {
    /// Read from a member of some struct of a type.
    case member(String, record: String)
    /// Put into a member of some struct of a type, other than a variable that is named.
    case stored(String, record: String)
    /// A member of a variable with static storage, or of its elements.
    case memberOf(global: String, String, record: String)
    case global(String)
    case parameter(Int, of: FunctionName)
    case local(Int, of: FunctionName)
    case result(of: FunctionName)
  }

  /// What a pointer in a slot can point to.
  enum Target: Hashable {
    case function(FunctionName)
    /// A variable with static storage that has pointers to functions in it, or a part of one.
    case variable(String)
  }

  /// What a function does to the pointers to functions that are kept somewhere.
  enum Movement: Hashable {
    /// It puts an address into a slot.
    case kept(Target, in: Slot)
    /// It copies a slot to another.
    case moved(from: Slot, to: Slot)
    /// It puts something that is not known into a slot.
    case lost(in: Slot)
    /// It takes the address of a function for something that is not followed.
    case taken(FunctionName)
    /// It takes the address of a variable with static storage, perhaps to pass it to a function.
    case exposed(global: String, to: FunctionName?)
    /// It copies a whole struct to a variable with static storage.
    case overwritten(global: String)
    /// It copies a whole struct of a type to where a pointer points.
    case copied(record: String)
  }

  /// A slot that would get more addresses than this from others is taken to hold anything.
  private static let maximumMoved = 256

  /// What each slot can hold the addresses of.
  private var contents: [Slot: Set<Target>] = [:]
  /// Slots that can hold something that is not known.
  private var open: Set<Slot> = []
  /// The records that are unions: their members are one.
  private let unions: Set<String>

  init(unions: Set<String>) { self.unions = unions }

  /// The functions that `slot` can hold, sorted; `nil` if that is not known.
  public func targets(of slot: Slot) -> [FunctionName]? {
    let known = known(in: slot)
    return known.isEmpty || open.contains(canonical(slot)) ? nil : known.sorted()
  }

  /// The functions that can be read from a place of `function`, sorted; `nil` if that is not known.
  func targets(readFrom place: Place, in function: Function) -> [FunctionName]? {
    let slot = place.slot(written: false, in: function)
    guard case .member(let name, let record) = slot, let pointer = place.lastPointer,
      let variables = variables(pointedToFrom: pointer.slot(written: false, in: function))
    else { return targets(of: slot) }
    var found: Set<FunctionName> = []
    for variable in variables {
      let member = Slot.memberOf(global: variable, name, record: record)
      guard let functions = targets(of: member) else { return targets(of: slot) }
      found.formUnion(functions)
    }
    return found.sorted()
  }

  /// The variables to which a pointer in a slot can point, if there are no others.
  private func variables(pointedToFrom slot: Slot) -> [String]? {
    let slot = canonical(slot)
    guard let known = contents[slot], !known.isEmpty, !open.contains(slot) else { return nil }
    var found: [String] = []
    for target in known {
      guard case .variable(let name) = target else { return nil }
      found.append(name)
    }
    return found
  }

  /// The functions of which it is known that `slot` can hold them.
  func known(in slot: Slot) -> Set<FunctionName> {
    Set(
      (contents[canonical(slot)] ?? []).lazy.compactMap { (target) in
        if case .function(let name) = target { name } else { nil }
      })
  }

  /// The slot that stands for `slot`: the members of a union are one.
  func canonical(_ slot: Slot) -> Slot {
    switch slot {
    case .member(_, let record) where unions.contains(record): .member("", record: record)
    case .stored(_, let record) where unions.contains(record): .stored("", record: record)
    case .memberOf(let global, _, let record) where unions.contains(record):
      .memberOf(global: global, "", record: record)
    default: slot
    }
  }

  mutating func add(_ target: Target, to slot: Slot) {
    contents[canonical(slot), default: []].insert(target)
  }

  mutating func addOpen(_ slot: Slot) { open.insert(canonical(slot)) }

  /// Adds what flows into `slots`, which flow into each other: all that `sources` can hold.
  mutating func flow(from sources: Set<Slot>, into slots: [Slot]) {
    let all = sources.union(slots)
    let moved = all.compactMap { contents[$0] }.filter { !$0.isEmpty }
    if !open.isDisjoint(with: all) { open.formUnion(slots) }
    guard var both = moved.first else { return }
    for other in moved.dropFirst() { both.formUnion(other) }
    if both.count > Self.maximumMoved {
      open.formUnion(slots)
    } else {
      for slot in slots { contents[slot] = both }
    }
  }

}

extension Place {
  /// The place of the last pointer on the way.
  fileprivate var lastPointer: Place? {
    projections.lastIndex(of: .dereference).map {
      Place(base, Array(projections[..<$0]), type: .untypedPointer)
    }
  }
}
