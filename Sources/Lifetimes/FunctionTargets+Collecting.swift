import IR

extension FunctionTargets {

  /// Finds where the functions of `program` are kept.
  public init(of program: Program) {
    self.init()
    let globals = program.globals.sorted { $0.key < $1.key }.map(\.value)
    for global in globals { add(global) }
    var flows: [(source: Slot, target: Slot)] = []
    for movement in program.functions.lazy.flatMap(\.movements) {
      switch movement {
      case .kept(let name, let slot): add(name, to: slot)
      case .moved(let source, let target): flows.append((source, target))
      case .lost(let slot): addOpen(slot)
      case .taken(let name): takeAddress(of: name)
      }
    }
    // Who calls these, and with what, is not known.
    let called = Set(program.functions.lazy.flatMap(\.callees))
    let uncalled = program.functions.lazy.map(\.name).filter { !called.contains($0) }
    for function in addressTaken.union(uncalled) {
      for index in 0 ..< 16 { addOpen(.parameter(index, of: function)) }
    }
    var changed = true
    while changed {
      changed = false
      for (source, target) in flows where flow(from: source, to: target) { changed = true }
    }
  }

  private mutating func add(_ global: Global) {
    for value in global.initialValues ?? [] {
      guard case .function(let function) = value.value else { continue }
      add(function, to: Slot(global.name, value.path))
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
