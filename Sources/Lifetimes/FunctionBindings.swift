import IR

/// The functions that a call passes to a function, by where the callee finds the pointers to them:
/// several for one place if it is not known which.
struct FunctionBindings: Hashable {

  private(set) var functions: [AccessPath: [FunctionName]] = [:]

  var isEmpty: Bool { functions.isEmpty }

  subscript(_ path: AccessPath) -> [FunctionName]? { functions[path] }

  /// Adds what is passed in a place, of which there is at least one function.
  mutating func add(_ passed: [FunctionName], at path: AccessPath) { functions[path] = passed }

}
