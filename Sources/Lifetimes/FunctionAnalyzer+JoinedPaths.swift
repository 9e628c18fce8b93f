import IR

// What happened on another path than the one that is told.
//
// Where paths meet whose states agree, one of them is remembered for all. What happened on another
// one is put among its steps where it belongs, and the branches before it are told as they are
// taken to come to it.

extension FunctionAnalyzer {

  /// Returns the steps of a path with one from another path among them.
  func adding(_ cause: CauseID, to steps: [CauseID]) -> [CauseID] {
    let event = causes.point(of: cause)
    var told = steps
    var place = told.count
    while place > 0, isBehind(causes.point(of: told[place - 1]), event) { place -= 1 }
    var seen: Set<CauseID> = []
    for index in told[..<place].indices.reversed() {
      let step = told[index]
      guard seen.insert(step).inserted, let target = target(of: step) else { continue }
      let block = BasicBlock.ID(Int(causes.point(of: step).block))
      if leads(target, to: event) || !leads(block, to: event) { continue }
      if leavesLoop(from: block, to: target, around: event) {
        place = index
      } else if let other = assumption(insteadOf: step, leadingTo: event) {
        told[index] = other
      } else {
        told.remove(at: index)
        place -= 1
      }
    }
    told.insert(cause, at: place)
    return told
  }

  /// Whether a point comes later than another when no loop goes back.
  private func isBehind(_ point: ProgramPoint, _ other: ProgramPoint) -> Bool {
    guard let position = shape.order[Int(point.block)], let before = shape.order[Int(other.block)]
    else { return false }
    return (position, point.index) > (before, other.index)
  }

  /// The block to which a branch goes under an assumption; `nil` if the step is none.
  private func target(of step: CauseID) -> BasicBlock.ID? {
    guard case .assumed = causes[step].what else { return nil }
    let point = causes.point(of: step)
    return targets(at: point).first { causes[.init(point: point, slot: $0.slot)] == step }?.block
  }

  /// The blocks to which a terminator can go, each with the slot of the assumption.
  private func targets(at point: ProgramPoint) -> [(slot: Int, block: BasicBlock.ID)] {
    let block = function.blocks[Int(point.block)]
    guard block.instructions.count == Int(point.index) else { return [] }
    switch block.terminator.kind {
    case .branch(_, let nonzero, let zero): return [(1, nonzero), (0, zero)]
    case .switch: return Array(block.terminator.successors.enumerated().map { ($0, $1) })
    case .jump, .anyOf, .return, .unreachable: return []
    }
  }

  /// Returns an assumption of the same branch under which it comes to a point.
  private func assumption(
    insteadOf step: CauseID, leadingTo event: ProgramPoint
  ) -> CauseID? {
    let point = causes.point(of: step)
    return targets(at: point).lazy.filter { leads($0.block, to: event) }
      .compactMap { causes[.init(point: point, slot: $0.slot)] }.first
  }

  /// Whether an edge leaves a loop in which a point is, so that it is behind it.
  private func leavesLoop(
    from block: BasicBlock.ID, to target: BasicBlock.ID, around event: ProgramPoint
  ) -> Bool {
    shape.loopsLeft(from: block, to: target).contains {
      shape.isInside(BasicBlock.ID(Int(event.block)), loopAt: $0)
    }
  }

  /// Whether a way leads from a block to a point that no loop takes back.
  private func leads(_ block: BasicBlock.ID, to event: ProgramPoint) -> Bool {
    guard let end = shape.order[Int(event.block)] else { return false }
    var waiting = [block]
    var seen: Set<BasicBlock.ID> = []
    while let next = waiting.popLast() {
      guard let position = shape.order[next.index], position <= end, seen.insert(next).inserted
      else { continue }
      if position == end { return true }
      waiting += function[next].terminator.successors.filter {
        shape.order[$0.index].map { $0 > position } ?? false
      }
    }
    return false
  }

}
