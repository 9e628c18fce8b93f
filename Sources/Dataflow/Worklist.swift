/// Blocks that are still to be visited, in a fixed order, each at most once.
///
/// A binary heap of positions in reverse postorder: a block comes after those that lead to it, so
/// that a join sees all that arrives by edges that close no cycle.
public struct Worklist: Sendable {

  private var heap: [Int] = []
  private var isWaiting: [Bool]

  /// Makes an empty worklist for blocks with positions below `count`.
  public init(count: Int) { isWaiting = Array(repeating: false, count: count) }

  /// Adds the block at `position` if it does not wait already.
  public mutating func insert(_ position: Int) {
    if isWaiting[position] { return }
    isWaiting[position] = true
    heap.append(position)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Removes and returns the first position; `nil` if none waits.
  public mutating func popFirst() -> Int? {
    guard let first = heap.first else { return nil }
    isWaiting[first] = false
    let last = heap.removeLast()
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] { least = child }
      if least == parent { return first }
      heap.swapAt(least, parent)
      parent = least
    }
  }

}
