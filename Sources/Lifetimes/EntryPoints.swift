import IR

/// Returns the functions that a runtime calls: those that stand in its tables.
func entryPoints(
  of program: Program, _ runtime: RuntimeModel
) -> [FunctionName: RuntimeModel.MemberRole] {
  var found: [FunctionName: RuntimeModel.MemberRole] = [:]
  func add(_ operand: Operand, _ projections: [Place.Projection]) {
    guard case .function(let name) = operand, case .field(let member, let record)? = projections.last,
      let role = runtime.members[record]?[member], role == .entryPoint || role == .destructor
    else { return }
    found[name] = role
  }
  for global in program.globals.values {
    for value in global.initialValues ?? [] { add(value.value, value.path) }
  }
  for function in program.functions {
    for block in function.blocks {
      for instruction in block.instructions {
        switch instruction.kind {
        case .assign(let place, .operand(let operand)),
          .assign(let place, .cast(let operand, to: _)):
          add(operand, place.projections)
        case .assign, .call, .storageLive, .storageDead, .opaque: continue
        }
      }
    }
  }
  return found
}
