import IR

/// A loop that puts pointers into elements of arrays.
struct Refill {
  /// The head of the loop.
  let head: BasicBlock.ID
  /// The arrays, or what the pointers into them point to.
  let arrays: [Place]
}

extension FunctionShape {

  /// Returns the loops that put pointers into one element after another, by their heads.
  ///
  /// `isFilling` tells of calls whether they put pointers into what an argument points to.
  func refills(
    in function: Function, isFilling: (Call, _ argument: Int) -> Bool
  ) -> [BasicBlock.ID: Refill] {
    if loopHeads.isEmpty { return [:] }
    var written: [BasicBlock.ID: [Place]] = [:]
    for (index, block) in function.blocks.enumerated() {
      guard let head = innermostLoop(around: .init(index)) else { continue }
      let elements = block.instructions.flatMap { (instruction) in
        [instruction.kind.writtenPlace].compactMap { $0 }.filter(\.holdsPointers)
          + places(behindArgumentsIn: instruction, isFilling)
      }.filter(\.isElement)
      if !elements.isEmpty { written[head, default: []] += elements }
    }
    if written.isEmpty { return [:] }
    let moves = moves(in: function)
    var refills: [BasicBlock.ID: Refill] = [:]
    for (head, elements) in written {
      let arrays = elements.compactMap { array($0, filledByLoopAt: head, moves) }
      refills[head] = Refill(head: head, arrays: arrays)
    }
    return refills
  }

  /// Returns the places behind arguments of a call into which it puts pointers.
  private func places(
    behindArgumentsIn instruction: Instruction, _ isFilling: (Call, Int) -> Bool
  ) -> [Place] {
    guard case .call(let call) = instruction.kind else { return [] }
    return zip(call.arguments, call.argumentTypes).enumerated().compactMap { (index, passed) in
      let (argument, type) = passed
      guard type.isPointer else { return nil }
      let place: Place
      switch definitions.source(of: argument) {
      case .address(let element): place = element
      case .copy(let pointer) where pointer.projections.isEmpty:
        place = Place(pointer.base, [.dereference], type: .other)
      case .copy, .constant, .floating, .function, .string, .unknown: return nil
      }
      return place.isElement && isFilling(call, index) ? place : nil
    }
  }

  /// Returns where variables as a whole are given values.
  private func moves(in function: Function) -> Occurrences<Place.Base> {
    Occurrences(
      function.blocks.indices.lazy.flatMap { (block) in
        function.blocks[block].instructions.compactMap(\.kind.writtenPlace)
          .filter(\.projections.isEmpty).map { ($0.base, loops.number(of: block)) }
      })
  }

  /// Returns the array in which a loop writes `element`, by an index or by a pointer that it moves.
  private func array(
    _ element: Place, filledByLoopAt head: BasicBlock.ID, _ moves: Occurrences<Place.Base>
  ) -> Place? {
    if let position = element.projections.firstIndex(where: \.isVariableIndex) {
      return Place(element.base, Array(element.projections[..<position]), type: .other)
    }
    let source = definitions.source(of: .copy(Place(element.base, type: .other)))
    guard case .copy(let pointer) = source, pointer.projections.isEmpty,
      moves.isFound(pointer.base, in: loops.numbers(ofLoop: head.index))
    else { return nil }
    return Place(pointer.base, [.dereference], type: .other)
  }

}

extension Place {
  /// Whether this is an element that is known only when the program runs, or in one.
  fileprivate var isElement: Bool {
    projections.contains(where: \.isVariableIndex)
      || projections.first == .dereference && !projections.dropFirst().contains(.dereference)
  }

  /// Whether what is written here is a pointer, or can have pointers in it.
  fileprivate var holdsPointers: Bool { type.isPointer || type.isAggregate }
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
