import Lifetimes
import Source

/// Why functions can collect, or that they cannot.
struct CollectionExplanation: Sendable {

  /// What the analysis of each function gave.
  private let outcomes: [Outcome]
  /// What is known of functions that are declared only.
  private let external: [String: FunctionSummary]
  /// The functions that are called by name.
  private let called: Set<String>
  private let workingDirectory: String

  init(_ analysis: Analysis, _ workingDirectory: String) {
    outcomes = analysis.outcomes
    self.workingDirectory = workingDirectory
    var external = analysis.contracts
    for (name, summary) in analysis.imported { external[name.name] = summary }
    for (name, effects) in analysis.program.declared {
      external[name.name] = effects.applied(to: external[name.name])
    }
    self.external = external
    called = Set(analysis.program.functions.flatMap(\.callees).map(\.name))
  }

  /// Returns the explanation for every function called `name`, as lines of text; `nil` if the
  /// program neither has nor calls one, and no contract describes it.
  func text(of name: String) -> String? {
    let functions = outcomes.filter { $0.name.name == name }
    if !functions.isEmpty {
      return functions.map {
        text(
          of: "\(place(of: $0.range)): '\(name)'", $0.summary,
          otherwise: "no path through it makes a call that can")
      }.joined()
    }
    if let summary = external[name] {
      return text(of: "'\(name)'", summary, otherwise: "it is declared so")
    }
    return called.contains(name) ? assumption(of: name) : nil
  }

  /// Returns what is assumed of a function of which nothing is known.
  private func assumption(of name: String) -> String {
    let takesContext = outcomes.contains { $0.defaultedCalls.contains { $0.callee == name } }
    let head = "'\(name)' has neither a body here nor a contract: it is assumed"
    return takesContext
      ? "\(head) to collect, because it is given the context\n"
      : "\(head) not to collect, because it is not given the context\n"
  }

  /// Returns the explanation for one function: the shortest way down, a line for each call.
  private func text(
    of head: String, _ summary: FunctionSummary, otherwise: String
  ) -> String {
    guard let chain = summary.collection else { return "\(head) cannot collect: \(otherwise)\n" }
    if chain.links.isEmpty { return "\(head) can collect: \(chain.reason)\n" }
    let collecting = summary.cases.filter { $0.collection != nil }.count
    let how = collecting == summary.cases.count ? "" : " on some of the ways through it"
    let calls = chain.links.enumerated().map { (index, link) in
      let isGap = chain.leftOut > 0 && index == chain.links.count / 2
      let gap = isGap ? "  … (\(chain.leftOut) calls)\n" : ""
      let call = link.pointer.map { "'\(link.callee)' through '\($0)'" } ?? "'\(link.callee)'"
      return index == chain.links.count - 1
        ? "  \(place(of: link.range)): calls \(call): \(chain.reason)\n"
        : gap + "  \(place(of: link.range)): calls \(call)\n"
    }
    return "\(head) can collect\(how):\n" + calls.joined()
  }

  private func place(of range: SourceRange) -> SourcePosition {
    range.shown(in: workingDirectory).start
  }

}
