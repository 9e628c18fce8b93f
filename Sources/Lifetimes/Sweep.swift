import IR

/// A loop that ends what the elements of arrays hold.
struct Sweep {
  /// The head of the loop.
  let head: BasicBlock.ID
  /// The variables, or the memory, that the arrays are in.
  let arrays: Set<LocationID>
  /// The blocks in which the loop is left before it has come to its end.
  let breaks: Set<BasicBlock.ID>
}

extension FunctionShape {

  /// Returns the blocks in which a loop is left because of what a call in it gave, if there are
  /// others in which it is left: these tell where the loop ends.
  func breaks(of body: Set<BasicBlock.ID>, in function: Function) -> Set<BasicBlock.ID> {
    let exits = body.filter { (block) in
      function[block].terminator.successors.contains { !body.contains($0) }
    }
    let breaks = exits.filter { (block) in
      guard case .branch(let operand, _, _) = function[block].terminator.kind else { return false }
      var variables: Set<Local.ID> = []
      return isGivenByCalls(operand, in: body, of: function, through: &variables)
    }
    return breaks == exits ? [] : breaks
  }

  /// Whether what an operand is depends on nothing but the results of calls in a loop.
  /// `variables` are those that it was found to depend on.
  private func isGivenByCalls(
    _ operand: Operand, in body: Set<BasicBlock.ID>, of function: Function,
    through variables: inout Set<Local.ID>
  ) -> Bool {
    guard case .copy(let place) = operand, case .local(let local) = place.base,
      place.projections.allSatisfy(\.isField), variables.insert(local).inserted
    else { return false }
    let writers = body.flatMap { function[$0].instructions.map(\.kind) }
      .filter { $0.writtenPlaces.contains { $0.base == place.base } }
    return !writers.isEmpty
      && writers.allSatisfy { (writer) in
        switch writer {
        case .call: return true
        case .assign(_, let expression):
          let operands = expression.operands.filter(\.isRead)
          return !operands.isEmpty
            && operands.allSatisfy {
              isGivenByCalls($0, in: body, of: function, through: &variables)
            }
        case .storageLive, .storageDead, .opaque: return false
        }
      }
  }

}

extension Operand {
  /// Whether the operand is what some place holds.
  fileprivate var isRead: Bool {
    if case .copy = self { return true }
    return false
  }
}

extension Place.Projection {
  /// Whether this is a step to a member.
  fileprivate var isField: Bool {
    if case .field = self { return true }
    return false
  }
}
