import IR

/// A loop that puts pointers into elements of arrays.
struct Refill {
  /// The blocks of the loop.
  let body: Set<BasicBlock.ID>
  /// The arrays, or what the pointers into them point to.
  let arrays: [Place]
}

extension FunctionShape {

  /// Returns the loops that put pointers into one element after another.
  func refills(in function: Function) -> [Refill] {
    if loopHeads.isEmpty { return [] }
    var arrays: [Set<BasicBlock.ID>: [Place]] = [:]
    for (index, block) in function.blocks.enumerated() {
      let written = block.instructions.compactMap(\.kind.writtenPlace).filter(\.isPointerElement)
      if written.isEmpty { continue }
      guard let body = innermostLoop(around: .init(index), in: function) else { continue }
      arrays[body, default: []] += written.compactMap { array($0, filledBy: body, of: function) }
    }
    return arrays.map { Refill(body: $0.key, arrays: $0.value) }
  }

  /// Returns the array in which a loop writes `element`, by an index or by a pointer that it moves.
  private func array(
    _ element: Place, filledBy body: Set<BasicBlock.ID>, of function: Function
  ) -> Place? {
    if let position = element.projections.firstIndex(where: \.isVariableIndex) {
      return Place(element.base, Array(element.projections[..<position]), type: .other)
    }
    let source = definitions.source(of: .copy(Place(element.base, type: .other)))
    guard case .copy(let pointer) = source, pointer.projections.isEmpty else { return nil }
    let isMoved = body.contains {
      function[$0].instructions.contains { (instruction) in
        guard let written = instruction.kind.writtenPlace else { return false }
        return written.base == pointer.base && written.projections.isEmpty
      }
    }
    return isMoved ? Place(pointer.base, [.dereference], type: .other) : nil
  }

}

extension Place {
  /// Whether this is a pointer in an element that is known only when the program runs.
  fileprivate var isPointerElement: Bool {
    type.isPointer
      && (projections == [.dereference] || projections.contains(where: \.isVariableIndex))
  }
}

extension Place.Projection {
  /// The index, if this is a step to an element.
  var index: Operand? {
    if case .index(let operand) = self { return operand }
    return nil
  }

  /// Whether the step is to an element that is known only when the program runs.
  var isVariableIndex: Bool {
    if case .index(.copy) = self { return true }
    return false
  }
}
