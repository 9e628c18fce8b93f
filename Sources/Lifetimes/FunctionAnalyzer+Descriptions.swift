import IR
import Source

extension FunctionAnalyzer {

  /// Returns a location as the source writes it.
  func describe(_ location: LocationID) -> String {
    if let keeper = keeper(of: location) { return keeper }
    switch names[location] {
    case .local(let local): return describe(local)
    case .global(let name): return describe(global: name)
    case .pointee(let symbol):
      let pointer = inPlace(describe(symbol))
      if pointer == Self.unnamed { return pointer }
      return isArrayOfHandles(symbol) ? pointer + "[0]" : "*" + pointer
    case .content(let object): return "the struct of '\(describe(object))'"
    case .heap(let object): return memoryName(object) ?? "allocated memory"
    case .context: return "the context"
    case .string: return "a string"
    case .part(let whole, let step): return describe(step, of: whole)
    }
  }

  /// The variable that allocated memory was first assigned to.
  private func memoryName(_ object: ObjectID) -> String? {
    let name = describe(object)
    return name.hasPrefix("the result") || name == Self.unnamed ? nil : name
  }

  /// Describes what a function keeps for itself, in which places have no names.
  private func keeper(of location: LocationID) -> String? {
    guard case .global(let name) = names[names.root(of: location)], name.first == "\u{0}" else {
      return nil
    }
    return describe(global: name)
  }

  private func describe(global name: String) -> String {
    if let global = program.globals[name] { return global.sourceName }
    return name.first == "\u{0}" ? "memory of \(name.dropFirst())" : name
  }

  /// Whether a symbol is a parameter that the runtime passes its arguments in.
  private func isArrayOfHandles(_ symbol: SymbolID) -> Bool {
    guard isEntryPoint, case .initial(let holder, _) = names[symbol],
      case .local(let local) = names[holder], let pointee = function[local].type.pointee
    else { return false }
    return runtime.role(of: pointee) == .handle
  }

  private func describe(_ step: LocationName.Step, of whole: LocationID) -> String {
    let pointer: String? =
      switch names[whole] {
      case .pointee(let symbol): inPlace(describe(symbol))
      case .content(let object): inPlace(describe(object))
      case .heap(let object): memoryName(object)
      default: nil
      }
    let name = pointer ?? describe(whole)
    if name == Self.unnamed { return name }
    switch step {
    case .field(let field) where field.first == "<": return name
    case .field(let field): return "\(name)\(pointer == nil ? "." : "->")\(field)"
    case .index(let index) where index < 0: return "\(name)[…]"
    case .index(let index): return "\(name)[\(index)]"
    case .symbolic, .anyIndex: return "\(name)[…]"
    }
  }

  /// What stands for a value that has no name.
  static let unnamed = "a value"

  /// A name as it is written inside of a longer one: a result by its call.
  private func inPlace(_ name: String) -> String {
    let prefix = "the result of "
    return name.hasPrefix(prefix) ? name.dropFirst(prefix.count) + "(…)" : name
  }

  /// Returns a local as the source writes it; a temporary as what it was computed from.
  func describe(_ local: Local.ID) -> String {
    if !function[local].name.isEmpty { return function[local].name }
    switch shape.definitions[local] {
    case .assign(_, .operand(let operand))?, .assign(_, .cast(let operand, _))?:
      return describe(operand)
    case .assign(_, .binary(_, let operand, .constant))?: return describe(operand)
    case .call(let call)?: return "the result of \(calleeName(call))"
    case .assign?, .storageLive?, .storageDead?, .opaque?, nil: return Self.unnamed
    }
  }

  /// Returns an operand as the source writes it.
  func describe(_ operand: Operand) -> String {
    switch operand {
    case .copy(let place): return describe(place)
    case .address(let place):
      if case .index(.constant(0))? = place.projections.last {
        let whole = Place(place.base, place.projections.dropLast(), type: place.type)
        return describe(whole)
      }
      return describe(place)
    case .constant(let value): return String(value)
    case .function(let name): return name.name
    case .string: return "a string"
    case .unknown: return Self.unnamed
    }
  }

