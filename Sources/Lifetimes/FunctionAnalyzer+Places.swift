import IR
import Source

/// Where a place leads: a location, and the loan of the pointer through which it was reached.
struct Resolved {
  /// `nil` where nothing is known of it.
  var location: LocationID?
  var loan: LoanID?
}

extension FunctionAnalyzer {

  /// Follows a place; every pointer on the way is used, the last one only if `isAccess`.
  mutating func resolve(
    _ place: Place, isAccess: Bool = true, at point: ProgramPoint, range: SourceRange,
    in state: inout AbstractState
  ) -> Resolved {
    var type: Type
    var resolved: Resolved
    switch place.base {
    case .local(let local):
      type = function[local].type
      resolved = Resolved(location: names.location(.local(local)))
    case .global(let name):
      type = program.globals[name]?.type ?? .other
      resolved = Resolved(location: names.location(.global(name)))
    }
    var isElement = false
    let last = place.projections.lastIndex(of: .dereference)
    for (position, projection) in place.projections.enumerated() {
      switch projection {
      case .dereference:
        resolved = dereference(resolved, type: type, in: &state)
        if let loan = resolved.loan {
          if position != last || isAccess {
            let subject = describePointer(of: place, upTo: position)
            use(loan, subject: subject, range: range, in: &state)
          }
        }
        type = type.pointee ?? .other
      case .field(let name, let record):
        resolved.location = resolved.location.map { part($0, field: name, of: record, type: type) }
        type = program.type(ofField: name, in: record)
      case .index(let operand):
        let index = constant(evaluate(operand, at: point, range: range, in: &state), in: state)
        if isElement, forgetsStruct(resolved.location, type, index, in: &state) {
          resolved.location = nil
        }
        resolved.location = resolved.location.map {
          element($0, index: index, isArray: !isElement || type.isArray)
        }
        if let element = type.arrayElement { type = element }
      }
      // From there an index counts on, unless there is an array within.
      isElement = projection == .dereference || projection.index != nil && type != .other
    }
    return resolved
  }

  /// Follows the pointer in a place.
  private mutating func dereference(
    _ pointer: Resolved, type: Type, in state: inout AbstractState
  ) -> Resolved {
    guard let location = pointer.location else { return Resolved() }
    return target(of: read(location, type: type, in: &state))
  }

  /// Returns what a pointer points to.
  mutating func target(of value: Value) -> Resolved {
    switch value {
    case .pointer(let location, let loan): return Resolved(location: location, loan: loan)
    case .symbol(let symbol, 0): return Resolved(location: names.location(.pointee(symbol)))
    case .object(let object): return Resolved(location: names.location(.content(object)))
    case .unknown, .constant, .symbol, .truth, .anyOf, .function, .copy: return Resolved()
    }
  }

  /// Returns a member of `whole`. The members of a union are one place, and a value of a runtime's
  /// own type has no members to be looked at.
  private mutating func part(
    _ whole: LocationID, field: String, of record: String, type: Type
  ) -> LocationID {
    if program.records[record]?.isUnion == true { return whole }
    if runtime.role(of: type)?.isOpaque == true { return whole }
    return names.part(of: whole, .field(field))
  }

  /// Returns an element of an array, or the place `index` elements from where a pointer points.
  mutating func element(_ location: LocationID, index: Value, isArray: Bool) -> LocationID {
    if isArray { return names.part(of: location, Self.step(to: index)) }
    guard case .part(let array, let step) = names[location] else {
      return index == .constant(0) ? location : names.part(of: location, Self.step(to: index))
    }
    switch (step, index) {
    case (_, .constant(0)): return location
    case (.index(let base), .constant(let offset)):
      // The first of the elements behind a pointer is what it points to.
      if base &+ offset == 0, names.isBehindPointer(array) { return array }
      return names.part(of: array, .index(base &+ offset))
    case (.index(let base), .symbol(let symbol, let offset)):
      return names.part(of: array, .symbolic(symbol, offset &+ base))
    case (.symbolic(let symbol, let base), .constant(let offset)):
      return names.part(of: array, .symbolic(symbol, base &+ offset))
    case (.index, _), (.symbolic, _), (.anyIndex, _): return names.part(of: array, .anyIndex)
    case (.field, _), (.held, _): return names.part(of: location, Self.step(to: index))
    }
  }

  /// Whether `distance` elements behind a struct in a variable are a number of bytes: that leads to
  /// a member, but to which is not told. All that the struct holds is unknown from then on.
  private mutating func forgetsStruct(
    _ location: LocationID?, _ element: Type, _ distance: Value, in state: inout AbstractState
  ) -> Bool {
    guard let location, distance != .constant(0), isStructVariable(location),
      case .integer(8, _) = element.unaliased
    else { return false }
    for part in parts(of: location, in: state) {
      if let value = state.memory[part] { giveAway(value, in: &state) }
      state.memory[part] = .unknown
    }
    return true
  }

  /// Whether a location is a variable that is a struct, or a member of one that is.
  private func isStructVariable(_ location: LocationID) -> Bool {
    switch names[names.root(of: location)] {
    case .local, .global: break
    case .keeper, .pointee, .content, .heap, .context, .string, .part: return false
    }
    if case .part(_, let step) = names[location] {
      guard case .field = step else { return false }
    }
    guard let type = type(of: location), case .record = type.unaliased else { return false }
    return runtime.role(of: type)?.isOpaque != true
  }

  private static func step(to index: Value) -> LocationName.Step {
    switch index {
    case .constant(let index): .index(index)
    case .symbol(let symbol, let offset): .symbolic(symbol, offset)
    case .unknown, .truth, .pointer, .object, .anyOf, .function, .copy: .anyIndex
    }
  }

  /// Returns the value of an operand; a copy uses every pointer on its way.
  mutating func evaluate(
    _ operand: Operand, at point: ProgramPoint, range: SourceRange, in state: inout AbstractState
  ) -> Value {
    switch operand {
    case .copy(let place):
      let resolved = resolve(place, at: point, range: range, in: &state)
      guard let location = resolved.location else {
        return unknownScalar(.made(point, slot: 900), type: place.type)
      }
      if place.type.isAggregate, runtime.role(of: place.type)?.isOpaque != true {
        return .copy(of: location)
      }
      let value = read(location, type: typeRead(from: place), in: &state)
      return functionRead(value, from: place, at: location, in: state)
    case .address(let place):
      let resolved = resolve(place, isAccess: false, at: point, range: range, in: &state)
      return resolved.location.map { .pointer($0, resolved.loan) } ?? .unknown
    case .constant(let value): return .constant(value)
    case .floating(let value): return number(value)
    case .function(let name): return .function(name)
    case .string: return .pointer(names.location(.string), nil)
    case .unknown: return .unknown
    }
  }

  /// The type of what a place holds. The bits of a handle are the handle, as it has no members to
  /// be looked at.
  private func typeRead(from place: Place) -> Type {
    let whole = type(of: visible(place))
    return runtime.role(of: whole)?.resourceKind == nil ? place.type : whole
  }

}

extension Type {
  /// Whether this is an array, seen through aliases.
  var isArray: Bool { arrayElement != nil }

  /// What an array consists of.
  var arrayElement: Type? {
    if case .array(let element, _) = unaliased { return element }
    return nil
  }
}
