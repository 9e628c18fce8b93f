import Testing

/// Expressions that branch.
struct ConditionTests {

  @Test func shortCircuit() throws {
    let source = """
      int g(int); int f(int a, int b) { if (g(a) && (g(b) || !a)) return 1;
      return a && b; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = call g(a)
          branch %1 ? bb1 : bb4
        bb1:
          %2 = call g(b)
          branch %2 ? bb3 : bb2
        bb2:
          branch a ? bb4 : bb3
        bb3:
          return 1
        bb4:
          branch a ? bb5 : bb7
        bb5:
          branch b ? bb6 : bb7
        bb6:
          %3 = 1
          jump bb8
        bb7:
          %3 = 0
          jump bb8
        bb8:
          return %3
        """)
  }

  @Test func negatedCondition() throws {
    let source = """
      int f(int *p, int n) { if (!p) return 1; if (!(n == 2)) return 2;
      return 3; }
      """
    #expect(
      try body(source) == """
        bb0:
          branch p ? bb1 : bb4
        bb1:
          %1 = n == 2
          branch %1 ? bb2 : bb3
        bb2:
          return 3
        bb3:
          return 2
        bb4:
          return 1
        """)
  }

  @Test func conditionalValue() throws {
    let source = """
      int g(int); int f(int n) { return n ? g(1) : g(2); }
      """
    #expect(
      try body(source) == """
        bb0:
          branch n ? bb1 : bb2
        bb1:
          %1 = call g(1)
          jump bb3
        bb2:
          %1 = call g(2)
          jump bb3
        bb3:
          return %1
        """)
  }

  @Test func conditionalOfRecords() throws {
    let source = """
      typedef struct { long i; } H; H g(void); H f(int n, H h) { H r = n ? h : g();
      return r; }
      """
    #expect(
      try body(source) == """
        bb0:
          live r: H
          branch n ? bb1 : bb2
        bb1:
          r = h
          jump bb3
        bb2:
          r = call g()
          jump bb3
        bb3:
          %1 = r
          dead r
          return %1
        """)
  }

  @Test func conditionalInCondition() throws {
    let source = """
      int f(int a, int b, int c) { if (a ? b : c) return 1; return 0;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          branch a ? bb1 : bb2
        bb1:
          branch b ? bb3 : bb4
        bb2:
          branch c ? bb3 : bb4
        bb3:
          return 1
        bb4:
          return 0
        """)
  }

  @Test func conditionalForEffect() throws {
    let source = """
      void g(int); void f(int n) { n ? g(1) : g(2); }
      """
    #expect(
      try body(source) == """
        bb0:
          branch n ? bb1 : bb2
        bb1:
          call g(1)
          jump bb3
        bb2:
          call g(2)
          jump bb3
        bb3:
          return
        """)
  }

  @Test func fallbackOperator() throws {
    let source = """
      int *g(void); int *f(int *p) { return g() ?: p; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = call g()
          branch %1 ? bb2 : bb1
        bb1:
          %1 = p
          jump bb2
        bb2:
          return %1
        """)
  }

  @Test func logicalAssignment() throws {
    let source = """
      int g(int); void f(int a, int *r) { int ok = a > 1 && g(a); *r = ok || g(2);
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live ok: int32
          %1 = a > 1
          branch %1 ? bb1 : bb3
        bb1:
          %2 = call g(a)
          branch %2 ? bb2 : bb3
        bb2:
          ok = 1
          jump bb4
        bb3:
          ok = 0
          jump bb4
        bb4:
          branch ok ? bb6 : bb5
        bb5:
          %4 = call g(2)
          branch %4 ? bb6 : bb7
        bb6:
          %3 = 1
          jump bb8
        bb7:
          %3 = 0
          jump bb8
        bb8:
          *r = %3
          dead ok
          return
        """)
  }

  @Test func voidExpressions() throws {
    let source = """
      void g(void); void h(int); void f(int n) { n ? (void)0 : g();
      (n, g()); return g(); }
      """
    #expect(
      try body(source) == """
        bb0:
          branch n ? bb2 : bb1
        bb1:
          call g()
          jump bb2
        bb2:
          call g()
          call g()
          return
        """)
  }

}
