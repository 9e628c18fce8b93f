import IR

/// All translation units of a run, put together.
public struct Program: Sendable {

  /// The functions with a body, each once, sorted by name.
  public let functions: [Function]
  /// For each function the module that it comes from.
  let modules: [Int]
  /// The records of each module.
  let records: [[String: Record]]
  /// Variables with static storage, by name; a definition wins over a declaration.
  public let globals: [String: Global]
  /// What the program itself declares of its functions.
  public let declared: [FunctionName: DeclaredEffects]

  /// Puts `modules` together. The result does not depend on their order.
  public init(_ modules: [Module], declared: [FunctionName: DeclaredEffects] = [:]) {
    let sorted = modules.sorted { $0.file < $1.file }
    var found: [FunctionName: (function: Function, module: Int)] = [:]
    var globals: [String: Global] = [:]
    for (index, module) in sorted.enumerated() {
      for function in module.functions where found[function.name] == nil {
        found[function.name] = (function, index)
      }
      for global in module.globals {
        if globals[global.name]?.initialValues == nil { globals[global.name] = global }
      }
    }
    let ordered = found.values.sorted { $0.function.name < $1.function.name }
    functions = ordered.map(\.function)
    self.modules = ordered.map(\.module)
    records = sorted.map(\.records)
    self.globals = globals
    self.declared = declared
  }

}
