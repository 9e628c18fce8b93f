import IR

/// The instruction that gives each temporary of a function its value, if only one does.
struct Definitions {

  private let kinds: [Local.ID: Instruction.Kind]

  /// Finds the instructions in `function`.
  init(in function: Function) {
    var found: [Local.ID: Instruction.Kind] = [:]
    var several: Set<Local.ID> = []
    for block in function.blocks {
      for instruction in block.instructions {
        guard let place = instruction.kind.writtenPlace, case .local(let local) = place.base,
          place.projections.isEmpty, function[local].kind == .temporary
        else { continue }
        // Unsequenced operands are evaluated in each order, by the same instructions.
        if let other = found[local], other != instruction.kind { several.insert(local) }
        found[local] = instruction.kind
      }
    }
    for local in several { found[local] = nil }
    kinds = found
  }

  subscript(_ local: Local.ID) -> Instruction.Kind? { kinds[local] }

  /// Returns the instruction that computes a temporary that is read; `nil` for anything else.
  func instruction(behind operand: Operand) -> Instruction.Kind? {
    guard case .copy(let place) = operand, place.projections.isEmpty,
      case .local(let local) = place.base
    else { return nil }
    return self[local]
  }

  /// Returns the steps to the pointer that a place starts from, if that was read into a temporary.
  func projections(before place: Place) -> [Place.Projection] {
    guard case .local(let local) = place.base,
      case .assign(_, .operand(.copy(let source)))? = self[local]
    else { return [] }
    return source.projections
  }

  /// Returns what a temporary was copied from, or the operand itself.
  func source(of operand: Operand) -> Operand {
    var operand = operand
    while case .copy(let place) = operand, place.projections.isEmpty,
      case .local(let local) = place.base
    {
      switch self[local] {
      case .assign(_, .operand(let next))?, .assign(_, .cast(let next, _))?: operand = next
      default: return operand
      }
    }
    return operand
  }

}

extension Instruction.Kind {
  /// The place that the instruction gives a value, if it does so to exactly one.
  var writtenPlace: Place? {
    switch self {
    case .assign(let place, _): place
    case .call(let call): call.result
    case .storageLive, .storageDead, .opaque: nil
    }
  }

  /// The places that the instruction gives a value.
  var writtenPlaces: [Place] {
    if case .opaque(_, _, let writes) = self { return writes }
    return writtenPlace.map { [$0] } ?? []
  }
}
