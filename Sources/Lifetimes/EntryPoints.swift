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
      guard case .field(let member, let record)? = value.path.last else { continue }
      let file = global.range.start.file
      switch value.value {
      case .function(let name): add(name, member, record, in: file)
      case .string(let text) where runtime.members[record]?[member] == .entryPointNames:
        for name in leadingNames(in: text) { found[FunctionName(name, file: file)] = .entryPoint }
      case .copy, .address, .constant, .floating, .string, .unknown: continue
      }
    }
  }
  for function in program.functions {
    for kept in function.keptFunctions {
      add(kept.function, kept.member, kept.record, in: function.range.start.file)
    }
  }
  return found
}

/// Returns the names that stand alone between commas, up to the first text that is no name.
private func leadingNames(in text: String) -> [String] {
  text.split(separator: ",")
    .map { $0.drop { $0 == " " } }
    .prefix { (part) in part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
    .map(String.init)
}
