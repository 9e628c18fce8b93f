import IR

/// What is said of format strings that are not written where they are passed.
extension FunctionAnalyzer {

  /// Returns the texts that a format string can have; `nil` if one of them is not known.
  func formatTexts(of operand: Operand) -> Set<String>? {
    switch shape.definitions.source(of: operand) {
    case .string(let text): return [text]
    case .address(let place):
      // An array: its address is that of its first element.
      guard place.projections.last == .index(.constant(0)) else { return nil }
      return constantText(at: place.projections.dropLast(), of: place.base)
    case .copy(let place):
      if case .local(let local) = place.base, place.projections.isEmpty {
        return assignedTexts(of: local)
      }
      return constantText(at: place.projections[...], of: place.base)
    case .constant, .floating, .function, .unknown: return nil
    }
  }

  /// Returns the text in a variable that nothing changes.
  private func constantText(
    at path: ArraySlice<Place.Projection>, of base: Place.Base
  ) -> Set<String>? {
    guard case .global(let name) = base, let global = program.globals[name], global.isConstant,
      let value = global.initialValues?.first(where: { $0.path[...] == path })?.value,
      case .string(let text) = value
    else { return nil }
    return [text]
  }

  /// Returns all texts that the function assigns to a variable of its own.
  private func assignedTexts(of local: Local.ID) -> Set<String>? {
    guard function[local].kind != .parameter, !shape.addressTaken.contains(local) else {
      return nil
    }
    var texts: Set<String> = []
    for instruction in function.blocks.lazy.flatMap(\.instructions) {
      switch instruction.kind {
      case .assign(let place, let expression) where place.base == .local(local):
        if expression.operand?.isNull == true { continue }
        guard case .string(let text)? = expression.operand else { return nil }
        texts.insert(text)
      case .call(let call) where call.result?.base == .local(local): return nil
      case .assign, .call, .storageLive, .storageDead, .opaque: continue
      }
    }
    return texts.isEmpty ? nil : texts
  }

}

extension Operand {
  fileprivate var isNull: Bool { self == .constant(0) }
}
