import IR

// Expressions as the source writes them, put together from the instructions that compute them.

extension FunctionAnalyzer {

  /// What stands for the parts of an expression that have no text.
  private static let unknown = "…"

  /// How deep expressions are written out.
  private static let maximumTextDepth = 4

  /// How long the arguments of a call may be that are written out.
  private static let maximumArgumentsLength = 40

  /// Returns an expression as the source writes it; `nil` if nothing of it has a text.
  func text(of operand: Operand) -> String? {
    let text = text(of: operand, depth: 0)
    return text.contains { $0.isLetter || $0.isNumber } ? text : nil
  }

  private func text(of operand: Operand, depth: Int) -> String {
    switch shape.definitions.source(of: operand) {
    case .copy(let place): return text(of: place, depth: depth)
    case .address(let place):
      guard let text = describe(operand).expression else { return Self.unknown }
      return describe(operand) == describe(place) ? "&\(text)" : text
    case .constant(let value): return String(value)
    case .floating(let value): return String(value)
    case .function(let name): return name.name
    case .string: return "\"\(Self.unknown)\""
    case .unknown: return Self.unknown
    }
  }

  private func text(of place: Place, depth: Int) -> String {
    if place.projections.isEmpty, case .local(let local) = place.base,
      function[local].kind == .temporary
    {
      return depth < Self.maximumTextDepth ? text(ofTemporary: local, depth: depth) : Self.unknown
    }
    return describe(visible(place)).expression ?? Self.unknown
  }

  private func text(ofTemporary local: Local.ID, depth: Int) -> String {
    func part(_ operand: Operand) -> String { text(of: operand, depth: depth + 1) }
    switch shape.definitions[local] {
    case .assign(_, .unary(let operation, let operand))?:
      let text = part(operand)
      return text == Self.unknown ? text : operation.symbol + text
    case .assign(_, .binary(let operation, let left, let right))?:
      let text = "\(part(left)) \(operation.symbol) \(part(right))"
      return depth == 0 ? text : "(\(text))"
    case .call(let call)?: return text(of: call, depth: depth)
    case .assign?, .storageLive?, .storageDead?, .opaque?, nil: return Self.unknown
    }
  }

  /// Returns a call as the source writes it.
  func text(of call: Call, depth: Int = 0) -> String {
    let arguments = call.arguments.map { text(of: $0, depth: depth + 1) }
      .joined(separator: ", ")
    let isShort = arguments.count <= Self.maximumArgumentsLength
    return "\(calleeName(call))(\(isShort ? arguments : Self.unknown))"
  }

  /// Returns the call, as the source writes it, that a temporary is the result of; `nil` for
  /// anything else.
  func callText(of base: Place.Base) -> String? {
    guard case .local(let local) = base, case .call? = shape.definitions[local] else { return nil }
    return text(ofTemporary: local, depth: 0)
  }

  /// Returns a place without the member of a runtime's own type, which only its macros look at.
  func visible(_ place: Place) -> Place {
    guard case .field? = place.projections.last else { return place }
    let whole = Place(place.base, Array(place.projections.dropLast()), type: place.type)
    return runtime.role(of: type(of: whole))?.isOpaque == true ? whole : place
  }

  /// Returns the type of a place by its declaration.
  func type(of place: Place) -> Type {
    var type: Type
    switch place.base {
    case .local(let local): type = function[local].type
    case .global(let name): type = program.globals[name]?.type ?? .other
    }
    for projection in place.projections {
      switch projection {
      case .dereference: type = type.pointee ?? .other
      case .field(let name, let record): type = program.type(ofField: name, in: record)
      case .index: type = type.arrayElement ?? type
      }
    }
    return type
  }

}
