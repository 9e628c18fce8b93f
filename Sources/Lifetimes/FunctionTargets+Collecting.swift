import Graphs
import IR

extension FunctionTargets {

  /// Finds where the functions of `program` are kept.
  public init(of program: Program) {
    let unions = program.records.lazy.flatMap(\.values).filter(\.isUnion).map(\.name)
    self.init(unions: Set(unions))
    var flows = FunctionFlows()
    let bodies = Set(program.functions.lazy.map(\.name))
    let constants = Set(program.globals.lazy.filter(\.value.isConstant).map(\.key))
    for global in program.globals.values.sorted(by: { $0.name < $1.name }) {
      for movement in FunctionMovements(in: global, tables: program.tables).all {
        add(movement, to: &flows, bodies)
      }
      if global.initialValues == nil { openParts(of: global, program, &flows) }
    }
    for movement in program.functions.lazy.flatMap(\.movements) {
      add(movement, to: &flows, bodies)
    }
    flows.exposed.subtract(constants)
    flows.overwritten.subtract(constants)
    openUnknown(in: program, flows)
    flows.connectMembers()
    solve(flows)
  }

  private mutating func add(
    _ movement: Movement, to flows: inout FunctionFlows, _ bodies: Set<FunctionName>
  ) {
    switch movement {
    case .kept(let target, let slot):
      add(target, to: slot)
      flows.use(canonical(slot))
      if case .function(let name) = target { flows.addressTaken.insert(name) }
    case .moved(let source, let target):
      flows.add(from: canonical(source), to: canonical(target))
    case .lost(let slot):
      addOpen(slot)
      flows.use(canonical(slot))
    case .taken(let name): flows.addressTaken.insert(name)
    case .exposed(let global, let callee):
      flows.exposed.insert(global)
      if let callee, !bodies.contains(callee) { flows.overwritten.insert(global) }
    case .overwritten(let global): flows.overwritten.insert(global)
    case .copied(let record): flows.copiedRecords.insert(record)
    }
  }

  /// Opens what is in a variable that something outside of the program defines.
  private mutating func openParts(
    of global: Global, _ program: Program, _ flows: inout FunctionFlows
  ) {
    for slot in slots(in: global.type, of: global.name, program) {
      addOpen(slot)
      flows.use(canonical(slot))
    }
  }

  /// Returns the slots in a variable of a type.
  private func slots(in type: Type, of global: String, _ program: Program) -> [Slot] {
    switch type.unaliased {
    case .array(let element, _): return slots(in: element, of: global, program)
    case .record(let name):
      return program.fields(of: name).flatMap { (field) in
        CarriedPointer(field.type, tables: program.tables) == nil
          ? slots(in: field.type, of: global, program)
          : [.memberOf(global: global, field.name, record: name)]
      }
    default:
      let carried = CarriedPointer(type, tables: program.tables)
      return carried == nil ? [] : [.global(global)]
    }
  }

  /// Finds the slots that something outside of the program can fill.
  private mutating func openUnknown(in program: Program, _ flows: FunctionFlows) {
    let called = Set(program.functions.lazy.flatMap(\.callees))
    var parameters: [FunctionName: Int] = [:]
    for function in program.functions {
      parameters[function.name] = function.parameters.count
      // Who calls these, and with what, is not known.
      if called.contains(function.name), !flows.addressTaken.contains(function.name) { continue }
      for index in function.parameters.indices { addOpen(.parameter(index, of: function.name)) }
    }
    for slot in flows.slots {
      switch slot {
      case .parameter(let index, let name):
        if index >= parameters[name] ?? 0 { addOpen(slot) }
      case .result(let name):
        if parameters[name] == nil { addOpen(slot) }
      case .member, .stored, .memberOf, .global, .local: continue
      }
    }
  }

  /// Follows the flows, once each: slots that flow into each other hold the same, and come after
  /// those that flow into them.
  private mutating func solve(_ flows: FunctionFlows) {
    let slots = Array(flows.slots)
    let positions = Dictionary(uniqueKeysWithValues: zip(slots, slots.indices))
    let components = stronglyConnectedComponents(count: slots.count) { (position) in
      flows.sources(of: slots[position]).compactMap { positions[$0] }
    }
    for component in components {
      let members = component.map { slots[$0] }
      let sources = Set(members.flatMap { flows.sources(of: $0) }).subtracting(members)
      if sources.isEmpty && members.count == 1 { continue }
      flow(from: sources, into: members)
    }
  }

}
