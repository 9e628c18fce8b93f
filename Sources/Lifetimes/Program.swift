import IR
import Source

/// All translation units of a run, put together.
public struct Program: Sendable {

  /// Where a body is: in which module, and the how manieth function of it.
  private struct Body {
    let module: Int
    let position: Int
  }

  /// The functions with a body, each once, sorted by name.
  public let functions: [FunctionOutline]
  /// Where the body of each function is.
  private let bodies: [Body]
  private let packed: [PackedFunctions]
  /// For each file the functions with a body in it or in a header of it.
  private let members: [String: [FunctionName]]
  /// The records of each module.
  let records: [[String: Record]]
  /// The names of the records that have pointers to functions in them.
  let tables: Set<String>
  /// Variables with static storage, by name; a definition wins over a declaration.
  public let globals: [String: Global]
  /// What the program itself declares of its functions.
  public let declared: [FunctionName: DeclaredEffects]
  /// What it declares of all functions of a type, by the name of the type.
  let declaredTypes: [String: FunctionSummary]

  /// Puts `modules` together. The result does not depend on their order.
  ///
  /// A tree may hold several libraries that use the same names: what is defined again, in another
  /// place, is kept beside the first under a name that tells its file. The names of the runtime's
  /// records stay as they are.
  public init(
    _ modules: [Module], declared: [FunctionName: DeclaredEffects] = [:],
    declaredTypes: [String: FunctionSummary] = [:], runtimeRecords: Set<String> = []
  ) {
    let sorted = Self.withUniqueRecords(
      modules.sorted { $0.file < $1.file }, keeping: runtimeRecords)
    var found: [FunctionName: (outline: FunctionOutline, body: Body)] = [:]
    var members: [String: [FunctionName]] = [:]
    var globals: [String: Global] = [:]
    let tables = sorted.lazy.flatMap(\.records.values).tables
    for (index, module) in sorted.enumerated() {
      for (position, name) in module.functions.names.enumerated() {
        let body = Body(module: index, position: position)
        let function = module.functions[position]
        let known = found[name]?.outline
        let isOther = known != nil && known?.range != function.range
        let unique = isOther ? FunctionName(name.name, file: module.file) : name
        members[module.file, default: []].append(unique)
        if found[unique] == nil {
          found[unique] = (FunctionOutline(of: function.named(unique), tables: tables), body)
        }
      }
      Self.add(module.globals, of: module.file, to: &globals)
    }
    let ordered = found.values.sorted { $0.outline.name < $1.outline.name }
    functions = ordered.map(\.outline)
    bodies = ordered.map(\.body)
    packed = sorted.map(\.functions)
    records = sorted.map(\.records)
    self.members = members
    self.tables = tables
    self.globals = globals
    self.declared = declared
    self.declaredTypes = declaredTypes
  }

  /// Returns the modules with different names for different records: where a source, or a header,
  /// defines one of a name that others use for another, the name tells the file.
  private static func withUniqueRecords(
    _ modules: [Module], keeping kept: Set<String>
  ) -> [Module] {
    var definitions: [String: Set<SourcePosition>] = [:]
    var shapes: [String: Set<[String]>] = [:]
    for (name, record) in modules.lazy.flatMap(\.records) where !kept.contains(name) {
      guard let position = record.position else { continue }
      if definitions[name, default: []].insert(position).inserted {
        shapes[name, default: []].insert(record.shape)
      }
    }
    definitions = definitions.filter { $0.value.count > 1 }
    if definitions.isEmpty { return modules }
    return modules.map { (module) in
      var names: [String: String] = [:]
      for (name, record) in module.records where definitions[name] != nil {
        guard let file = record.position?.file else { continue }
        // Headers that define the same are copies of each other.
        let isOther = file == module.file || (shapes[name]?.count ?? 0) > 1
        if isOther { names[name] = "\(file)::\(name)" }
      }
      return module.renaming(records: names)
    }
  }

  private static func add(
    _ added: [Global], of file: String, to globals: inout [String: Global]
  ) {
    for global in added {
      guard let known = globals[global.name], known.initialValues != nil else {
        globals[global.name] = global
        continue
      }
      if global.initialValues == nil || known.range == global.range { continue }
      globals["\(file)::\(global.name)"] = global
    }
  }

  /// Returns the functions with a body in a file or in a header of it, in source order.
  public func functions(in file: String) -> [FunctionName] { members[file] ?? [] }

  /// Returns the function at an index into `functions`.
  func body(at index: Int) -> Function {
    let body = bodies[index]
    return packed[body.module][body.position].named(functions[index].name)
  }

  /// Returns the members of a record.
  func fields(of record: String) -> [Record.Field] {
    records.lazy.compactMap { $0[record]?.fields }.first { !$0.isEmpty } ?? []
  }

  /// The module that a function comes from.
  func module(at index: Int) -> Int { bodies[index].module }

}

extension Record {
  /// Where the record is defined, as far as its first member tells.
  fileprivate var position: SourcePosition? { fields.first?.range?.start }

  /// What the members are called and of which types they are.
  fileprivate var shape: [String] { fields.map { "\($0.name): \($0.type)" } }
}
