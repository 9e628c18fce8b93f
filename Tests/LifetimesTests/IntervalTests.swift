import Lifetimes
import Testing

@Suite struct IntervalTests {

  @Test func zeroIsTakenOffAnEnd() {
    #expect(Interval(0, 5, excludesZero: true) == Interval(1, 5))
    #expect(Interval(-3, 0, excludesZero: true) == Interval(-3, -1))
    #expect(Interval(0, 0, excludesZero: true).isEmpty)
  }

  @Test func aUnionHasZeroIfEitherHas() {
    #expect(Interval(-2, -1).union(Interval(1, 2)) == Interval(-2, 2, excludesZero: true))
    #expect(Interval(0).union(.nonzero) == .all)
  }

  @Test func anIntersectionHasZeroIfBothHave() {
    #expect(Interval.all.intersection(.nonzero) == .nonzero)
    #expect(Interval(0).intersection(.nonzero).isEmpty)
  }

  /// `i` from 0 upwards: the upper bound goes, the lower stays.
  @Test func wideningGivesUpTheBoundThatMoves() {
    #expect(Interval(0).widened(by: Interval(1)) == Interval(0, Int.max))
    #expect(Interval(1, 4).widened(by: Interval(2, 3)) == Interval(1, 4))
    #expect(Interval(5).widened(by: Interval(3)) == Interval(1, 5))
    #expect(Interval(5).widened(by: Interval(0)) == Interval(0, 5))
    #expect(Interval(5).widened(by: Interval(-3)) == Interval(Int.min, 5, excludesZero: true))
  }

  @Test func aRemainderHasTheSignOfTheDividend() {
    #expect(Interval(0, 9).remainder(by: 4) == Interval(0, 3))
    #expect(Interval(0, 2).remainder(by: 4) == Interval(0, 2))
    #expect(Interval(-9, -1).remainder(by: 4) == Interval(-3, 0))
    #expect(Interval.all.remainder(by: 4) == Interval(-3, 3))
  }

  @Test func boundsDoNotOverflow() {
    #expect(Interval(0, Int.max).shifted(by: 1) == Interval(1, Int.max))
    #expect(Interval(Int.max - 1).shifted(by: 5).upper == Int.max)
    #expect(Interval(1).plus(Interval(Int.min)) == .all)
    #expect(Interval(0, Int.max).plus(Interval(2, 3)) == Interval(2, Int.max))
  }

}
