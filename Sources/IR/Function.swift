import Graphs
import Source

/// The body of a C function.
///
/// - Invariant: every successor is a block of this function and every local that is named is in
///   `locals`; `init` checks it.
public struct Function: Hashable, Sendable {

  /// A construct of the body that lowering could not express.
  public struct Gap: Hashable, Sendable {
    public let reason: String
    public let range: SourceRange
    public init(_ reason: String, at range: SourceRange) {
      self.reason = reason
      self.range = range
    }
  }

  public let name: FunctionName
  /// Where the function's name stands in its definition.
  public let range: SourceRange
  /// The closing brace of the body: where a function that falls off its end returns.
  public let end: SourceRange
  public let result: Type
  /// The first `parameterCount` locals are the parameters in order.
  public let parameterCount: Int
  public let isVariadic: Bool
  public let locals: [Local]
  /// The basic blocks, entry first. A `BasicBlock.ID` is an index into this array.
  public let blocks: [BasicBlock]
  /// What could not be lowered. A function with gaps is analyzed, and named in the ledger.
  public let gaps: [Gap]

  public init(
    name: FunctionName, range: SourceRange, end: SourceRange, result: Type, parameterCount: Int,
    isVariadic: Bool, locals: [Local], blocks: [BasicBlock], gaps: [Gap]
  ) {
    precondition(!blocks.isEmpty && parameterCount <= locals.count, "malformed function \(name)")
    precondition(
      blocks.allSatisfy { $0.terminator.successors.allSatisfy { blocks.indices ~= $0.index } },
      "\(name) jumps to a block that it does not have")
    self.name = name
    self.range = range
    self.end = end
    self.result = result
    self.parameterCount = parameterCount
    self.isVariadic = isVariadic
    self.locals = locals
    self.blocks = blocks
    self.gaps = gaps
  }

  /// Returns the same function under another name.
  public func named(_ name: FunctionName) -> Function {
    Function(
      name: name, range: range, end: end, result: result, parameterCount: parameterCount,
      isVariadic: isVariadic, locals: locals, blocks: blocks, gaps: gaps)
  }

  /// How many instructions and terminators it has.
  public var size: Int { blocks.reduce(0) { $0 + $1.instructions.count + 1 } }

  /// The block at which execution begins.
  public var entry: BasicBlock.ID { .init(0) }

  public subscript(_ id: BasicBlock.ID) -> BasicBlock { blocks[id.index] }

  public subscript(_ id: Local.ID) -> Local { locals[id.index] }

  /// The parameters in order.
  public var parameters: ArraySlice<Local> { locals.prefix(parameterCount) }

}
