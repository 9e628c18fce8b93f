import Diagnostics
import Lifetimes
import OrderedCollections
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
    /// The configurations in which it can collect, if it cannot in others; otherwise empty.
    public var configurations: [String] = []
  }

  /// The functions, in source order.
  public let functions: [Function]
  /// The uses of pointers after a call that can collect, in source order.
  public let pointers: [Diagnostic]

  init(
    _ programs: [AnalyzedProgram], spanning pointers: [Diagnostic], in workingDirectory: String
  ) {
    let found = programs.map { (program) in
      program.outcomes.map { Function($0, in: workingDirectory) }
    }
    functions = (programs.count > 1 ? Self.merged(found, of: programs) : found.flatMap(\.self))
      .sorted { ($0.position, $0.name) < ($1.position, $1.name) }
    self.pointers = pointers
  }

  /// Returns the functions of several programs, each once, as in the first in which it can collect.
  private static func merged(
    _ functions: [[Function]], of programs: [AnalyzedProgram]
  ) -> [Function] {
    var groups: OrderedDictionary<Function.Identity, [(Function, String?)]> = [:]
    for (program, functions) in zip(programs, functions) {
      for function in functions {
        groups[function.identity, default: []].append((function, program.configuration))
      }
    }
    return groups.values.compactMap { (group) in
      let collecting = group.filter { $0.0.chain != nil }
      guard var function = (collecting.first ?? group.first)?.0 else { return nil }
      if collecting.count < group.count { function.configurations = collecting.compactMap(\.1) }
      return function
    }
  }

  /// Returns the report as text: the functions that can collect, then the work list.
  public func text() -> String {
    let collecting = functions.filter { $0.chain != nil }
    var text = "\(collecting.count) of \(functions.count) functions can collect\n"
    for function in collecting {
      let chain = (function.chain ?? []).joined(separator: " → ")
      text += "  \(function.position): \(function.name): \(chain)"
      text += remark(onlyIn: function.configurations) + "\n"
    }
    let uses = pointers.count == 1 ? "1 use" : "\(pointers.count) uses"
    text += "\(uses) of a pointer after a call that can collect\n"
    for pointer in pointers {
      text += "  \(pointer.range.start): \(pointer.text)\n"
      for note in pointer.notes { text += "    \(note.range.start): \(note.message)\n" }
    }
    return text
  }

}

extension ReadinessReport.Function {

  /// What a function has in common with itself in another program.
  fileprivate struct Identity: Hashable {
    let name: String
    let position: SourcePosition
  }

  fileprivate var identity: Identity { Identity(name: name, position: position) }

  /// Creates what is to be told of the function whose analysis gave `outcome`.
  fileprivate init(_ outcome: Outcome, in workingDirectory: String) {
    self.init(
      name: outcome.name.name, position: outcome.range.shown(in: workingDirectory).start,
      chain: outcome.summary.collection?.links.map(\.callee),
      reason: outcome.summary.collection?.reason)
  }

}
