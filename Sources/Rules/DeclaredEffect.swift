import Lifetimes

extension Rule {

  /// Finds functions whose body does not do what their declaration says.
  static let declaredEffect = Rule(
    "declared-effect",
    "a function does not do what its declaration says",
    severity: .error
  ) { (kind) in
    guard case .effectBroken(let text) = kind else { return nil }
    return text
  }

}
