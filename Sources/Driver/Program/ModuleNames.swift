import IR
import Lifetimes

/// What a source gives to other sources, and what it takes from them.
struct ModuleNames {

  /// The functions and variables that it defines and that others can name.
  let defined: Set<String>
  /// The functions and variables that it uses and that are declared in the user's files.
  let used: Set<String>

  init(of module: Module) {
    let functions = module.functions.names.filter { $0.file == nil }.map(\.name)
    let shared = module.globals.filter { !$0.isInternal }
    defined = Set(functions + shared.filter { $0.initialValues != nil }.map(\.sourceName))
    let outlines = module.functions.map { FunctionOutline(of: $0) }
    let values = module.globals.flatMap { $0.initialValues ?? [] }.map(\.value)
    let named =
      outlines.flatMap { $0.callees + $0.mentioned }
      + values.compactMap { if case .function(let name) = $0 { name } else { nil } }
    let outside = module.declarations.filter { Self.isOutside($0.range.start.file) }.map(\.name)
    let others = Set(named).subtracting(outside).filter { $0.file == nil }.map(\.name)
    let variables = shared.filter { !Self.isOutside($0.range.start.file) }.map(\.sourceName)
    used = Set(others + variables).subtracting(defined)
  }

  /// Whether a declaration in `file` is the system's or the compiler's: the sources of the program
  /// do not define what it declares.
  private static func isOutside(_ file: String) -> Bool {
    file.isEmpty || file.hasPrefix("/usr/")
  }

}
