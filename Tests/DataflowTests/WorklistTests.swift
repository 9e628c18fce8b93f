import Dataflow
import Testing

@Suite struct WorklistTests {

  @Test func positionsComeOutInOrderAndOnce() {
    var worklist = Worklist(count: 10)
    for position in [7, 3, 9, 3, 0, 7, 1] { worklist.insert(position) }
    var order: [Int] = []
    while let position = worklist.popFirst() { order.append(position) }
    #expect(order == [0, 1, 3, 7, 9])
  }

  @Test func aPositionCanComeBack() {
    var worklist = Worklist(count: 2)
    worklist.insert(1)
    #expect(worklist.popFirst() == 1)
    worklist.insert(1)
    #expect(worklist.popFirst() == 1)
    #expect(worklist.popFirst() == nil)
  }

  @Test func inSweepsWhatComesBackWaitsForTheRest() {
    var worklist = Worklist(count: 4, inSweeps: true)
    for position in [0, 1, 3] { worklist.insert(position) }
    var order: [Int] = []
    while let position = worklist.popFirst() {
      order.append(position)
      if order.count == 2 {
        for position in [0, 1, 2] { worklist.insert(position) }
      }
    }
    #expect(order == [0, 1, 2, 3, 0, 1])
  }

}
