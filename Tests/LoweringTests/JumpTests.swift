import Testing

/// Jumps to labels.
struct JumpTests {

  @Test func gotoBackAndForth() throws {
    let source = """
      int g(void); int f(void) { again: if (g()) goto out; goto again;
      out: return 1; }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          %1 = call g()
          branch %1 ? bb2 : bb1
        bb2:
          return 1
        """)
  }

  @Test func gotoOutOfScope() throws {
    let source = """
      typedef struct { long i; } H; H g(void); void f(void) { { H h = g();
      if (h.i) goto out; h = g(); } out: return; }
      """
    #expect(
      try body(source) == """
        bb0:
          live h: H
          h = call g()
          branch h.i ? bb1 : bb2
        bb1:
          dead h
          jump bb3
        bb2:
          h = call g()
          dead h
          jump bb3
        bb3:
          return
        """)
  }

  @Test func gotoIntoScope() throws {
    let source = """
      int g(void); void f(int n) { if (n) goto in; { int x = g(); in: x = 2;
      } }
      """
    #expect(
      try body(source) == """
        bb0:
          branch n ? bb2 : bb1
        bb1:
          live x: int32
          x = call g()
          jump bb2
        bb2:
          x = 2
          dead x
          return
        """)
  }

  @Test func computedGoto() throws {
    let source = """
      int f(int n) { static void *table[] = { &&one, &&two }; goto *table[n];
      one: return 1; two: return 2; }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          return 1
        bb2:
          return 2
        """)
  }

  @Test func asmGoto() throws {
    let source = """
      int f(int n) { asm goto ("x" : : "r"(n) : "memory" : error); return 0;
      error: return 1; }
      """
    #expect(
      try body(source) == """
        bb0:
          opaque "inline assembly" reads (n) writes ()
          any of bb1, bb2
        bb1:
          return 0
        bb2:
          return 1
        """)
  }

}