  /// Returns a place as the source writes it.
  func describe(_ place: Place) -> String {
    var text: String
    switch place.base {
    case .local(let local): text = describe(local)
    case .global(let name): text = program.globals[name]?.sourceName ?? name
    }
    if text == Self.unnamed { return text }
    if !place.projections.isEmpty { text = callText(of: place.base) ?? text }
    var isPending = false
    for projection in place.projections {
      switch projection {
      case .dereference:
        if isPending { text = "(*\(text))" }
        isPending = true
      case .field(let name, _) where name.first == "<": continue
      case .field(let name, _):
        text += isPending ? "->\(name)" : ".\(name)"
        isPending = false
      case .index(let index):
        text += "[\(describe(index))]"
        isPending = false
      }
    }
    return isPending ? "*\(text)" : text
  }

  /// Returns the variable through which a place first accesses memory that a pointer points to.
  func describePointer(of place: Place, upTo count: Int) -> String {
    describe(Place(place.base, Array(place.projections.prefix(count)), type: place.type))
  }

  /// Returns a symbol as the source writes what held it.
  func describe(_ symbol: SymbolID) -> String {
    switch names[symbol] {
    case .initial(let location, _), .merged(_, let location): describe(location)
    case .made(let point, _): resultName(at: point) ?? Self.unnamed
    case .computed: Self.unnamed
    }
  }

  /// Returns an object as the source writes what holds it.
  func describe(_ object: ObjectID) -> String {
    switch names[object] {
    case .initial(let location), .elements(let location), .kept(let location):
      return describe(location)
    case .constant(let name): return name
    case .made(let point, _, _): return resultName(at: point) ?? Self.unnamed
    }
  }

  /// Returns an object by the place that holds it now, or else by where it came from.
  func describe(_ object: ObjectID, in state: AbstractState) -> String {
    if let holder = state.objects[object]?.holder { return describe(holder) }
    if let origin = state.objects[object]?.origin, case .made(let name, _) = causes[origin].what,
      name != "it"
    {
      return name
    }
    return describe(object)
  }

  func describe(_ value: Value, in state: AbstractState) -> String {
    switch value {
    case .object(let object): describe(object, in: state)
    case .pointer(_, let loan?):
      if case .obtained(let pointer, _)? = state.loans[loan].map({ causes[$0.origin].what }) {
        pointer
      } else if case .initial(let holder) = names[loan] {
        describe(holder)
      } else {
        "a pointer"
      }
    case .pointer(let location, nil) where names[names.root(of: location)] == .context:
      contextName
    default: Self.unnamed
    }
  }

  /// The name of the parameter that is the context.
  private var contextName: String {
    contextParameter.map { function.parameters[$0].name } ?? "the context"
  }

  /// Returns the variable that the result of the call at `point` goes to, or what it is a result
  /// of.
  private func resultName(at point: ProgramPoint) -> String? {
    let block = function.blocks[Int(point.block)]
    guard block.instructions.indices.contains(Int(point.index)),
      case .call(let call) = block.instructions[Int(point.index)].kind
    else { return nil }
    if let place = call.result, case .local(let local) = place.base {
      if function[local].kind != .temporary { return describe(place) }
      if let target = shape.target(of: local) { return describe(target) }
    }
    return "the result of \(calleeName(call))"
  }

  /// Returns the name of the function that is called, or how its pointer is written.
  func calleeName(_ call: Call) -> String {
    switch call.callee {
    case .direct(let name): return name.name
    case .indirect(.copy(let place)):
      if case .field(let member, _)? = place.projections.last,
        let name = runtime.function(forMember: member)
      {
        return name
      }
      return describe(place)
    case .indirect(let operand): return describe(operand)
    }
  }

}
