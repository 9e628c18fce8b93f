import Lifetimes
import Testing

/// The order of the analysis over call graphs that no parser was needed for (peers §4.8, 196).
@Suite struct CallGraphTests {

  /// Checks that every callee outside its component stands in an earlier level.
  private func isOrdered(_ graph: CallGraph) -> Bool {
    var level: [Int: Int] = [:]
    for (index, components) in graph.levels.enumerated() {
      for node in components.joined() { level[node] = index }
    }
    let component = graph.levels.joined().reduce(into: [Int: [Int]]()) { (all, nodes) in
      for node in nodes { all[node] = nodes }
    }
    return graph.callees.enumerated().allSatisfy { (caller, callees) in
      callees.allSatisfy { (callee) in
        component[caller] == component[callee]
          || level[callee, default: 0] < level[caller, default: 0]
      }
    }
  }

  @Test func aLeafIsInTheFirstLevel() {
    let graph = CallGraph(callees: [[]])
    #expect(graph.levels == [[[0]]])
    #expect(graph.isCalled == [false])
  }

  @Test func aChainHasOneLevelForEachFunction() {
    let graph = CallGraph(callees: [[1], [2], [3], []])
    #expect(graph.levels == [[[3]], [[2]], [[1]], [[0]]])
    #expect(graph.isCalled == [false, true, true, true])
  }

  @Test func theSidesOfADiamondCanBeAnalyzedAtOnce() {
    let graph = CallGraph(callees: [[1, 2], [3], [3], []])
    #expect(graph.levels == [[[3]], [[1], [2]], [[0]]])
  }

  @Test func mutualRecursionIsOneComponent() {
    let graph = CallGraph(callees: [[1], [2], [0, 3], []])
    #expect(graph.levels == [[[3]], [[0, 1, 2]]])
  }

  @Test func aFunctionThatCallsOnlyItselfIsNotCalledByOthers() {
    #expect(CallGraph(callees: [[0]]).isCalled == [false])
  }

  @Test(arguments: [2, 7, 30])
  func everyCalleeComesFirstInAGraphWithManyCycles(_ step: Int) {
    let count = 200
    let graph = CallGraph(
      callees: (0 ..< count).map { [($0 * step + 1) % count, ($0 + step) % count].sorted() })
    #expect(isOrdered(graph))
  }

}
