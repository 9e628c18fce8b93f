import Lifetimes

/// What is known at a line of the source: the answer to why something was or was not reported.
struct StateExplanation {

  /// A line of a file, and perhaps a variable: `FILE:LINE[:VARIABLE]`.
  struct Query: Sendable {

    let file: String
    let line: Int
    let variable: String?

    /// Reads a query.
    init(_ text: String) throws(InputError) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 || parts.count == 3, let line = Int(parts[1]), !parts[0].isEmpty else {
        throw InputError("'\(text)' does not have the form FILE:LINE or FILE:LINE:VARIABLE")
      }
      file = parts[0]
      self.line = line
      variable = parts.count == 3 ? parts[2] : nil
    }
  }

  let outcomes: [Outcome]
  /// The folder to which relative paths refer.
  let workingDirectory: String

  /// Returns the states before each instruction of a line, one for each set of paths that is told
  /// apart; `nil` if nothing was analyzed there.
  func text(for query: Query) -> String? {
    var blocks: [String] = []
    for outcome in outcomes {
      for listing in outcome.states where matches(listing, query) {
        let block = text(of: listing, in: outcome, query.variable)
        if !blocks.contains(block) { blocks.append(block) }
      }
    }
    return blocks.isEmpty ? nil : blocks.joined()
  }

  private func text(
    of listing: StateListing, in outcome: Outcome, _ variable: String?
  ) -> String {
    let disjuncts = Set(listing.disjuncts.map { Self.selected($0, variable) })
    let subject = variable.map { " of '\($0)'" } ?? ""
    let lines = disjuncts.sorted().filter { !$0.isEmpty || disjuncts.count == 1 }.map {
      "  \($0.isEmpty ? "nothing is tracked\(subject)" : $0)\n"
    }
    let place = listing.range.shown(in: workingDirectory).start
    return "\(place): in '\(outcome.name)':\n" + lines.joined()
  }

  private func matches(_ listing: StateListing, _ query: Query) -> Bool {
    let start = listing.range.start
    if start.line != query.line { return false }
    let file = Path.normalized(query.file)
    return absolute(start.file) == absolute(file) || start.file.hasSuffix("/" + file)
  }

  private func absolute(_ file: String) -> String {
    Path.normalized(Path.join(workingDirectory, file))
  }

  /// The part of a state that is about `variable`.
  private static func selected(_ disjunct: String, _ variable: String?) -> String {
    guard let variable else { return disjunct }
    return disjunct.split(separator: ";").map { $0.drop { $0 == " " } }
      .filter { (part) in
        part.hasPrefix(variable + " →") || part.hasPrefix(variable + "->")
          || part.hasPrefix(variable + ".") || part.hasPrefix(variable + "[")
      }
      .joined(separator: "; ")
  }

}
