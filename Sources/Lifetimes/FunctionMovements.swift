import IR

/// What one function, or an initialiser, does to the pointers to functions that are kept somewhere,
/// and to the pointers to tables of such pointers.
struct FunctionMovements {

  typealias Slot = FunctionTargets.Slot

  private(set) var all: [FunctionTargets.Movement] = []
  /// Where the pointers are kept through which it calls, or lets others call.
  private(set) var calledSlots: [Slot] = []
  /// The records that have pointers to functions in them.
  private let tables: Set<String>
  /// The function; `nil` for an initialiser.
  private let function: Function?
  private let definitions: Definitions?

  init(in function: Function, _ definitions: Definitions, tables: Set<String>) {
    self.function = function
    self.definitions = definitions
    self.tables = tables
    for block in function.blocks {
      for instruction in block.instructions {
        switch instruction.kind {
        case .call(let call): add(call)
        case .assign(let place, let expression): add(expression, to: place)
        case .opaque(_, _, let writes):
          for place in writes where carried(by: place.type) != nil {
            all.append(.lost(in: slot(of: place, written: true)))
          }
        case .storageLive, .storageDead: continue
        }
      }
      guard case .return(let operand?) = block.terminator.kind else { continue }
      let result = Slot.result(of: function.name)
      expose(operand, to: nil)
      move(operand, to: result, from: result, carried(by: function.result))
    }
  }

  init(in global: Global, tables: Set<String>) {
    function = nil
    definitions = nil
    self.tables = tables
    for value in global.initialValues ?? [] {
      add(.operand(value.value), to: Place(.global(global.name), value.path, type: value.type))
    }
  }

  private func slot(of place: Place, written: Bool) -> Slot {
    place.slot(written: written, in: function)
  }

  private func carried(by type: Type) -> CarriedPointer? { CarriedPointer(type, tables: tables) }

  private func source(of operand: Operand) -> Operand {
    definitions?.source(of: operand) ?? operand
  }

  private mutating func add(_ call: Call) {
    var callee: FunctionName?
    switch call.callee {
    case .direct(let name): callee = name
    case .indirect(let operand):
      for operand in [operand, source(of: operand)] {
        if case .copy(let place) = operand { calledSlots.append(slot(of: place, written: false)) }
      }
    }
    if let place = call.result { add(callee, resultTo: place) }
    for (index, operand) in call.arguments.enumerated() {
      let type = call.argumentTypes.indices.contains(index) ? call.argumentTypes[index] : .other
      if type.isFunctionPointer, case .copy(let place) = source(of: operand) {
        calledSlots.append(slot(of: place, written: false))
      }
      expose(operand, to: callee)
      if let callee {
        let parameter = Slot.parameter(index, of: callee)
        move(operand, to: parameter, from: parameter, carried(by: type))
      } else {
        lose(operand, carried(by: type))
      }
    }
  }

  /// Adds that the result of a function is put into a place.
  private mutating func add(_ callee: FunctionName?, resultTo place: Place) {
    guard let carried = carried(by: place.type) else { return }
    let target = slot(of: place, written: true)
    guard let callee else {
      all.append(.lost(in: target))
      return
    }
    all.append(.moved(from: .result(of: callee), to: target))
    if carried.depth > 1 {
      all.append(.moved(from: slot(of: place, written: false), to: .result(of: callee)))
    }
  }

  private mutating func add(_ expression: Expression, to place: Place) {
    let operands: [Operand]
    switch expression {
    case .operand(let operand), .cast(let operand, _): operands = [operand]
    case .binary(_, let left, let right): operands = place.type.isPointer ? [left, right] : []
    case .unary, .zero: operands = []
    }
    if case .record(let record) = place.type.unaliased { addCopy(of: record, to: place) }
    let (target, source) = (slot(of: place, written: true), slot(of: place, written: false))
    for operand in operands {
      expose(operand, to: nil)
      move(operand, to: target, from: source, carried(by: place.type))
    }
  }

  /// Adds that a whole struct is put into a place.
  private mutating func addCopy(of record: String, to place: Place) {
    if place.dereferences {
      all.append(.copied(record: record))
    } else if case .global(let name) = place.base {
      all.append(.overwritten(global: name))
    }
  }

  /// Adds that an operand is put into `target`, which is read as `source`.
  ///
  /// Behind the second of several pointers, what is put in through one is read through the other.
  private mutating func move(
    _ operand: Operand, to target: Slot, from source: Slot, _ carried: CarriedPointer?
  ) {
    switch operand {
    case .function(let name): all.append(.kept(.function(name), in: target))
    case .copy(let place):
      guard let carried else { return }
      let other = self.carried(by: place.type)
      if carried.mayComeUnseen(from: other, in: place.type) { all.append(.lost(in: target)) }
      guard let other else { return }
      all.append(.moved(from: slot(of: place, written: false), to: target))
      if max(carried.depth, other.depth) > 1 {
        all.append(.moved(from: source, to: slot(of: place, written: true)))
      }
    case .address(let place):
      guard let carried else { return }
      if self.carried(by: place.type) != nil {
        all.append(.moved(from: slot(of: place, written: false), to: target))
        all.append(.moved(from: source, to: slot(of: place, written: true)))
      } else if carried.kind == .table {
        all.append(place.variable.map { .kept(.variable($0), in: target) } ?? .lost(in: target))
      }
    case .unknown:
      if carried != nil { all.append(.lost(in: target)) }
    case .constant, .floating, .string: break
    }
  }

  /// Adds that an operand is given to a function that is not known.
  private mutating func lose(_ operand: Operand, _ carried: CarriedPointer?) {
    switch operand {
    case .function(let name): all.append(.taken(name))
    case .copy(let place):
      if let carried, carried.depth > 1 {
        all.append(.lost(in: slot(of: place, written: true)))
      }
    case .address(let place):
      if self.carried(by: place.type) != nil {
        all.append(.lost(in: slot(of: place, written: true)))
      }
    case .constant, .floating, .string, .unknown: break
    }
  }

  /// Adds that the address of a variable with static storage is taken, if it is.
  private mutating func expose(_ operand: Operand, to callee: FunctionName?) {
    guard case .address(let place) = source(of: operand), let name = place.variable else { return }
    all.append(.exposed(global: name, to: callee))
  }

}

extension Place {

  /// Where a pointer to a function is kept that is read from this place, or written to it; without
  /// a function, the place is in a variable with static storage.
  func slot(written: Bool, in function: Function?) -> FunctionTargets.Slot {
    for projection in projections.reversed() {
      guard case .field(let name, let record) = projection else { continue }
      if let global = variable { return .memberOf(global: global, name, record: record) }
      return written ? .stored(name, record: record) : .member(name, record: record)
    }
    switch base {
    case .global(let name): return .global(name)
    case .local(let local):
      guard let function else { preconditionFailure("a local outside of a function") }
      return function[local].kind == .parameter
        ? .parameter(local.index, of: function.name) : .local(local.index, of: function.name)
    }
  }

  /// The variable with static storage that the place is in.
  fileprivate var variable: String? {
    guard case .global(let name) = base, !dereferences else { return nil }
    return name
  }

}
