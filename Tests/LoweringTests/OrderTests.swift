import Testing

/// Operands whose order of evaluation C leaves open.
struct OrderTests {

  @Test func targetsThatReadMemory() throws {
    let source = """
      struct S { int a; struct S *next; }; int g(int); void f(struct S *s) {
      s->next->a = g(1); }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          %1 = s->next
          %2 = call g(1)
          jump bb3
        bb2:
          %2 = call g(1)
          %1 = s->next
          jump bb3
        bb3:
          %1->a = %2
          return
        """)
  }

  @Test func argumentsThatReadAndCall() throws {
    let source = """
      struct S { int a; }; int g(int); int h(int, int); int f(struct S *s) {
      return h(s->a, g(1)); }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          %2 = s->a
          %3 = call g(1)
          jump bb3
        bb2:
          %3 = call g(1)
          %2 = s->a
          jump bb3
        bb3:
          %1 = call h(%2, %3)
          return %1
        """)
  }

  @Test func operandsThatCall() throws {
    let source = """
      int g(int); int f(int a) { return g(1) + g(a); }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          %1 = call g(1)
          %2 = call g(a)
          jump bb3
        bb2:
          %2 = call g(a)
          %1 = call g(1)
          jump bb3
        bb3:
          %3 = %1 + %2
          return %3
        """)
  }

  @Test func operandsWithoutConflict() throws {
    let source = """
      struct S { int a; }; int g(int); int f(struct S *s, int n) { return s->a + s[1].a * n;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = s->a
          %2 = s->[1].a
          %3 = %2 * n
          %4 = %1 + %3
          return %4
        """)
  }

  @Test func calleeThatReadsMemory() throws {
    let source = """
      struct C { int (*fn)(struct C *, int); }; int g(int); int f(struct C *c) {
      return c->fn(c, g(1)); }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          %2 = c->fn
          %3 = call g(1)
          jump bb3
        bb2:
          %3 = call g(1)
          %2 = c->fn
          jump bb3
        bb3:
          %1 = call (%2)(c, %3)
          return %1
        """)
  }

  @Test func nestedOrders() throws {
    let source = """
      int g(int, int); int h(void); int f(void) { return g(g(h(), h()), h());
      }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          %4 = call h()
          %5 = call h()
          %2 = call g(%4, %5)
          %3 = call h()
          jump bb3
        bb2:
          %3 = call h()
          %6 = call h()
          %7 = call h()
          %2 = call g(%6, %7)
          jump bb3
        bb3:
          %1 = call g(%2, %3)
          return %1
        """)
  }

  /// C11 6.7.9, 23: in which order initialisers are evaluated is open.
  @Test func initialisersAreEvaluatedInBothOrders() throws {
    let source = """
      struct S { int a, b; }; int g(void); void f(int *p) { struct S s = {
      g(), *p }; }
      """
    #expect(
      try body(source) == """
        bb0:
          live s: S
          any of bb1, bb2
        bb1:
          %1 = call g()
          %2 = *p
          jump bb3
        bb2:
          %2 = *p
          %1 = call g()
          jump bb3
        bb3:
          s.a = %1
          s.b = %2
          dead s
          return
        """)
  }

}
