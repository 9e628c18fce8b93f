import IR

/// An index into the table of names of one kind, `Names`.
struct Interned<Name>: Hashable, Comparable, Sendable {
  let index: Int32
  static func < (l: Self, r: Self) -> Bool { l.index < r.index }
}

/// An object, named by where it came from.
///
/// One name stands for the newest object made at a point and another for all older ones, so there
/// are finitely many (recency abstraction: Balakrishnan and Reps, 2006).
enum ObjectName: Hashable, Sendable {
  /// Made by the instruction at this point, as its `slot`-th object.
  case made(ProgramPoint, slot: Int, isOlder: Bool)
  /// Made at a point that has made a newer one since, and put into this location before that.
  case kept(LocationID)
  /// Held by the location when the function was entered.
  case initial(LocationID)
  /// A member of the context.
  case constant(String)
  /// All that the elements of an array hold of what was made at one point.
  case elements(LocationID)
}

/// A value that is not known, named by where it came from.
enum SymbolName: Hashable, Sendable {
  /// Held by the location when the function was entered, or after the collection at `epoch`.
  case initial(LocationID, epoch: ProgramPoint?)
  /// Computed by the instruction at this point, as its `slot`-th value.
  case made(ProgramPoint, slot: Int)
  /// What a location holds after different values met at a block.
  case merged(BasicBlock.ID, LocationID)
  /// The result of an operation on values of which not both are constant: the same test of the
  /// same values is known to come out the same.
  case computed(BinaryOperator, Term, Term)
  /// What a location held that was computed from something that has another value since.
  case kept(LocationID)
  /// The result of a function that gives the same for the same arguments.
  case applied(FunctionName, [Argument])
  /// A floating-point constant that is no integer.
  case floating(bits: UInt64)

  /// A symbol plus an offset; without a symbol, a constant.
  struct Term: Hashable, Sendable {
    let symbol: SymbolID?
    let offset: Int
  }

  /// What a function was applied to.
  enum Argument: Hashable, Sendable {
    case number(Term)
    case object(ObjectID)
    /// A pointer to memory whose content stays.
    case memory(LocationID)
    case text(String)
  }

}

/// A pointer that was obtained from a handle or passed as an argument.
enum LoanName: Hashable, Sendable {
  case made(ProgramPoint, slot: Int, isOlder: Bool)
  /// Obtained at a point that has obtained a newer one since, and put into this location before
  /// that.
  case kept(LocationID)
  /// Held by the location when the function was entered: the caller knows its handle.
  case initial(LocationID)
}

/// A place in memory: a variable, or part of one, or what a pointer points to.
enum LocationName: Hashable, Sendable {
  case local(Local.ID)
  case global(String)
  /// What the function of this name, which is not analyzed, has for itself.
  case keeper(String)
  /// What an unknown pointer points to.
  case pointee(SymbolID)
  /// The struct, or bytes, behind a handle.
  case content(ObjectID)
  /// What an allocator returned.
  case heap(ObjectID)
  /// What belongs to the context.
  case context
  case string
  case part(of: LocationID, Step)

  /// One step to a part of a place.
  enum Step: Hashable, Sendable {
    case field(String)
    case index(Int)
    /// The element whose index is this symbol and offset.
    case symbolic(SymbolID, Int)
    case anyIndex
    /// Of the contexts the one that this variable held when the function was entered.
    case held(LocationID)
  }
}

typealias ObjectID = Interned<ObjectName>
typealias SymbolID = Interned<SymbolName>
typealias LoanID = Interned<LoanName>
typealias LocationID = Interned<LocationName>

/// The names that the analysis of a function has given, each with its index.
struct Names {

  private(set) var objects: [ObjectName] = []
  private(set) var symbols: [SymbolName] = []
  private(set) var loans: [LoanName] = []
  private(set) var locations: [LocationName] = []
  /// For each location the variable or memory that it is part of.
  private(set) var roots: [LocationID] = []
  /// For each location the number of pointers between it and a variable.
  private(set) var depths: [Int] = []
  /// For each location whether some other is a part of it.
  private var haveParts: [Bool] = []
  /// For each location its path, if callers of the function can see it.
  private var paths: [AccessPath?] = []
  /// How many of the locals are parameters.
  private let parameterCount: Int

