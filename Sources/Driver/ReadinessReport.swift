import Diagnostics
import Lifetimes
import Source

/// How far a program is from running on a collector that moves objects: which functions can
/// collect, and which pointers are kept across calls of them.
public struct ReadinessReport: Sendable {

  /// One function.
  public struct Function: Sendable {
    public let name: String
    public let position: SourcePosition
    /// The calls down to the runtime's function, outermost first; `nil` if it cannot collect.
    public let chain: [String]?
    /// Why the last of them can collect.
    public let reason: String?
  }

  /// The functions, in source order.
  public let functions: [Function]
  /// The uses of pointers after a call that can collect, in source order.
  public let pointers: [Diagnostic]

  init(_ outcomes: [Outcome], spanning pointers: [Diagnostic], in workingDirectory: String) {
    functions = outcomes.map { (outcome) in
      Function(
        name: outcome.name.name, position: outcome.range.shown(in: workingDirectory).start,
        chain: outcome.summary.collection?.links.map(\.callee),
        reason: outcome.summary.collection?.reason)
    }.sorted { ($0.position, $0.name) < ($1.position, $1.name) }
    self.pointers = pointers
  }

  /// Returns the report as text: the functions that can collect, then the work list.
  public func text() -> String {
    let collecting = functions.filter { $0.chain != nil }
    var text = "\(collecting.count) of \(functions.count) functions can collect\n"
    for function in collecting {
      let chain = (function.chain ?? []).joined(separator: " → ")
      text += "  \(function.position): \(function.name): \(chain)\n"
    }
    let uses = pointers.count == 1 ? "1 use" : "\(pointers.count) uses"
    text += "\(uses) of a pointer after a call that can collect\n"
    for pointer in pointers {
      text += "  \(pointer.range.start): \(pointer.message)\n"
      for note in pointer.notes { text += "    \(note.range.start): \(note.message)\n" }
    }
    return text
  }

}
