import Clang
import IR
import Lowering

/// The declarations that a C header makes.
struct Header {

  /// What it declares, and what it includes declares.
  let module: Module

  /// Parses `text` as C with these flags.
  init(text: String, arguments: [String]) throws {
    module = try withLargeStack {
      let library = try Library.open()
      let unit = try TranslationUnit(
        path: "header.c", contents: text, arguments: ["-x", "c"] + arguments, library: library)
      return lower(unit, options: LoweringOptions(allDeclarations: true))
    }
  }

  /// The description of HPy.
  static func contract() throws -> Header {
    try Header(text: "#include \"\(Repository.contract)\"\n", arguments: [])
  }

  /// What `hpy.h` declares with these flags.
  static func hpy(_ arguments: [String]) throws -> Header {
    try Header(text: "#include <hpy.h>\n", arguments: arguments)
  }

  /// The number of parameters of each function whose name begins as the API's do; negative and
  /// less by one if more may follow.
  var arities: [String: Int] {
    var arities: [String: Int] = [:]
    for declaration in module.declarations {
      let name = declaration.name.name
      guard name.hasPrefix("HPy") || name.hasPrefix("_HPy") else { continue }
      let count = declaration.parameters.count
      arities[name] = declaration.isVariadic ? -count - 1 : count
    }
    return arities
  }

}
