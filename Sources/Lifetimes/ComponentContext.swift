/// What the analyses of functions share that call each other, or of one that does not call itself.
struct ComponentContext {
  /// The summaries of the functions that were analyzed before; `nil` for others.
  let known: [FunctionSummary?]
  /// What is assumed of the functions themselves.
  var assumed: [Int: FunctionSummary] = [:]
  /// Counts the work.
  let meter: WorkMeter
  /// What was found out about calls that pass functions.
  let special = SpecializedSummaries()
}
