import Testing

/// Assignments and increments.
struct AssignmentTests {

  @Test func comma() throws {
    let source = """
      int g(int); int f(int a) { int b = (g(1), a); for (a = 0, b = 1; a < b; a++, b--) ;
      return b; }
      """
    #expect(
      try body(source) == """
        bb0:
          live b: int32
          call g(1)
          b = a
          a = 0
          b = 1
          jump bb1
        bb1:
          %1 = a < b
          branch %1 ? bb2 : bb3
        bb2:
          a = a + 1
          b = b - 1
          jump bb1
        bb3:
          %2 = b
          dead b
          return %2
        """)
  }

  @Test func assignmentAsValue() throws {
    let source = """
      int *g(void); int f(int *p) { int *q; while ((q = g()) != 0) p = q;
      if ((q = g())) return 1; return *p; }
      """
    #expect(
      try body(source) == """
        bb0:
          live q: int32*
          jump bb1
        bb1:
          q = call g()
          %1 = q != 0
          branch %1 ? bb2 : bb3
        bb2:
          p = q
          jump bb1
        bb3:
          q = call g()
          branch q ? bb4 : bb5
        bb4:
          dead q
          return 1
        bb5:
          %2 = *p
          dead q
          return %2
        """)
  }

  @Test func chainedAssignment() throws {
    let source = """
      struct S { int a, b; }; void f(struct S *s, int n) { s->a = s->b = n;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          s->b = n
          s->a = n
          return
        """)
  }

  @Test func storesEvaluateTheRightSideFirst() throws {
    let source = """
      struct S { int a; }; int g(int); void f(struct S *s) { s->a = g(1);
      }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = call g(1)
          s->a = %1
          return
        """)
  }

  @Test func compoundAssignment() throws {
    let source = """
      struct S { int a; char *p; }; void f(struct S *s, int n) { n += 2;
      s->a -= n; s->p += n; n <<= 1; }
      """
    #expect(
      try body(source) == """
        bb0:
          n = n + 2
          %1 = s->a
          %2 = %1 - n
          s->a = %2
          %3 = s->p
          %4 = &%3->[n]
          s->p = %4
          n = n << 1
          return
        """)
  }

  @Test func compoundAssignmentWithCall() throws {
    let source = """
      struct S { int a; }; int g(void); void f(struct S *s) { s->a += g();
      }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = call g()
          %2 = s->a
          %3 = %2 + %1
          s->a = %3
          return
        """)
  }

  @Test func increments() throws {
    let source = """
      struct S { int a; }; int f(struct S *s, int n, char *p) { ++n;
      n--; s->a++; int x = n++; int y = --s->a; char c = *p++; char d = *++p;
      return x + y + c + d; }
      """
    #expect(
      try body(source) == """
        bb0:
          n = n + 1
          n = n - 1
          %1 = s->a
          %2 = %1 + 1
          s->a = %2
          live x: int32
          %3 = n
          n = %3 + 1
          x = %3
          live y: int32
          %4 = s->a
          %5 = %4 - 1
          s->a = %5
          y = %5
          live c: int8
          %6 = p
          p = &%6->[1]
          c = *%6
          live d: int8
          p = &p->[1]
          d = *p
          %7 = x + y
          %8 = %7 + c
          %9 = %8 + d
          dead d
          dead c
          dead y
          dead x
          return %9
        """)
  }

  @Test func structAssignment() throws {
    let source = """
      struct S { int a[3]; struct S *p; }; void f(struct S *s, struct S t) {
      t = *s; *s = t; *s->p = *s; struct S u = s[1]; }
      """
    #expect(
      try body(source) == """
        bb0:
          t = *s
          *s = t
          %1 = *s
          %2 = s->p
          *%2 = %1
          live u: S
          u = s->[1]
          dead u
          return
        """)
  }

}
