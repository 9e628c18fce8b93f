import Testing

struct StatementTests {

  @Test func branchTestsThePointerItself() throws {
    #expect(
      try body("int f(int *p) { if (p) return *p; return 0; }") == """
        bb0:
          branch p ? bb1 : bb2
        bb1:
          %1 = *p
          return %1
        bb2:
          return 0
        """)
  }

}
