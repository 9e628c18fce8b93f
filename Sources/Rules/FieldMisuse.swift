import Lifetimes

extension Rule {

  /// Finds object references that the collector cannot see, or that are read without a call.
  static let fieldMisuse = Rule(
    "field-misuse",
    "an object reference for structs is used in another way",
    severity: .warning
  ) { (kind) in
    switch kind {
    case .fieldDeclared(let name):
      return "\(name.quoted()) is a local field: the collector does not know of it"
    case .fieldStatic(let name):
      return "\(name.quoted()) is a static field: the collector does not know of it"
    case .fieldRead(let name): return "field \(name.quoted()) is read directly"
    case .fieldsCopied(let name): return "\(name.quoted()) is copied with the fields in it"
    case .globalDeclared(let name):
      return "\(name.quoted()) is a local global: the collector does not know of it"
    case .fieldUnvisited(let record, let field):
      return "'\(record).\(field)' is not visited by a traverse function"
    case .globalUnlisted(let name):
      return "global \(name.quoted()) is not listed in the module's definition"
    default: return nil
    }
  }

}
