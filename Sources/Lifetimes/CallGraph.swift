import Graphs
import IR

/// Which functions of a program call which.
public struct CallGraph: Sendable {

  /// For each function those that it may call, sorted.
  public let callees: [[Int]]
  /// Whether some other function calls it directly.
  public let isCalled: [Bool]
  /// The strongly connected components, in groups that only call into earlier groups.
  public let levels: [[[Int]]]
  private let indices: [FunctionName: Int]

  /// Builds the graph of `program`, whose function pointers have `targets`.
  public init(of program: Program, targets: FunctionTargets) {
    let names = program.functions.map(\.name)
    let indices = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var callees: [[Int]] = []
    var isCalled = Array(repeating: false, count: names.count)
    for (caller, function) in program.functions.enumerated() {
      for name in function.callees {
        if let callee = indices[name], callee != caller { isCalled[callee] = true }
      }
      let indirect = function.calledSlots.flatMap { targets.known(in: $0) }
      let all = Set(function.callees + function.mentioned + indirect)
      callees.append(all.compactMap { indices[$0] }.sorted())
    }
    self.init(callees: callees, isCalled: isCalled, indices: indices)
  }

  /// Builds a graph from its edges alone.
  public init(callees: [[Int]]) {
    var isCalled = Array(repeating: false, count: callees.count)
    for (caller, several) in callees.enumerated() {
      for callee in several where callee != caller { isCalled[callee] = true }
    }
    self.init(callees: callees, isCalled: isCalled, indices: [:])
  }

  private init(callees: [[Int]], isCalled: [Bool], indices: [FunctionName: Int]) {
    self.callees = callees
    self.isCalled = isCalled
    self.indices = indices
    let components = stronglyConnectedComponents(count: callees.count) { callees[$0] }
    var levelOfNode = Array(repeating: 0, count: callees.count)
    var levels: [[[Int]]] = []
    for component in components {
      let members = Set(component)
      let level =
        component.flatMap { callees[$0] }.filter { !members.contains($0) }
        .map { levelOfNode[$0] + 1 }.max() ?? 0
      for node in component { levelOfNode[node] = level }
      while levels.count <= level { levels.append([]) }
      levels[level].append(component)
    }
    self.levels = levels
  }

  /// The index of a function, if the program has its body.
  public func index(of name: FunctionName) -> Int? { indices[name] }

}
