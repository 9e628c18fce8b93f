import Lifetimes
import Source

/// Why functions can collect, or that they cannot.
struct CollectionExplanation {

  let outcomes: [Outcome]
  let workingDirectory: String

  /// Returns the explanation for every function called `name`, as lines of text; `nil` if the
  /// program has none.
  func text(of name: String) -> String? {
    let functions = outcomes.filter { $0.name.name == name }
    return functions.isEmpty ? nil : functions.map(text).joined()
  }

  /// Returns the explanation for one function: the shortest way down, a line for each call.
  private func text(of outcome: Outcome) -> String {
    let head = "\(place(of: outcome.range)): '\(outcome.name)'"
    guard let chain = outcome.summary.collection else {
      return "\(head) cannot collect: no path through it makes a call that can\n"
    }
    let ways = outcome.summary.cases.count
    let collecting = outcome.summary.cases.filter { $0.collection != nil }.count
    let how = collecting == ways ? "" : " on some of the ways through it"
    let calls = chain.links.enumerated().map { (index, link) in
      let isGap = chain.leftOut > 0 && index == chain.links.count / 2
      let gap = isGap ? "  … (\(chain.leftOut) calls)\n" : ""
      return index == chain.links.count - 1
        ? "  \(place(of: link.range)): calls '\(link.callee)': \(Self.phrase(chain.reason))\n"
        : gap + "  \(place(of: link.range)): calls '\(link.callee)'\n"
    }
    return "\(head) can collect\(how):\n" + calls.joined()
  }

  private func place(of range: SourceRange) -> SourcePosition {
    range.shown(in: workingDirectory).start
  }

  /// A reason as a sentence of its own.
  private static func phrase(_ reason: String) -> String {
    reason.hasPrefix("its") ? reason : "it \(reason)"
  }

}
