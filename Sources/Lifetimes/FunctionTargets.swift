import IR

/// The functions that can be called through variables, members and parameters, found without regard
/// to the order of execution over the whole program.
public struct FunctionTargets: Sendable {

  /// Where a pointer to a function can be kept.
  public enum Slot: Hashable, Sendable {
    case member(String, record: String)
    case global(String)
    case parameter(Int, of: FunctionName)
  }

  /// What a function does to the pointers to functions that are kept somewhere.
  enum Movement: Hashable {
    /// It puts a function into a slot.
    case kept(FunctionName, in: Slot)
    /// It copies a slot to another.
    case moved(from: Slot, to: Slot)
    /// It puts something that is not known into a slot.
    case lost(in: Slot)
    /// It takes the address of a function for something that is not followed.
    case taken(FunctionName)
  }

  /// The functions that each slot can hold.
  public private(set) var functions: [Slot: Set<FunctionName>] = [:]
  /// Slots that can hold something that is not known.
  public private(set) var open: Set<Slot> = []
  /// Functions whose address is taken somewhere.
  public private(set) var addressTaken: Set<FunctionName> = []

  public init() {}

  /// The functions that `slot` can hold, sorted; `nil` if that is not known.
  public func targets(of slot: Slot) -> [FunctionName]? {
    guard let known = functions[slot], !known.isEmpty, !open.contains(slot) else { return nil }
    return known.sorted()
  }

  mutating func add(_ function: FunctionName, to slot: Slot) {
    functions[slot, default: []].insert(function)
    addressTaken.insert(function)
  }

  mutating func addOpen(_ slot: Slot) { open.insert(slot) }

  mutating func takeAddress(of function: FunctionName) { addressTaken.insert(function) }

  /// Adds all that `source` can hold to `target`; returns whether that changed it.
  mutating func flow(from source: Slot, to target: Slot) -> Bool {
    let before = (functions[target]?.count ?? 0, open.contains(target))
    functions[target, default: []].formUnion(functions[source] ?? [])
    if open.contains(source) { open.insert(target) }
    return before != (functions[target]?.count ?? 0, open.contains(target))
  }

}
