import IR

/// Returns the functions that a runtime calls: those that stand in its tables.
func entryPoints(
  of program: Program, _ runtime: RuntimeModel
) -> [FunctionName: RuntimeModel.MemberRole] {
  var found: [FunctionName: RuntimeModel.MemberRole] = [:]
  func add(_ name: FunctionName, _ member: String, _ record: String, in file: String) {
    guard let role = runtime.members[record]?[member], role == .entryPoint || role == .destructor
    else { return }
    found[name] = role
    // The function of this file, where another file has one of the same name.
    if name.file == nil { found[FunctionName(name.name, file: file)] = role }
  }
  for global in program.globals.values {
    for value in global.initialValues ?? [] {
      guard case .function(let name) = value.value,
        case .field(let member, let record)? = value.path.last
      else { continue }
      add(name, member, record, in: global.range.start.file)
    }
  }
  for function in program.functions {
    for kept in function.keptFunctions {
      add(kept.function, kept.member, kept.record, in: function.range.start.file)
    }
  }
  return found
}
