import Clang
import IR
import Source

// Labels and jumps to them.

extension Lowerer {

  /// Lowers a label and the statement behind it.
  mutating func lowerLabel(_ cursor: Cursor) {
    let name = cursor.spelling
    let block = label(name)
    if body.labels[name]?.scopes == nil {
      body.labels[name]?.scopes = body.scopes.snapshot
      body.jump(andEnter: block, at: body.statementRange)
    }
    for child in statements(of: cursor) { lower(statement: child) }
  }

  /// Returns the block that a label names.
  private mutating func label(_ name: String) -> BasicBlock.ID {
    if let label = body.labels[name] { return label.block }
    let block = body.makeBlock()
    body.labels[name] = BodyBuilder.Label(block: block, scopes: nil)
    return block
  }

  /// Lowers `goto label`.
  mutating func lowerGoto(_ cursor: Cursor) {
    guard let reference = cursor.children.first(where: { $0.kind == .labelReference }) else {
      addGap("a jump without a label", at: cursor)
      return
    }
    jump(to: reference.spelling)
  }

  /// Jumps to a label. The scopes that this leaves are known when the label is.
  private mutating func jump(to name: String) {
    let range = body.statementRange
    guard !body.isTerminated else { return }
    _ = label(name)
    let block = body.current
    let jump = BodyBuilder.PendingJump(
      block: block, label: name, scopes: body.scopes.snapshot, range: range)
    body.pendingJumps.append(jump)
    enterUnreachableBlock(at: range)
  }

  /// Continues in a block to which nothing leads.
  mutating func enterUnreachableBlock(at range: SourceRange) {
    body.enter(body.makeBlock())
    body.terminate(.unreachable, at: range)
  }

  /// Lowers `goto *pointer`: to any label whose address is taken.
  mutating func lowerIndirectGoto(_ cursor: Cursor) {
    let range = body.statementRange
    if let pointer = statements(of: cursor).first { evaluate(read(pointer)) }
    guard !body.isTerminated else { return }
    body.pendingIndirectJumps.append((body.current, body.scopes.snapshot, range))
    enterUnreachableBlock(at: range)
  }

  /// Lowers inline assembly: what it reads and writes, and for `asm goto` where it may jump.
  mutating func lowerAssembly(_ cursor: Cursor) {
    let range = body.statementRange
    var reads: [Operand] = []
    var writes: [Place] = []
    for operand in statements(of: cursor) where operand.kind.isExpression {
      // An input that is a variable is converted to its value; an output is not.
      let node = read(operand)
      if node.isPlace && operand.kind != .unexposedExpression {
        if node.type.isPointer || node.type.isAggregate {
          addGap("what inline assembly does to a pointer is not known", at: operand)
        }
        writes.append(place(of: node))
      } else if case .string = node.kind {
        continue
      } else {
        reads.append(value(of: node))
      }
    }
    body.append(.opaque(reason: "inline assembly", reads: reads, writes: writes), at: range)
    let labels = AssemblyLabels(cursor, in: unit).names
    guard !labels.isEmpty, !body.isTerminated else { return }
    let next = body.makeBlock()
    let detours = labels.map { _ in body.makeBlock() }
    body.terminate(.anyOf([next] + detours), at: range)
    for (name, block) in zip(labels, detours) {
      body.enter(block)
      jump(to: name)
    }
    body.enter(next)
  }

  /// Completes the jumps to labels: all labels are known now.
  mutating func completeJumps() {
    completeIndirectJumps()
    for jump in body.pendingJumps {
      guard let label = body.labels[jump.label] else { continue }
      body.enter(jump.block)
      guard let scopes = label.scopes else {
        body.gaps.append(Function.Gap("a jump to a label that is missing", at: jump.range))
        body.terminate(.unreachable, at: jump.range)
        continue
      }
      endScopes(body.scopes.ended(from: jump.scopes, to: scopes), at: jump.range)
      body.terminate(.jump(label.block), at: jump.range)
    }
  }

  /// Completes the jumps through pointers to labels.
  private mutating func completeIndirectJumps() {
    for (block, scopes, range) in body.pendingIndirectJumps {
      var targets: [BasicBlock.ID] = []
      for name in body.addressedLabels {
        guard let label = body.labels[name], let inside = label.scopes else { continue }
        let ended = body.scopes.ended(from: scopes, to: inside)
        guard !ended.isEmpty else {
          targets.append(label.block)
          continue
        }
        let detour = body.makeBlock()
        body.enter(detour)
        endScopes(ended, at: range)
        body.terminate(.jump(label.block), at: range)
        targets.append(detour)
      }
      body.enter(block)
      body.terminate(targets.isEmpty ? .unreachable : .anyOf(targets), at: range)
    }
  }

}
