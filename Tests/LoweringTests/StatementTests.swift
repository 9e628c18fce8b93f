import Testing

/// Branches, `switch`, blocks and what ends a function.
struct StatementTests {

  @Test func elseIfChain() throws {
    let source = """
      int f(int n) { if (n == 1) return 10; else if (n == 2) return 20;
      else n = 3; return n; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = n == 1
          branch %1 ? bb1 : bb2
        bb1:
          return 10
        bb2:
          %2 = n == 2
          branch %2 ? bb3 : bb4
        bb3:
          return 20
        bb4:
          n = 3
          return n
        """)
  }

  @Test func switchFallsThrough() throws {
    let source = """
      int f(int n) { int r = 0; switch (n) { case 1: r = 1; case 2: r += 2;
      break; case 4 ... 6: r = 9; break; default: r = -1; } return r;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live r: int32
          r = 0
          switch n {1: bb1, 2: bb2, 4 ... 6: bb3, default: bb4}
        bb1:
          r = 1
          jump bb2
        bb2:
          r = r + 2
          jump bb5
        bb3:
          r = 9
          jump bb5
        bb4:
          r = -1
          jump bb5
        bb5:
          %1 = r
          dead r
          return %1
        """)
  }

  @Test func switchWithoutDefault() throws {
    let source = """
      void g(void); void f(int n) { switch (n) { case 'a': g(); } }
      """
    #expect(
      try body(source) == """
        bb0:
          switch n {97: bb1, default: bb2}
        bb1:
          call g()
          jump bb2
        bb2:
          return
        """)
  }

  @Test func duffsDevice() throws {
    let source = """
      void f(char *to, char *from, int n) { switch (n % 2) { case 0: do {
      *to++ = *from++; case 1: *to++ = *from++; } while (--n > 0);
      } }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = n % 2
          switch %1 {0: bb2, 1: bb1, default: bb3}
        bb1:
          %5 = from
          from = &%5->[1]
          %6 = *%5
          %7 = to
          to = &%7->[1]
          *%7 = %6
          n = n - 1
          %8 = n > 0
          branch %8 ? bb2 : bb3
        bb2:
          %2 = from
          from = &%2->[1]
          %3 = *%2
          %4 = to
          to = &%4->[1]
          *%4 = %3
          jump bb1
        bb3:
          return
        """)
  }

  @Test func incompleteSwitches() throws {
    let source = """
      void f(int n) { switch (n) ; switch (n) { int x; x = 1; } switch (n) default: n = 2;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          switch n {default: bb1}
        bb1:
          switch n {default: bb2}
        bb2:
          switch n {default: bb3}
        bb3:
          n = 2
          return
        """)
  }

  @Test func emptyFunction() throws {
    let source = """
      void f(void) { ; { } }
      """
    #expect(
      try body(source) == """
        bb0:
          return
        """)
  }

  @Test func deadCode() throws {
    let source = """
      int g(void); int f(void) { return 1; g(); return 2; }
      """
    #expect(
      try body(source) == """
        bb0:
          return 1
        """)
  }

  @Test func noReturn() throws {
    let source = """
      void die(void) __attribute__((noreturn)); _Noreturn void quit(int);
      int f(int n) { if (n) die(); if (n > 1) quit(2); __builtin_unreachable();
      }
      """
    #expect(
      try body(source) == """
        bb0:
          branch n ? bb1 : bb2
        bb1:
          call die()
          unreachable
        bb2:
          %1 = n > 1
          branch %1 ? bb3 : bb4
        bb3:
          call quit(2)
          unreachable
        bb4:
          unreachable
        """)
  }

  @Test func oldStyle() throws {
    let source = """
      int f(a, b) int a; char *b; { return a + *b; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = *b
          %2 = a + %1
          return %2
        """)
  }

  @Test func assembly() throws {
    let source = """
      int f(int n) { int r; asm volatile ("x" : "=r"(r) : "r"(n + 1));
      return r; }
      """
    #expect(
      try body(source) == """
        bb0:
          live r: int32
          %1 = n + 1
          opaque "inline assembly" reads (%1) writes (r)
          %2 = r
          dead r
          return %2
        """)
  }

}
