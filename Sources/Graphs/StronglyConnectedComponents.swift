/// Returns the strongly connected components of a graph, each after those that it leads to:
/// callees before callers. The nodes of a component are sorted.
///
/// Tarjan's algorithm (Depth-first search and linear graph algorithms, 1972) with an explicit
/// stack.
///
/// - Complexity: O(nodes + edges).
public func stronglyConnectedComponents(
  count: Int, successors: (Int) -> [Int]
) -> [[Int]] {
  var search = ComponentSearch(count: count)
  for node in 0 ..< count where search.index[node] == nil {
    search.visit(from: node, successors: successors)
  }
  return search.components
}

/// The state of Tarjan's search.
private struct ComponentSearch {

  var index: [Int?]
  var components: [[Int]] = []
  private var low: [Int]
  private var isOnStack: [Bool]
  private var open: [Int] = []
  private var next = 0

  init(count: Int) {
    index = Array(repeating: nil, count: count)
    low = Array(repeating: 0, count: count)
    isOnStack = Array(repeating: false, count: count)
  }

  /// Finds every component that can be reached from `root` and was not found before.
  mutating func visit(from root: Int, successors: (Int) -> [Int]) {
    var stack: [(node: Int, pending: ArraySlice<Int>)] = []
    enter(root)
    stack.append((root, successors(root)[...]))
    while let top = stack.indices.last {
      let node = stack[top].node
      guard let successor = stack[top].pending.popFirst() else {
        stack.removeLast()
        if let parent = stack.last?.node { low[parent] = min(low[parent], low[node]) }
        leave(node)
        continue
      }
      if let seen = index[successor] {
        if isOnStack[successor] { low[node] = min(low[node], seen) }
      } else {
        enter(successor)
        stack.append((successor, successors(successor)[...]))
      }
    }
  }

  private mutating func enter(_ node: Int) {
    index[node] = next
    low[node] = next
    next += 1
    open.append(node)
    isOnStack[node] = true
  }

  /// Closes the component of which `node` is the root, if it is one.
  private mutating func leave(_ node: Int) {
    guard low[node] == index[node], let start = open.lastIndex(of: node) else { return }
    let component = open[start...].sorted()
    for member in component { isOnStack[member] = false }
    open.removeSubrange(start...)
    components.append(component)
  }

}
