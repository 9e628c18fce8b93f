/// In which blocks things occur, so that it can be asked for those of a loop, whose numbers follow
/// each other.
struct Occurrences<Item: Hashable & Sendable>: Sendable {

  /// For each thing the numbers of its blocks, in order.
  private let numbers: [Item: [Int]]

  /// Takes things with the numbers of their blocks, in any order.
  init(_ found: [(item: Item, number: Int)]) {
    var numbers: [Item: [Int]] = [:]
    for (item, number) in found.sorted(by: { $0.number < $1.number }) {
      if numbers[item]?.last != number { numbers[item, default: []].append(number) }
    }
    self.numbers = numbers
  }

  /// Whether something occurs in one of some blocks.
  func isFound(_ item: Item, in blocks: Range<Int>) -> Bool {
    guard let numbers = numbers[item] else { return false }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < blocks.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && blocks.contains(numbers[low])
  }

}
