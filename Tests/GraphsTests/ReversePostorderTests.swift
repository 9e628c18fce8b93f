import Graphs
import Testing

@Suite struct ReversePostorderTests {

  private func order(_ edges: [[Int]]) -> [Int] {
    reversePostorder(count: edges.count, from: 0) { edges[$0] }
  }

  @Test func joinsComeAfterBothBranches() {
    #expect(order([[1, 2], [3], [3], []]) == [0, 2, 1, 3])
  }

  @Test func unreachableNodesAreLeftOut() {
    #expect(order([[1], [], [1]]) == [0, 1])
  }

  @Test func aLoopHeadComesBeforeItsBody() {
    #expect(order([[1], [2, 3], [1], []]).firstIndex(of: 1)! < 2)
  }

}