  /// The symbols that are the index of some element.
  private(set) var indices: Set<SymbolID> = []
  /// The arrays that have elements whose index is a symbol.
  private var indexed: Set<LocationID> = []

  /// For each symbol those that are computed from it.
  private(set) var computed: [SymbolID: [SymbolID]] = [:]
  /// For each object the results of functions that were applied to it, or to what is in it.
  private(set) var applied: [ObjectID: [SymbolID]] = [:]

  private var objectIndices: [ObjectName: ObjectID] = [:]
  private var symbolIndices: [SymbolName: SymbolID] = [:]
  private var loanIndices: [LoanName: LoanID] = [:]
  private var locationIndices: [LocationName: LocationID] = [:]

  init(parameterCount: Int) { self.parameterCount = parameterCount }

  mutating func object(_ name: ObjectName) -> ObjectID {
    if let id = objectIndices[name] { return id }
    let id = ObjectID(index: Int32(objects.count))
    objects.append(name)
    objectIndices[name] = id
    return id
  }

  mutating func symbol(_ name: SymbolName) -> SymbolID {
    if let id = symbolIndices[name] { return id }
    let id = SymbolID(index: Int32(symbols.count))
    symbols.append(name)
    symbolIndices[name] = id
    let bases = bases(of: name)
    for base in bases.symbols { computed[base, default: []].append(id) }
    for base in bases.objects { applied[base, default: []].append(id) }
    return id
  }

  mutating func loan(_ name: LoanName) -> LoanID {
    if let id = loanIndices[name] { return id }
    let id = LoanID(index: Int32(loans.count))
    loans.append(name)
    loanIndices[name] = id
    return id
  }

  mutating func location(_ name: LocationName) -> LocationID {
    if let id = locationIndices[name] { return id }
    let id = LocationID(index: Int32(locations.count))
    locations.append(name)
    haveParts.append(false)
    paths.append(newPath(of: name))
    if case .part(let whole, let step) = name {
      if case .symbolic(let index, _) = step {
        indices.insert(index)
        indexed.insert(whole)
      }
      haveParts[Int(whole.index)] = true
      roots.append(roots[Int(whole.index)])
      depths.append(depths[Int(whole.index)])
    } else {
      roots.append(id)
      depths.append(depth(ofRoot: name))
    }
    locationIndices[name] = id
    return id
  }

  /// Returns the location with a name that was given before.
  func location(existing name: LocationName) -> LocationID? { locationIndices[name] }

  /// Returns the part of `whole` behind `step`.
  mutating func part(of whole: LocationID, _ step: LocationName.Step) -> LocationID {
    location(.part(of: whole, step))
  }

  subscript(_ id: ObjectID) -> ObjectName { objects[Int(id.index)] }
  subscript(_ id: SymbolID) -> SymbolName { symbols[Int(id.index)] }
  subscript(_ id: LoanID) -> LoanName { loans[Int(id.index)] }
  subscript(_ id: LocationID) -> LocationName { locations[Int(id.index)] }

  /// The variable or memory that a location is part of.
  func root(of id: LocationID) -> LocationID { roots[Int(id.index)] }

  /// The number of pointers between a location and a variable.
  func depth(of id: LocationID) -> Int { depths[Int(id.index)] }

  /// The location of which `id` is a part, if it is one.
  func whole(of id: LocationID) -> LocationID? {
    if case .part(let whole, _) = self[id] { return whole }
    return nil
  }

  /// The path of a location at entry, as a caller sees it; `nil` if it cannot.
  func path(of id: LocationID) -> AccessPath? { paths[Int(id.index)] }

  /// Whether some location is a part of `id`.
  func hasParts(_ id: LocationID) -> Bool { haveParts[Int(id.index)] }

