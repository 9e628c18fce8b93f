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

  /// Returns the states before each instruction of a line, one for each set of paths that is told
  /// apart.
  func text(for query: Query) throws(InputError) -> String {
    var blocks: [String] = []
    for outcome in outcomes {
      for listing in outcome.states where matches(listing, query) {
        let block = Self.text(of: listing, in: outcome, query.variable)
        if !blocks.contains(block) { blocks.append(block) }
      }
    }
    if blocks.isEmpty {
      throw InputError("no analyzed code at \(query.file):\(query.line)")
    }
    return blocks.joined()
  }

  private static func text(
    of listing: StateListing, in outcome: Outcome, _ variable: String?
  ) -> String {
    let disjuncts = listing.disjuncts.map { selected($0, variable) }
    let lines = Set(disjuncts).sorted().map {
      "  \($0.isEmpty ? "nothing is tracked" : $0)\n"
    }
    return "\(listing.range.start): in '\(outcome.name)':\n" + lines.joined()
  }

  private func matches(_ listing: StateListing, _ query: Query) -> Bool {
    let start = listing.range.start
    return start.line == query.line
      && (start.file == query.file || start.file.hasSuffix("/" + query.file))
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
