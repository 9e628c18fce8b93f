import IR
import Source

extension FunctionAnalyzer {

  /// Returns a location as the source writes it.
  func describe(_ location: LocationID) -> Designation {
    if let keeper = keeper(of: location) { return keeper }
    switch names[location] {
    case .local(let local): return describe(local)
    case .global(let name): return .source(program.globals[name]?.sourceName ?? name)
    case .keeper(let function): return .memory(of: function)
    case .pointee(let symbol):
      let isArray = isArrayOfHandles(symbol)
      return describe(symbol).extended { isArray ? $0 + "[0]" : "*" + $0 }
    case .content(let object): return .phrase("the struct of \(describe(object).quoted())")
    case .heap(let object): return memoryName(object)
    case .context: return .phrase("the context")
    case .string: return .phrase("a string")
    case .part(let whole, let step): return describe(step, of: whole)
    }
  }

  /// The variable that allocated memory was first assigned to.
  private func memoryName(_ object: ObjectID) -> Designation {
    if case .source(let name) = describe(object) { return .source(name) }
    return .phrase("allocated memory")
  }

  /// Describes what a function keeps for itself, in which places have no names.
  private func keeper(of location: LocationID) -> Designation? {
    guard case .keeper(let function) = names[names.root(of: location)] else { return nil }
    return .memory(of: function)
  }

  /// Whether a symbol is a parameter that the runtime passes its arguments in.
  private func isArrayOfHandles(_ symbol: SymbolID) -> Bool {
    guard isEntryPoint, case .initial(let holder, _) = names[symbol],
      case .local(let local) = names[holder], let pointee = function[local].type.pointee
    else { return false }
    return runtime.role(of: pointee) == .handle
  }

  private func describe(_ step: LocationName.Step, of whole: LocationID) -> Designation {
    let pointer: Designation? =
      switch names[whole] {
      case .pointee(let symbol): describe(symbol)
      case .content(let object): describe(object)
      case .heap(let object): memoryName(object)
      default: nil
      }
    let name = pointer ?? describe(whole)
    switch step {
    case .field(let field) where field.first == "<": return name
    case .field(let field): return name.extended { $0 + (pointer == nil ? "." : "->") + field }
    case .index(let index) where index >= 0: return name.extended { "\($0)[\(index)]" }
    case .index, .symbolic, .anyIndex: return name.extended { $0 + "[…]" }
    case .held: return name
    }
  }

  /// Returns a local as the source writes it; a temporary as what it was computed from.
  func describe(_ local: Local.ID) -> Designation {
    if !function[local].name.isEmpty { return .source(function[local].name) }
    switch shape.definitions[local] {
    case .assign(_, .operand(let operand))?, .assign(_, .cast(let operand, _))?:
      return describe(operand)
    case .assign(_, .binary(_, let operand, .constant))?: return describe(operand)
    case .call(let call)?: return .result(of: calleeName(call))
    case .assign?, .storageLive?, .storageDead?, .opaque?, nil: return .unnamed
    }
  }

  /// Returns an operand as the source writes it.
  func describe(_ operand: Operand) -> Designation {
    switch operand {
    case .copy(let place): return describe(place)
    case .address(let place):
      if case .index(.constant(0))? = place.projections.last {
        let whole = Place(place.base, place.projections.dropLast(), type: place.type)
        return describe(whole)
      }
      return describe(place)
    case .constant(let value): return .source(String(value))
    case .floating(let value): return .source(String(value))
    case .function(let name): return .source(name.name)
    case .string: return .phrase("a string")
    case .unknown: return .unnamed
    }
  }

  /// Returns an operand as the source writes it; the address of a part as the pointer that leads
  /// to the part.
  func describeOrigin(of operand: Operand) -> Designation {
    switch operand {
    case .address(let place):
      guard let last = place.projections.lastIndex(of: .dereference) else { break }
      return describePointer(of: place, upTo: last)
    case .copy(let place):
      guard case .local(let local) = place.base, place.projections.isEmpty,
        function[local].name.isEmpty,
        case .assign(_, .operand(let source))? = shape.definitions[local]
      else { break }
      return describeOrigin(of: source)
    case .constant, .floating, .function, .string, .unknown: break
    }
    return describe(operand)
  }

