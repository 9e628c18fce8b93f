import Graphs
import Testing

@Suite struct LoopForestTests {

  private func forest(_ edges: [[Int]]) -> LoopForest {
    LoopForest(count: edges.count, from: 0) { edges[$0] }
  }

  /// Returns the nodes of the loop of a head.
  private func body(_ head: Int, _ edges: [[Int]]) -> [Int] {
    let forest = forest(edges)
    return edges.indices.filter { forest.contains($0, inLoop: head) }
  }

  @Test func noCycleIsNoLoop() {
    let forest = forest([[1, 2], [3], [3], []])
    #expect((0 ..< 4).allSatisfy { forest.innermostHead(around: $0) == nil })
  }

  @Test func aLoopIsWhatLeadsBackToItsHead() {
    let edges = [[1], [2, 4], [3], [1], []]
    #expect(body(1, edges) == [1, 2, 3])
    #expect(forest(edges).innermostHead(around: 4) == nil)
  }

  @Test func loopsAreNested() {
    let edges = [[1], [2], [3, 4], [2], [1, 5], []]
    let forest = forest(edges)
    #expect(body(1, edges) == [1, 2, 3, 4] && body(2, edges) == [2, 3])
    #expect(forest.innermostHead(around: 3) == 2 && forest.innermostHead(around: 4) == 1)
    #expect(forest.outerHead(around: 2) == 1 && forest.outerHead(around: 1) == nil)
  }

  @Test func aNodeThatLeadsToItselfIsALoop() {
    #expect(body(1, [[1], [1, 2], []]) == [1])
  }

  @Test func severalEdgesBackToOneHeadAreOneLoop() {
    #expect(body(1, [[1], [2, 3], [1], [1, 4], []]) == [1, 2, 3])
  }

  /// A loop with two ways in belongs to the one that is found first.
  @Test func aLoopWithTwoWaysInHasOneHead() {
    let edges = [[1, 2], [2], [1, 3], []]
    #expect(body(1, edges) == [1, 2])
    #expect(forest(edges).innermostHead(around: 3) == nil)
  }

  @Test func whatCannotBeReachedIsInNoLoop() {
    let edges = [[1], [0], [2]]
    #expect(body(0, edges) == [0, 1])
    #expect(forest(edges).innermostHead(around: 2) == nil)
  }

  /// With a body for each loop this would take memory that grows with the square.
  @Test func manyLoopsInEachOther() {
    let depth = 50_000
    var edges: [[Int]] = (0 ..< depth).map { [$0 + 1] }
    edges += (0 ..< depth).map { [depth + $0 + 1, depth - 1 - $0] }
    edges.append([])
    let forest = forest(edges)
    #expect(forest.outerHead(around: depth - 1) == depth - 2)
    #expect(forest.contains(depth, inLoop: 0) && !forest.contains(2 * depth, inLoop: 0))
  }

}
