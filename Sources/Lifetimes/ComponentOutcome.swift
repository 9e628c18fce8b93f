/// What the analysis of functions gave that call each other, or of one that does not call itself.
struct ComponentOutcome {
  /// What each of the functions gave, with its index in the program.
  var outcomes: [(Int, Outcome)] = []
  /// How much work it was.
  var work = 0
}
