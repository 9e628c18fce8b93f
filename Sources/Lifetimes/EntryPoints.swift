import IR

/// Returns the functions that a runtime calls: those that stand in its tables.
func entryPoints(
  of program: Program, _ runtime: RuntimeModel
) -> [FunctionName: RuntimeModel.MemberRole] {
  var found: [FunctionName: RuntimeModel.MemberRole] = [:]
  func add(_ operand: Operand, _ projections: [Place.Projection], in file: String) {
    guard case .function(let name) = operand,
      case .field(let member, let record)? = projections.last,
      let role = runtime.members[record]?[member], role == .entryPoint || role == .destructor
    else { return }
    found[name] = role
    // The function of this file, where another file has one of the same name.
    if name.file == nil { found[FunctionName(name.name, file: file)] = role }
  }
  for global in program.globals.values {
    for value in global.initialValues ?? [] {
      add(value.value, value.path, in: global.range.start.file)
    }
  }
  for function in program.functions {
    for block in function.blocks {
      for instruction in block.instructions {
        switch instruction.kind {
        case .assign(let place, .operand(let operand)),
          .assign(let place, .cast(let operand, to: _)):
          add(operand, place.projections, in: function.range.start.file)
        case .assign, .call, .storageLive, .storageDead, .opaque: continue
        }
      }
    }
  }
  return found
}
