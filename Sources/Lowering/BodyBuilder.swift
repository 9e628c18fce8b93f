import Clang
import IR
import Source

/// A function body under construction.
struct BodyBuilder {

  /// A block that may still be open.
  private struct OpenBlock {
    var instructions: [Instruction] = []
    var terminator: Terminator?
  }

  private var blocks: [OpenBlock] = [OpenBlock()]
  /// The block to which instructions are added.
  private(set) var current = BasicBlock.ID(0)
  private(set) var locals: [Local] = []
  var gaps: [Function.Gap] = []

  /// The locals by their declarations.
  var variables: [Cursor.Identity: Local.ID] = [:]
  /// What the function returns, as libclang knows it.
  var result: ClangType?
  /// The variables that the compiler declares for the places of a loop's elements.
  var iterators: Set<Cursor.Identity> = []
  /// The object whose method this is.
  var this: Local.ID?
  /// What the function captures if it is a lambda.
  var closure: Closure?
  var scopes = ScopeTable()
  /// The objects without names that the expression at work made, in order.
  var temporaries: [ScopeTable.Entry] = []
  var labels: [String: Label] = [:]
  /// The labels whose address is taken, in order.
  var addressedLabels: [String] = []
  /// Jumps to labels, which are completed when all labels are known.
  var pendingJumps: [PendingJump] = []
  /// Jumps through pointers to labels.
  var pendingIndirectJumps: [(BasicBlock.ID, ScopeTable.Snapshot, SourceRange)] = []
  /// Where `break` and `continue` lead, innermost last.
  var breakTargets: [JumpTarget] = []
  var continueTargets: [JumpTarget] = []
  /// The `switch` statements around the statement at work, innermost last.
  var switches: [OpenSwitch] = []
  /// Whether the code at work is one of two orders of evaluation.
  var isDuplicating = false
  /// The name of the function, for the names of its static variables.
  var functionName = ""
  /// The range of the statement at work.
  var statementRange = SourceRange.nowhere

  /// A label of the function.
  struct Label {
    let block: BasicBlock.ID
    /// The scopes that are open at the label; `nil` until it is met.
    var scopes: ScopeTable.Snapshot?
  }

  /// A jump whose target was perhaps not met yet.
  struct PendingJump {
    let block: BasicBlock.ID
    let label: String
    let scopes: ScopeTable.Snapshot
    let range: SourceRange
  }

  /// A block, and the scopes that are open in it.
  struct JumpTarget {
    let block: BasicBlock.ID
    let scopes: ScopeTable.Snapshot
  }

  /// A `switch` whose cases are being collected.
  struct OpenSwitch {
    var cases: [SwitchCase] = []
    var defaultTarget: BasicBlock.ID?
  }

}

extension BodyBuilder {

  /// Adds an empty block.
  mutating func makeBlock() -> BasicBlock.ID {
    blocks.append(OpenBlock())
    return BasicBlock.ID(blocks.count - 1)
  }

  /// Continues in another block.
  mutating func enter(_ block: BasicBlock.ID) { current = block }

  /// Whether the current block was left.
  var isTerminated: Bool { blocks[current.index].terminator != nil }

  /// Adds an instruction, unless control does not get here.
  mutating func append(_ kind: Instruction.Kind, at range: SourceRange) {
    guard !isTerminated else { return }
    blocks[current.index].instructions.append(Instruction(kind, at: range))
  }

  /// Leaves the current block, unless it was left before.
  mutating func terminate(_ kind: Terminator.Kind, at range: SourceRange) {
    guard !isTerminated else { return }
    blocks[current.index].terminator = Terminator(kind, at: range)
  }

  /// Leaves the current block for another one, unless that is the current one, and continues there.
  mutating func jump(andEnter block: BasicBlock.ID, at range: SourceRange) {
    guard block != current else { return }
    terminate(.jump(block), at: range)
    enter(block)
  }

  /// Adds a local.
  mutating func makeLocal(
    _ name: String, _ type: Type, _ kind: Local.Kind, at range: SourceRange
  ) -> Local.ID {
    locals.append(Local(name: name, type: type, kind: kind, range: range))
    return Local.ID(locals.count - 1)
  }

  /// Adds a temporary and returns its place.
  mutating func makeTemporary(_ type: Type, at range: SourceRange) -> Place {
    Place(.local(makeLocal("", type, .temporary, at: range)), type: type)
  }

  /// The place of a local.
  func place(_ local: Local.ID) -> Place { Place(.local(local), type: locals[local.index].type) }

  /// Returns the finished blocks. What was left open ends at `end`.
  func finishedBlocks(end: SourceRange) -> [BasicBlock] {
    let blocks = blocks.map {
      BasicBlock($0.instructions, $0.terminator ?? Terminator(.unreachable, at: end))
    }
    return simplified(blocks)
  }

}