  /// Whether `id` is a part of `whole`, at any depth, and not `whole` itself.
  func isPart(_ id: LocationID, of whole: LocationID) -> Bool {
    var id = id
    while let next = self.whole(of: id) {
      if next == whole { return true }
      id = next
    }
    return false
  }

  private func depth(ofRoot name: LocationName) -> Int {
    switch name {
    case .pointee(let symbol):
      switch self[symbol] {
      case .initial(let location, _), .merged(_, let location), .kept(let location):
        depth(of: location) + 1
      case .made, .computed, .applied, .floating: 1
      }
    case .content(let object):
      if case .initial(let location) = self[object] { depth(of: location) + 1 } else { 1 }
    case .local, .global, .keeper, .heap, .context, .string, .part: 0
    }
  }

  /// Whether a symbol names what a location holds where different values met.
  func isMerged(_ symbol: SymbolID, at location: LocationID) -> Bool {
    if case .merged(_, location) = self[symbol] { return true }
    return false
  }

  /// Returns the path of a location that is about to get an index.
  private func newPath(of name: LocationName) -> AccessPath? {
    switch name {
    case .local(let local):
      local.index < parameterCount ? AccessPath(.argument(local.index)) : nil
    case .global(let name): AccessPath(.global(name))
    case .keeper(let function): AccessPath(.keeper(function))
    case .pointee(let symbol):
      if case .initial(let holder, nil) = self[symbol] {
        path(of: holder)?.appending(.dereference)
      } else {
        nil
      }
    case .content(let object):
      if case .initial(let holder) = self[object] {
        path(of: holder)?.appending(.content)
      } else {
        nil
      }
    case .part(let whole, let step): path(of: whole).map { $0.appending(self.step(step)) }
    case .heap, .context, .string: nil
    }
  }

  /// Returns the steps from a whole to its part.
  func steps(to location: LocationID, from whole: LocationID) -> [AccessPath.Step] {
    var steps: [AccessPath.Step] = []
    var current = location
    while current != whole, case .part(let next, let step) = self[current] {
      steps.append(self.step(step))
      current = next
    }
    return steps.reversed()
  }

  /// Returns a step as a caller sees it.
  private func step(_ step: LocationName.Step) -> AccessPath.Step {
    switch step {
    case .field(let name): return .field(name)
    case .index(let index): return .index(index)
    case .symbolic(let symbol, let offset):
      // The caller may know which element it is.
      guard case .initial(let holder, nil) = self[symbol], let path = path(of: holder) else {
        return .anyIndex
      }
      return .indexHeld(by: path, plus: offset)
    case .anyIndex, .held: return .anyIndex
    }
  }

  /// Whether a location is, or is in, an element whose index is given by a symbol.
  func isIndexed(_ location: LocationID, by symbol: SymbolID) -> Bool {
    var location = location
    while case .part(let whole, let step) = self[location] {
      if case .symbolic(symbol, _) = step { return true }
      location = whole
    }
    return false
  }

  /// Whether a location is at an unknown index of an array that is at one itself, or an element at
  /// an index that has a name.
  func hasUnknownIndex(_ location: LocationID) -> Bool {
    guard case .part(let whole, let step) = self[location] else { return false }
    if case .symbolic = step { return true }
    return standsForSeveral(whole) || hasUnknownIndex(whole)
  }

  /// Whether a location is, or is in, an element that another one with a different name can be.
  func mayHaveAliases(_ location: LocationID) -> Bool {
    if indexed.isEmpty { return false }
    var location = location
    while !indexed.contains(location) {
      guard case .part(let whole, _) = self[location] else { return false }
      location = whole
    }
    return true
  }

  /// Whether a location is an element of an array that stands for any of them.
  func standsForSeveral(_ location: LocationID) -> Bool {
    var location = location
    while case .part(let whole, let step) = self[location] {
      if step == .anyIndex { return true }
      location = whole
    }
    return false
  }

}
