/// Blocks that are still to be visited, in a fixed order, each at most once.
///
/// A binary heap of positions in reverse postorder: a block comes after those that lead to it, so
/// that a join sees all that arrives by edges that close no cycle.
///
/// In sweeps, a block behind which the work has gone on already waits until all others had their
/// turn: the head of a long loop is not visited again for each edge that leads back to it.
public struct Worklist: Sendable {

  /// The positions that wait, each plus `isWaiting.count` for each sweep before its own.
  private var heap: [Int] = []
  private var isWaiting: [Bool]
  private let isInSweeps: Bool
  /// What was removed last.
  private var current = -1

  /// Makes an empty worklist for blocks with positions below `count`.
  public init(count: Int, inSweeps isInSweeps: Bool = false) {
    isWaiting = Array(repeating: false, count: count)
    self.isInSweeps = isInSweeps
  }

  /// The least number for a position that comes behind what was removed last.
  private func turn(of position: Int) -> Int {
    guard isInSweeps, current >= 0 else { return position }
    let turn = current / isWaiting.count * isWaiting.count + position
    return turn > current ? turn : turn + isWaiting.count
  }

  /// Adds the block at `position` if it does not wait already.
  public mutating func insert(_ position: Int) {
    if isWaiting[position] { return }
    isWaiting[position] = true
    heap.append(turn(of: position))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Removes and returns the first position; `nil` if none waits.
  public mutating func popFirst() -> Int? {
    guard let first = heap.first else { return nil }
    current = first
    let position = first % isWaiting.count
    isWaiting[position] = false
    let last = heap.removeLast()
    if heap.isEmpty { return position }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] { least = child }
      if least == parent { return position }
      heap.swapAt(least, parent)
      parent = least
    }
  }

}
