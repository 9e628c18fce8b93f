/// The loops of a graph, nested in each other.
///
/// A loop is named by its head, the node by which a depth-first search came into it; it is what the
/// edges back to that node close a cycle with. In a graph that is reducible these are the natural
/// loops. (Havlak, Nesting of reducible and irreducible loops, 1997; with the change to it in
/// Ramalingam, Identifying loops in almost linear time, 1999.)
///
/// - Complexity: almost O(nodes + edges), in time and in memory, however deep loops are nested.
public struct LoopForest: Sendable {

  /// For each node the head of the smallest loop that it is in without being its head.
  private var outer: [Int?]
  /// For each node whether it is the head of a loop.
  private var isHead: [Bool]
  /// For each node the nodes of the loop that it heads, as numbers: they follow each other.
  private var numbers: [Range<Int>]

  /// Finds the loops in what can be reached from `root`.
  public init(count: Int, from root: Int, successors: (Int) -> [Int]) {
    var search = LoopSearch(count: count)
    search.visit(from: root, successors: successors)
    search.findLoops()
    outer = search.outer
    isHead = search.isHead
    numbers = Self.numbers(search.preorder, search.outer)
  }

  /// Numbers the nodes so that those of each loop follow its head.
  private static func numbers(_ preorder: [Int], _ outer: [Int?]) -> [Range<Int>] {
    var sizes = Array(repeating: 1, count: outer.count)
    for node in preorder.reversed() {
      if let head = outer[node] { sizes[head] += sizes[node] }
    }
    var numbers = Array(repeating: outer.count ..< outer.count, count: outer.count)
    var next = Array(repeating: 0, count: outer.count)
    var end = 0
    for node in preorder {
      let start: Int
      if let head = outer[node] {
        start = next[head]
        next[head] += sizes[node]
      } else {
        start = end
        end += sizes[node]
      }
      numbers[node] = start ..< start + sizes[node]
      next[node] = start + 1
    }
    return numbers
  }

  /// Whether a node is the head of a loop.
  public func isHead(_ node: Int) -> Bool { isHead[node] }

  /// The head of the smallest loop that a node is in, which can be the node itself.
  public func innermostHead(around node: Int) -> Int? { isHead[node] ? node : outer[node] }

  /// The head of the smallest loop that has another head and that a node is in.
  public func outerHead(around node: Int) -> Int? { outer[node] }

  /// A number for a node; that of a node in the loop of `head` is one of `numbers(ofLoop: head)`.
  public func number(of node: Int) -> Int { numbers[node].lowerBound }

  /// The numbers of the nodes in the loop of a head.
  public func numbers(ofLoop head: Int) -> Range<Int> { numbers[head] }

  /// Whether a node is in the loop of a head.
  public func contains(_ node: Int, inLoop head: Int) -> Bool {
    numbers[head].contains(numbers[node].lowerBound)
  }

}

/// The state of the search for loops.
private struct LoopSearch {

  /// How far the search is with a node.
  private enum Progress { case notFound, inSubtree, done }

  /// The nodes that can be reached, in the order in which they were found.
  var preorder: [Int] = []
  var outer: [Int?]
  var isHead: [Bool]
  /// For each node those that an edge closes a cycle from.
  private var backSources: [[Int]]
  /// For each node those that lead to it by an edge that closes no cycle, as far as was added.
  private var sources: [[Int]]
  /// For each node the edges that its depth-first subtree is the smallest to have both ends of, and
  /// that are not edges of the tree.
  private var crossing: [[(from: Int, to: Int)]]
  private var progress: [Progress]
  /// The nodes whose subtrees are done, put together with the parents of these.
  private var ancestors: DisjointSets
  /// The nodes that are in the same loop as far as loops were found, put together with its head.
  private var loops: DisjointSets

  init(count: Int) {
    outer = Array(repeating: nil, count: count)
    isHead = Array(repeating: false, count: count)
    backSources = Array(repeating: [], count: count)
    sources = Array(repeating: [], count: count)
    crossing = Array(repeating: [], count: count)
    progress = Array(repeating: .notFound, count: count)
    ancestors = DisjointSets(count: count)
    loops = DisjointSets(count: count)
  }

  /// Searches depth first, and sorts the edges.
  mutating func visit(from root: Int, successors: (Int) -> [Int]) {
    var stack: [(node: Int, pending: ArraySlice<Int>)] = []
    func entry(_ node: Int) -> (node: Int, pending: ArraySlice<Int>) {
      (node, successors(node)[...])
    }
    progress[root] = .inSubtree
    preorder.append(root)
    stack.append(entry(root))
    while let top = stack.indices.last {
      let node = stack[top].node
      guard let next = stack[top].pending.popFirst() else {
        stack.removeLast()
        progress[node] = .done
        if let parent = stack.last?.node { ancestors.merge(node, into: parent) }
        continue
      }
      switch progress[next] {
      case .notFound:
        progress[next] = .inSubtree
        preorder.append(next)
        sources[next].append(node)
        stack.append(entry(next))
      case .inSubtree: backSources[next].append(node)
      case .done: crossing[ancestors.representative(of: next)].append((node, next))
      }
    }
  }

  /// Finds the loops, the inner ones first.
  mutating func findLoops() {
    for head in preorder.reversed() {
      for edge in crossing[head] {
        sources[loops.representative(of: edge.to)].append(loops.representative(of: edge.from))
      }
      if backSources[head].isEmpty { continue }
      isHead[head] = true
      collectLoop(of: head)
    }
  }

  /// Puts what leads to the edges back to `head` together with it.
  private mutating func collectLoop(of head: Int) {
    var body: Set<Int> = [head]
    var members: [Int] = []
    var waiting = backSources[head]
    while let next = waiting.popLast() {
      let node = loops.representative(of: next)
      guard body.insert(node).inserted else { continue }
      members.append(node)
      waiting += sources[node]
    }
    for node in members {
      outer[node] = head
      loops.merge(node, into: head)
    }
  }

}

/// Sets of integers that are put together.
private struct DisjointSets {

  private var parents: [Int]

  init(count: Int) { parents = Array(0 ..< count) }

  /// Returns the element that stands for the set of `element`.
  mutating func representative(of element: Int) -> Int {
    var root = element
    while parents[root] != root { root = parents[root] }
    var current = element
    while parents[current] != root {
      let next = parents[current]
      parents[current] = root
      current = next
    }
    return root
  }

  /// Adds the set that `element` stands for to that which `other` stands for.
  mutating func merge(_ element: Int, into other: Int) { parents[element] = other }

}
