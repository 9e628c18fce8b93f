import IR

extension FunctionTargets {

  /// Finds where the functions of `program` are kept.
  public init(of program: Program) {
    self.init()
    let globals = program.globals.sorted { $0.key < $1.key }.map(\.value)
    for global in globals { add(global) }
    var flows: [(source: Slot, target: Slot)] = []
    for function in program.functions {
      for block in function.blocks {
        for instruction in block.instructions {
          add(instruction.kind, in: function, &flows)
        }
      }
    }
    var changed = true
    while changed {
      changed = false
      for (source, target) in flows where flow(from: source, to: target) { changed = true }
    }
    for function in addressTaken {
      for index in 0 ..< 16 { addOpen(.parameter(index, of: function)) }
    }
  }

  private mutating func add(_ global: Global) {
    for value in global.initialValues ?? [] {
      guard case .function(let function) = value.value else { continue }
      add(function, to: Slot(global.name, value.path))
    }
  }

  private mutating func add(
    _ kind: Instruction.Kind, in function: Function, _ flows: inout [(source: Slot, target: Slot)]
  ) {
    switch kind {
    case .assign(let place, .operand(let operand)), .assign(let place, .cast(let operand, to: _)):
      guard place.type.isFunctionPointer,
        let slot = Operand.copy(place).functionSlot(in: function)
      else {
        if case .function(let name) = operand { takeAddress(of: name) }
        return
      }
      add(operand, to: slot, in: function, &flows)
    case .call(let call):
      for (index, operand) in call.arguments.enumerated() {
        if case .direct(let name) = call.callee {
          let isPointer =
            call.argumentTypes.indices.contains(index)
            && call.argumentTypes[index].isFunctionPointer
          if case .function = operand {
            add(operand, to: .parameter(index, of: name), in: function, &flows)
          } else if isPointer {
            add(operand, to: .parameter(index, of: name), in: function, &flows)
          }
        } else if case .function(let name) = operand {
          takeAddress(of: name)
        }
      }
    case .assign, .storageLive, .storageDead, .opaque: break
    }
  }

  private mutating func add(
    _ operand: Operand, to slot: Slot, in function: Function,
    _ flows: inout [(source: Slot, target: Slot)]
  ) {
    switch operand {
    case .function(let name): add(name, to: slot)
    case .constant: break
    case .copy, .address, .string, .unknown:
      if let source = operand.functionSlot(in: function) {
        flows.append((source, slot))
      } else {
        addOpen(slot)
      }
    }
  }

}

extension FunctionTargets.Slot {
  /// The slot that is at the end of `path` in a variable.
  fileprivate init(_ global: String, _ path: [Place.Projection]) {
    for projection in path.reversed() {
      if case .field(let name, let record) = projection {
        self = .member(name, record: record)
        return
      }
    }
    self = .global(global)
  }
}

extension Type {
  /// Whether this is a pointer to a function.
  var isFunctionPointer: Bool {
    if case .function? = pointee?.unaliased { return true }
    return false
  }
}
