import IR

/// The functions that a call passes to a function, by where the callee finds the pointers to them.
struct FunctionBindings: Hashable {

  /// What is passed in one place.
  struct Passed: Hashable {
    /// At least one function: several if it is not known which.
    let functions: [FunctionName]
    /// Whether it is the only function, and not null.
    let isCertain: Bool
  }

  private(set) var passed: [AccessPath: Passed] = [:]

  var isEmpty: Bool { passed.isEmpty }

  subscript(_ path: AccessPath) -> Passed? { passed[path] }

  /// Adds what is passed in a place.
  mutating func add(_ passed: Passed, at path: AccessPath) { self.passed[path] = passed }

}
