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
  ///
  /// A tree may hold several libraries that use the same names: what is defined again, in another
  /// place, is kept beside the first under a name that tells its file.
  public init(_ modules: [Module], declared: [FunctionName: DeclaredEffects] = [:]) {
    let sorted = modules.sorted { $0.file < $1.file }
    var found: [FunctionName: (function: Function, module: Int)] = [:]
    var globals: [String: Global] = [:]
    for (index, module) in sorted.enumerated() {
      for function in module.functions {
        guard let known = found[function.name]?.function else {
          found[function.name] = (function, index)
          continue
        }
        if known.range == function.range { continue }
        let name = FunctionName(function.name.name, file: module.file)
        if found[name] == nil { found[name] = (function.named(name), index) }
      }
      for global in module.globals {
        guard let known = globals[global.name], known.initialValues != nil else {
          globals[global.name] = global
          continue
        }
        if global.initialValues == nil || known.range == global.range { continue }
        globals["\(module.file)::\(global.name)"] = global
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
