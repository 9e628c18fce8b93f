import IR
import Source

/// Checks that a runtime learns of every object reference that a program keeps: that the references
/// in objects are visited, and that those in variables are listed.
struct ReferenceTables {

  let program: Program
  let runtime: RuntimeModel
  /// The results of the functions, to tell which structs are those of objects.
  let summaries: [FunctionSummary]

  /// Returns what is missing, in source order.
  func observations() -> [Observation] {
    (unvisitedFields() + unlistedGlobals() + staticFields()).sorted { $0.range < $1.range }
  }

  /// The references for structs that are variables with static storage.
  private func staticFields() -> [Observation] {
    program.globals.values.filter { isReference($0.type) && $0.initialValues != nil }.map {
      Observation(.fieldStatic(name: .source($0.sourceName)), at: $0.range, in: "")
    }
  }

  /// The references in structs of objects that no function visits.
  private func unvisitedFields() -> [Observation] {
    let visited = VisitedFields(in: program, runtime: runtime)
    let definesTypes = declares(.typeSpecification)
    let structs = objectStructs()
    var observations: [Observation] = []
    let records = program.records.reduce(into: [:]) { (all, records) in
      all.merge(records) { (first, _) in first }
    }
    let stored = storedFields()
    for (name, record) in records.sorted(by: { $0.key < $1.key })
    where definesTypes || visited.members[name] != nil {
      let fields = record.fields.filter { (field) in
        let isStored = stored[name]?.contains(field.name) == true
        return isReference(field.type) && (structs.contains(name) || isStored)
          || isArrayOfReferences(field) && structs.contains(name) && isStored
            && !visited.follows(record.fields.filter(isArrayOfReferences), of: name)
      }
      for field in fields where visited.members[name]?.contains(field.name) != true {
        guard let range = field.range else { continue }
        let prefix = range.start.file + "::"
        let sourceName = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
        observations.append(
          .init(.fieldUnvisited(record: sourceName, field: field.name), at: range, in: ""))
      }
    }
    return observations
  }

  /// Whether a member points to references, which the object of its struct may own.
  private func isArrayOfReferences(_ field: Record.Field) -> Bool {
    guard field.type.isPointer, let target = field.type.pointee else { return false }
    return runtime.role(of: target) == .field
  }

  private func isReference(_ type: Type) -> Bool {
    runtime.role(of: type.arrayElement ?? type) == .field
  }

  /// Whether some variable with static storage has a type of this role.
  private func declares(_ role: TypeRole) -> Bool {
    program.globals.values.contains {
      runtime.role(of: $0.type.arrayElement ?? $0.type) == role && $0.initialValues != nil
    }
  }

  /// The structs that functions return pointers to from inside a handle.
  private func objectStructs() -> Set<String> {
    var structs: Set<String> = []
    for (function, summary) in zip(program.functions, summaries) {
      guard case .record(let name)? = function.result.pointee?.unaliased else { continue }
      for way in summary.cases {
        if case .interior = way.result { structs.insert(name) }
      }
    }
    return structs
  }

  /// For each record the members into which a function of the runtime stores.
  private func storedFields() -> [String: Set<String>] {
    var stored: [String: Set<String>] = [:]
    for member in program.functions.lazy.flatMap(\.passedMembers) {
      guard let name = member.callee,
        runtime.summaries[name.name]?.parameter(member.argument).role == .field
      else { continue }
      stored[member.record, default: []].insert(member.name)
    }
    return stored
  }

  /// The references in variables that no module's definition lists, if the program has one.
  private func unlistedGlobals() -> [Observation] {
    let modules = program.globals.values.filter(isModuleDefinition)
    if modules.isEmpty { return [] }
    let listed = references(in: tables(of: modules) ?? program.globals.values.filter(isTable))
    return program.globals.values.compactMap { (global) -> Observation? in
      guard runtime.role(of: global.type) == .global, global.initialValues != nil,
        !listed.contains(global.name)
      else { return nil }
      let name = Designation.source(global.sourceName)
      return Observation(.globalUnlisted(name: name), at: global.range, in: "")
    }
  }

  /// Whether a variable tells a runtime of tables of references.
  private func isModuleDefinition(_ global: Global) -> Bool {
    guard global.initialValues != nil, case .record(let name) = global.type.unaliased else {
      return false
    }
    return runtime.members[name]?.values.contains(.moduleGlobals) == true
  }

  private func isTable(_ global: Global) -> Bool { global.initialValues?.isEmpty == false }

  /// The tables that the definitions of modules name; `nil` if one of them is not constant.
  private func tables(of modules: [Global]) -> [Global]? {
    let written = Set(program.functions.lazy.flatMap(\.writtenGlobals))
    var tables: [Global] = []
    for module in modules {
      if written.contains(module.name) { return nil }
      for value in module.initialValues ?? [] {
        guard case .field(let member, let record)? = value.path.last,
          runtime.members[record]?[member] == .moduleGlobals
        else { continue }
        guard case .address(let place) = value.value, case .global(let name) = place.base,
          let table = program.globals[name], table.initialValues != nil
        else { return nil }
        tables.append(table)
      }
    }
    return tables
  }

  /// The variables whose addresses are in tables.
  private func references(in tables: [Global]) -> Set<String> {
    var names: Set<String> = []
    for value in tables.lazy.flatMap({ $0.initialValues ?? [] }) {
      if case .address(let place) = value.value, case .global(let name) = place.base {
        names.insert(name)
      }
    }
    return names
  }

}
