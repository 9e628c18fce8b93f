/// Returns the nodes that can be reached from `root`, each before those it leads to unless an edge
/// closes a cycle.
///
/// Iterative, so that the depth of a graph is not limited by the stack.
///
/// - Complexity: O(nodes + edges).
public func reversePostorder(
  count: Int, from root: Int, successors: (Int) -> [Int]
) -> [Int] {
  var visited = Array(repeating: false, count: count)
  var postorder: [Int] = []
  var stack: [(node: Int, pending: ArraySlice<Int>)] = [(root, successors(root)[...])]
  visited[root] = true
  while let top = stack.indices.last {
    if let next = stack[top].pending.popFirst() {
      if !visited[next] {
        visited[next] = true
        stack.append((next, successors(next)[...]))
      }
    } else {
      postorder.append(stack.removeLast().node)
    }
  }
  return postorder.reversed()
}
