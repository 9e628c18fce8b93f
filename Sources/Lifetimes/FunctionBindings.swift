import IR

/// The functions that a call passes to a function, by where the callee finds the pointers to them.
struct FunctionBindings: Hashable {

  private(set) var functions: [AccessPath: FunctionName] = [:]

  var isEmpty: Bool { functions.isEmpty }

  /// Returns these and another function.
  func adding(_ function: FunctionName, at path: AccessPath) -> FunctionBindings {
    var result = self
    result.functions[path] = function
    return result
  }

}
