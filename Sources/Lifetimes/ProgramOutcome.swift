/// What the analysis of a program gave.
public struct ProgramOutcome: Sendable {
  /// The outcome for each function that is not generated code, sorted by name.
  public let functions: [Outcome]
  /// What was seen outside of functions, in source order.
  public let observations: [Observation]
  /// Which functions call which.
  public let callGraph: CallGraph
}
