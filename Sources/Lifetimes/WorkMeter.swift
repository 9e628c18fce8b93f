/// Counts the work that goes into functions that are analyzed together.
final class WorkMeter {

  let limits: WorkLimits
  /// Whether the whole program has been too much work already.
  let isScarce: Bool
  /// What was counted so far.
  private(set) var spent = 0
  /// What all of it may be.
  private let budget: WorkBudget

  /// Makes the meter for a function of `size` instructions.
  init(function size: Int, _ limits: WorkLimits, isScarce: Bool) {
    self.limits = limits
    self.isScarce = isScarce
    budget = limits.budget(forFunctionOf: size, isScarce: isScarce)
  }

  /// Makes the meter for functions that call each other, of `size` instructions together.
  init(ring size: Int, _ limits: WorkLimits, isScarce: Bool) {
    self.limits = limits
    self.isScarce = isScarce
    budget = limits.budget(forRingOf: size, isScarce: isScarce)
  }

  func spend(_ units: Int) { spent += units }

  /// How exactly to go on.
  var stage: WorkBudget.Stage { budget.stage(after: spent) }

}
