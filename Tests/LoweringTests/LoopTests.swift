import Testing

/// Loops, with any part absent.
struct LoopTests {

  @Test func whileBreakContinue() throws {
    let source = """
      int g(int); void f(int n) { while (n) { if (g(n)) break; if (g(1)) continue;
      n--; } }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          branch n ? bb2 : bb5
        bb2:
          %1 = call g(n)
          branch %1 ? bb5 : bb3
        bb3:
          %2 = call g(1)
          branch %2 ? bb1 : bb4
        bb4:
          n = n - 1
          jump bb1
        bb5:
          return
        """)
  }

  @Test func doWhileContinue() throws {
    let source = """
      int g(void); void f(void) { do { if (g()) continue; } while (g());
      }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          %1 = call g()
          branch %1 ? bb2 : bb2
        bb2:
          %2 = call g()
          branch %2 ? bb1 : bb3
        bb3:
          return
        """)
  }

  @Test func doWhileZero() throws {
    let source = """
      void g(void); void f(void) { do { g(); } while (0); }
      """
    #expect(
      try body(source) == """
        bb0:
          call g()
          return
        """)
  }

  @Test func forAll() throws {
    let source = """
      void g(int); void f(int n) { for (int i = 0; i < n; i++) g(i);
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live i: int32
          i = 0
          jump bb1
        bb1:
          %1 = i < n
          branch %1 ? bb2 : bb3
        bb2:
          call g(i)
          i = i + 1
          jump bb1
        bb3:
          dead i
          return
        """)
  }

  @Test func forEver() throws {
    let source = """
      void g(void); void f(void) { for (;;) g(); }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          call g()
          jump bb1
        """)
  }

  @Test func forOnlyCondition() throws {
    let source = """
      void g(void); void f(int n) { for (; n;) g(); }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          branch n ? bb2 : bb3
        bb2:
          call g()
          jump bb1
        bb3:
          return
        """)
  }

  @Test func forOnlyStep() throws {
    let source = """
      void g(void); void f(int n) { for (;; n++) g(); }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          call g()
          n = n + 1
          jump bb1
        """)
  }

  @Test func forOnlyStart() throws {
    let source = """
      void g(void); void f(int n) { for (n = 1;;) g(); }
      """
    #expect(
      try body(source) == """
        bb0:
          n = 1
          jump bb1
        bb1:
          call g()
          jump bb1
        """)
  }

  @Test func forStartStep() throws {
    let source = """
      void g(void); void f(int n) { for (n = 1;; n++) if (n > 3) break;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          n = 1
          jump bb1
        bb1:
          %1 = n > 3
          branch %1 ? bb2 : bb3
        bb2:
          return
        bb3:
          n = n + 1
          jump bb1
        """)
  }

  @Test func forInMacro() throws {
    let source = """
      #define LOOP(n) for (; n; n--)
      void g(void); void f(int n) { LOOP(n) g(); }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          branch n ? bb2 : bb3
        bb2:
          call g()
          n = n - 1
          jump bb1
        bb3:
          return
        """)
  }

}
