import IR
import Source

/// What the analysis of a whole program needs to know of each of its functions at once.
///
/// The bodies are looked at one by one; this is what is kept of all of them.
public struct FunctionOutline: Sendable {

  /// A member, of a struct behind a pointer, whose address is passed to a function.
  struct PassedMember: Hashable {
    let name: String
    let record: String
    /// Which of the arguments it is.
    let argument: Int
    /// The function; `nil` if it is called through a pointer.
    let callee: FunctionName?
  }

  /// A member, of a struct behind a pointer, whose address is put into a variable.
  struct HeldMember: Hashable {
    let name: String
    let record: String
  }

  /// A function that is put into a member.
  struct KeptFunction: Hashable {
    let function: FunctionName
    let member: String
    let record: String
  }

  public let name: FunctionName
  /// Where its name stands in its definition.
  public let range: SourceRange
  let result: Type
  /// The types of its parameters.
  let parameters: [Type]
  /// How many instructions and terminators it has.
  let size: Int
  /// What could not be lowered.
  public let gaps: [Function.Gap]
  /// The functions that it calls by name, sorted.
  public private(set) var callees: [FunctionName] = []
  /// The functions that it passes on, keeps or returns, sorted.
  public private(set) var mentioned: [FunctionName] = []
  /// Whether it calls through a pointer.
  public private(set) var callsIndirectly = false
  /// Where the pointers are kept through which it calls, or lets others call.
  private(set) var calledSlots: [FunctionTargets.Slot] = []
  /// What it does to the pointers to functions that are kept somewhere.
  private(set) var movements: [FunctionTargets.Movement] = []
  private(set) var keptFunctions: [KeptFunction] = []
  private(set) var passedMembers: [PassedMember] = []
  private(set) var heldMembers: [HeldMember] = []
  /// The members, of structs behind pointers, from which it reads pointers.
  private(set) var followedMembers: Set<HeldMember> = []
  /// The variables with static storage that it writes, sorted.
  private(set) var writtenGlobals: [String] = []

  /// Reads the outline off a function; `tables` are the records that have pointers to functions in
  /// them.
  public init(of function: Function, tables: Set<String> = []) {
    name = function.name
    range = function.range
    result = function.result
    parameters = function.parameters.map(\.type)
    size = function.size
    gaps = function.gaps
    let definitions = Definitions(in: function)
    for block in function.blocks {
      if case .return(.function(let name)?) = block.terminator.kind { mentioned.append(name) }
      for instruction in block.instructions {
        switch instruction.kind {
        case .call(let call): add(call, definitions)
        case .assign(let place, let expression):
          add(expression, to: place)
          addMembers(heldBy: place, expression, definitions)
          addMembers(followedBy: expression)
        case .storageLive, .storageDead, .opaque: continue
        }
      }
    }
    let moved = FunctionMovements(in: function, definitions, tables: tables)
    movements = moved.all
    calledSlots = moved.calledSlots
    callees = Set(callees).sorted()
    mentioned = Set(mentioned).sorted()
    writtenGlobals = Set(writtenGlobals).sorted()
  }

  private mutating func add(_ call: Call, _ definitions: Definitions) {
    var callee: FunctionName?
    switch call.callee {
    case .direct(let name):
      callee = name
      callees.append(name)
    case .indirect:
      callsIndirectly = true
    }
    for (index, operand) in call.arguments.enumerated() {
      if case .function(let name) = operand { mentioned.append(name) }
      guard case .address(let place) = definitions.source(of: operand), place.dereferences else {
        continue
      }
      let steps = definitions.projections(before: place) + place.projections
      for case .field(let name, let record) in steps {
        passedMembers.append(
          .init(name: name, record: record, argument: index, callee: callee))
      }
    }
  }

  /// Adds the member, of a struct behind a pointer, from which a pointer is read.
  private mutating func addMembers(followedBy expression: Expression) {
    guard case .copy(let place)? = expression.operand, place.dereferences,
      place.type.pointee != nil, case .field(let name, let record)? = place.projections.last
    else { return }
    followedMembers.insert(.init(name: name, record: record))
  }

  /// Adds the member whose address is put into a variable that has more than one name or value.
  private mutating func addMembers(
    heldBy variable: Place, _ expression: Expression, _ definitions: Definitions
  ) {
    if case .local(let local) = variable.base, definitions[local] != nil { return }
    guard case .address(let place)? = expression.operand.map(definitions.source),
      place.dereferences
    else { return }
    for case .field(let name, let record) in place.projections {
      heldMembers.append(.init(name: name, record: record))
    }
  }

  private mutating func add(_ expression: Expression, to place: Place) {
    if case .global(let name) = place.base { writtenGlobals.append(name) }
    guard let operand = expression.operand else { return }
    if case .function(let name) = operand {
      mentioned.append(name)
      if case .field(let member, let record)? = place.projections.last {
        keptFunctions.append(.init(function: name, member: member, record: record))
      }
    }
  }

}
