import IR
import Source

/// Object references of the runtime belong where it can find them, and are read by calls only.
extension FunctionAnalyzer {

  /// Judges a variable of the function that is a reference for structs, where its scope begins.
  mutating func judgeReferenceDeclared(_ local: Local.ID) {
    let type = function[local].type
    guard runtime.role(of: type.arrayElement ?? type) == .field else { return }
    observeReference(
      .fieldDeclared(name: .source(function[local].name)), at: function[local].range, family: 14)
  }

  /// Judges a read of an object reference that goes through no call.
  mutating func judgeReferenceRead(
    _ expression: Expression, to place: Place, range: SourceRange
  ) {
    guard let operand = expression.operand else { return }
    judgeReferenceUsed(operand)
    guard case .copy(let source) = operand,
      runtime.role(of: source.type) == .field || isInsideReference(source)
    else { return }
    if isTemporary(source) { return }
    if case .local(let local) = place.base {
      // What is only passed on is not kept; a variable of this type is judged where it is declared.
      if isTemporary(place), shape.target(of: local) == nil { return }
      if !isTemporary(place), runtime.role(of: function[local].type) == .field { return }
    }
    observeReference(.fieldRead(name: fieldName(of: source)), at: range, family: 15)
  }

  /// Judges an object reference in a variable that is a struct: whatever is done with it but to
  /// write it, or to look inside, takes it for one that the runtime knows.
  mutating func judgeReferenceUsed(_ operand: Operand) {
    let place: Place
    switch operand {
    case .copy(let copied): place = copied
    case .address(let addressed): place = addressed
    case .constant, .floating, .function, .string, .unknown: return
    }
    judgeGlobalUsed(operand)
    if place.dereferences || runtime.role(of: place.type.arrayElement ?? place.type) != .field {
      return
    }
    switch place.base {
    case .local(let local):
      // Other variables of the type itself are judged where they are declared.
      let isParameter = function[local].kind == .parameter
      if isTemporary(place) || place.projections.isEmpty && !isParameter { return }
      observeReference(
        .fieldDeclared(name: describe(place)), at: function[local].range, family: 14)
    case .global(let name):
      guard let global = program.globals[name], runtime.role(of: global.type) == nil else { return }
      observeReference(.fieldStatic(name: describe(place)), at: global.range, family: 14)
    }
  }

  /// Judges a variable of the function in which a reference for static variables is to be stored. A
  /// copy of one that is only loaded is harmless.
  private mutating func judgeGlobalUsed(_ operand: Operand) {
    guard case .address(let place) = operand, !place.dereferences,
      case .local(let local) = place.base, !isTemporary(place),
      runtime.role(of: place.type) == .global
    else { return }
    observeReference(
      .globalDeclared(name: describe(place)), at: function[local].range, family: 14)
  }

  /// Judges the return of an object reference, or of what is inside of one.
  mutating func judgeReferenceReturned(_ operand: Operand, range: SourceRange) {
    guard case .copy(let source) = shape.definitions.source(of: operand), source.dereferences,
      isInsideReference(source) || runtime.role(of: source.type) == .field
    else { return }
    observeReference(.fieldRead(name: fieldName(of: source)), at: range, family: 15)
  }

  /// Judges the copy of a whole struct to where another one is.
  mutating func judgeFieldsCopied(
    _ expression: Expression, from source: LocationID, to place: Place, range: SourceRange
  ) {
    var target = place
    if case .local(let local) = place.base, isTemporary(place) {
      target = shape.target(of: local) ?? place
    }
    guard target.dereferences, isOfObject(source), holdsField(place.type),
      let copied = expression.operand
    else { return }
    observeReference(.fieldsCopied(name: describe(copied)), at: range, family: 15)
  }

  /// Judges a call that copies the bytes behind one argument to behind another.
  mutating func judgeFieldsCopied(
    _ what: SummaryValue, to target: SummaryValue, from source: LocationID, at site: CallSite
  ) {
    guard case .initial(let from) = what, case .argument(let index) = from.root,
      case .initial(let to) = target, case .argument(let other) = to.root,
      isOfObject(source), pointsToFields(index, at: site), pointsToFields(other, at: site)
    else { return }
    let copied = shape.definitions.source(of: site.call.arguments[index])
    var name = describe(copied)
    if case .copy = copied { name = name.extended { "*" + $0 } }
    observeReference(.fieldsCopied(name: name), at: site.range(ofArgument: index), family: 15)
  }

  /// Whether an argument points to object references, as far as its type tells.
  private func pointsToFields(_ index: Int, at site: CallSite) -> Bool {
    guard site.call.arguments.indices.contains(index) else { return false }
    switch shape.definitions.source(of: site.call.arguments[index]) {
    case .copy(let pointer): return pointer.type.pointee.map { holdsField($0) } ?? false
    case .address(let place): return place.dereferences && holdsField(place.type)
    case .constant, .floating, .function, .string, .unknown: return false
    }
  }

  /// Whether a value of a type is or has an object reference for structs.
  private func holdsField(_ type: Type, depth: Int = 8) -> Bool {
    if let role = runtime.role(of: type) { return role == .field }
    switch type.unaliased {
    case .array(let element, _): return holdsField(element, depth: depth)
    case .record(let name):
      return depth > 0
        && program.records[name]?.fields.contains { holdsField($0.type, depth: depth - 1) } == true
    case .void, .integer, .floating, .pointer, .function, .named, .other: return false
    }
  }

  /// Whether memory was there before the function, so that its references are stored ones.
  private func isOfObject(_ location: LocationID) -> Bool {
    switch names[names.root(of: location)] {
    case .content, .pointee: true
    case .local, .global, .keeper, .heap, .context, .string, .part: false
    }
  }

  /// Whether a place is (part of) a temporary, and not behind a pointer in it.
  private func isTemporary(_ place: Place) -> Bool {
    guard case .local(let local) = place.base, !place.dereferences else { return false }
    return function[local].kind == .temporary
  }

  /// Whether a place is a part of an object reference in a struct.
  private func isInsideReference(_ place: Place) -> Bool {
    guard place.dereferences, case .field(_, let record)? = place.projections.last else {
      return false
    }
    return runtime.roles[record] == .field
  }

  /// The name of the member that a place is, or is inside of.
  private func fieldName(of place: Place) -> Designation {
    let isInside = isInsideReference(place)
    for case .field(let name, _) in place.projections.dropLast(isInside ? 1 : 0).reversed() {
      return .source(name)
    }
    return describe(place)
  }

  private mutating func observeReference(
    _ kind: Observation.Kind, at range: SourceRange, family: Int
  ) {
    observe(kind, at: range, family: family, origin: nil, blame: nil, steps: [], each: true)
  }

}