  /// Returns a place as the source writes it.
  func describe(_ place: Place) -> Designation {
    let base = describe(place.base)
    if place.projections.isEmpty { return base }
    let whole = callText(of: place.base).map(Designation.source) ?? base
    return whole.extended { expression(of: place.projections, behind: $0) }
  }

  private func describe(_ base: Place.Base) -> Designation {
    switch base {
    case .local(let local): describe(local)
    case .global(let name): .source(program.globals[name]?.sourceName ?? name)
    }
  }

  /// Returns the part of `whole` behind `projections` as the source writes it.
  private func expression(of projections: [Place.Projection], behind whole: String) -> String {
    var text = whole
    var isPending = false
    for projection in projections {
      switch projection {
      case .dereference:
        if isPending { text = "(*\(text))" }
        isPending = true
      case .field(let name, _) where name.first == "<": continue
      case .field(let name, _):
        text += isPending ? "->\(name)" : ".\(name)"
        isPending = false
      case .index(let index):
        text += "[\(describe(index).expression ?? "…")]"
        isPending = false
      }
    }
    return isPending ? "*\(text)" : text
  }

  /// Returns the variable through which a place first accesses memory that a pointer points to.
  func describePointer(of place: Place, upTo count: Int) -> Designation {
    describe(Place(place.base, Array(place.projections.prefix(count)), type: place.type))
  }

  /// Returns a symbol as the source writes what held it.
  func describe(_ symbol: SymbolID) -> Designation {
    switch names[symbol] {
    case .initial(let location, _), .merged(_, let location), .kept(let location):
      describe(location)
    case .made(let point, _): resultName(at: point)
    case .computed, .applied, .floating: .unnamed
    }
  }

  /// Returns an object as the source writes what holds it.
  func describe(_ object: ObjectID) -> Designation {
    switch names[object] {
    case .initial(let location), .elements(let location), .kept(let location): describe(location)
    case .constant(let name): .source(name)
    case .made(let point, _, _): resultName(at: point)
    }
  }

  /// Returns an object by the place that holds it now, if that has a name, or else by where it came
  /// from.
  func describe(_ object: ObjectID, in state: AbstractState) -> Designation {
    let holder = state.objects[object]?.holder.map { describe($0) }
    if let holder, case .source = holder { return holder }
    if let origin = state.objects[object]?.origin, case .made(let name, _) = causes[origin].what,
      name != .unnamed
    {
      return name
    }
    return holder ?? describe(object)
  }

  func describe(_ value: Value, in state: AbstractState) -> Designation {
    switch value {
    case .object(let object): describe(object, in: state)
    case .pointer(_, let loan?):
      if case .obtained(let pointer, _)? = state.loans[loan].map({ causes[$0.origin].what }) {
        pointer
      } else if case .initial(let holder) = names[loan] {
        describe(holder)
      } else {
        .phrase("a pointer")
      }
    case .pointer(let location, nil) where names[names.root(of: location)] == .context:
      contextName
    default: .unnamed
    }
  }

  /// The name of the parameter that is the context.
  private var contextName: Designation {
    contextParameter.map { .source(function.parameters[$0].name) } ?? .phrase("the context")
  }

  /// Returns the variable that the result of the call at `point` goes to, or what it is a result
  /// of.
  private func resultName(at point: ProgramPoint) -> Designation {
    let block = function.blocks[Int(point.block)]
    guard block.instructions.indices.contains(Int(point.index)),
      case .call(let call) = block.instructions[Int(point.index)].kind
    else { return .unnamed }
    if let place = call.result, case .local(let local) = place.base {
      if function[local].kind != .temporary { return describe(place) }
      if let target = shape.target(of: local) { return describe(target) }
    }
    return .result(of: calleeName(call))
  }

  /// Returns the name of the function that is called, or how its pointer is written.
  func calleeName(_ call: Call) -> String { calleeExpression(call) ?? "a function" }

  /// Returns how the source writes what is called; `nil` if it has no name.
  func calleeExpression(_ call: Call) -> String? {
    switch call.callee {
    case .direct(let name): return runtime.writtenName(of: name.name)
    case .indirect(.copy(let place)):
      if case .field(let member, _)? = place.projections.last,
        let name = runtime.function(forMember: member)
      {
        return runtime.writtenName(of: name)
      }
      return describe(place).expression
    case .indirect(let operand): return describe(operand).expression
    }
  }

}
