import Graphs
import Testing

@Suite struct StronglyConnectedComponentsTests {

  private func components(_ edges: [[Int]]) -> [[Int]] {
    stronglyConnectedComponents(count: edges.count) { edges[$0] }
  }

  @Test func calleesComeBeforeCallers() {
    #expect(components([[1], [2], []]) == [[2], [1], [0]])
  }

  @Test func aCycleIsOneComponent() {
    #expect(components([[1], [2], [0, 3], []]) == [[3], [0, 1, 2]])
  }

  @Test func aDiamondHasFourComponents() {
    #expect(components([[1, 2], [3], [3], []]) == [[3], [1], [2], [0]])
  }

  @Test func twoCyclesThatShareANodeAreOne() {
    #expect(components([[1, 2], [0], [0]]) == [[0, 1, 2]])
  }

  /// A recursive search would overflow the stack.
  @Test func aChainOfAMillionNodesIsNoDeeperThanOfTen() {
    let count = 1_000_000
    let components = stronglyConnectedComponents(count: count) { $0 + 1 < count ? [$0 + 1] : [] }
    #expect(components.count == count)
    #expect(components.first == [count - 1])
  }

}
