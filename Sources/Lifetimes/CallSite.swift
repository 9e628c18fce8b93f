import IR
import Source

/// A call under analysis, its arguments evaluated.
struct CallSite {

  let call: Call
  let point: ProgramPoint
  let range: SourceRange
  /// The name of the function that is called, as the source writes it.
  let callee: String
  /// How the source writes the pointer that it is called through; `nil` if it is called by name.
  let pointer: String?
  /// The values of the arguments.
  var arguments: [Value]

  /// The call as it is told.
  var link: CallChain.Link { .init(callee, through: pointer, at: range) }

  /// Where the argument at `index` stands.
  func range(ofArgument index: Int) -> SourceRange {
    call.argumentRanges.indices.contains(index) ? call.argumentRanges[index] : range
  }

  /// The slots in which the objects, symbols and causes of a call are named.
  enum Slot {
    static let result = 0
    static let collection = 1
    static let suspension = 2
    static let noFailure = 3
    static let failure = 4
    static let passing = 5
    static let fresh = 10
    static let ending = 100
    static let written = 200
    static let format = 400
    static let obtained = 600
    /// How far slots are apart for objects that one call puts in different places.
    static let elsewhere = 10_000
  }

}
