import Testing

/// Members, elements and addresses.
struct PlaceTests {

  @Test func pointerArithmetic() throws {
    let source = """
      int *f(int *p, int a[10], long n, int b[3][4]) { int *q = p + n;
      q = n + p; q = p - 1; q -= n; long d = q - p; q = &p[3]; q = &a[n];
      q = b[1]; q = &b[1][2]; return &*q; }
      """
    #expect(
      try body(source) == """
        bb0:
          live q: int32*
          q = &p->[n]
          q = &p->[n]
          q = &p->[-1]
          q = q - n
          live d: int64
          d = q - p
          q = &p->[3]
          q = &a->[n]
          q = &b->[1][0]
          q = &b->[1][2]
          %1 = q
          dead d
          dead q
          return %1
        """)
  }

  @Test func localArrays() throws {
    let source = """
      int f(long n) { int a[10]; int *p = a; p = &a[2]; a[n] = 1; *a = 2;
      *(a + 3) = 4; 5[a] = 6; return a[n + 1]; }
      """
    #expect(
      try body(source) == """
        bb0:
          live a: int32[10]
          live p: int32*
          p = &a[0]
          p = &a[2]
          a[n] = 1
          a[0] = 2
          a[3] = 4
          a[5] = 6
          %1 = n + 1
          %2 = a[%1]
          dead p
          dead a
          return %2
        """)
  }

  @Test func members() throws {
    let source = """
      struct In { int a[3]; }; struct S { struct In in; struct In *p;
      struct S *next; }; int f(struct S s, struct S *t) { int *q = t->in.a;
      q = t->p->a; q = &t->next->in.a[1];
      return s.in.a[0] + (*t).in.a[1] + t->next->next->p->a[2] + (&s)->in.a[2];
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live q: int32*
          q = &t->in.a[0]
          %1 = t->p
          q = &%1->a[0]
          %2 = t->next
          q = &%2->in.a[1]
          %3 = t->in.a[1]
          %4 = s.in.a[0] + %3
          %5 = t->next
          %6 = %5->next
          %7 = %6->p
          %8 = %7->a[2]
          %9 = %4 + %8
          %10 = %9 + s.in.a[2]
          dead q
          return %10
        """)
  }

  @Test func unnamedMembers() throws {
    let source = """
      struct S { int k; union { struct { int a, b; }; long l; }; };
      long f(struct S *s, struct S t) { return s->b + t.l; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = s-><1>.<0>.b
          %2 = %1 + t.<1>.l
          return %2
        """)
  }

  @Test func memberOfResult() throws {
    let source = """
      typedef struct { long i; } H; H g(void); long f(void) { return g().i + (g)().i;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          any of bb1, bb2
        bb1:
          %3 = call g()
          %1 = %3.i
          %4 = call g()
          %2 = %4.i
          jump bb3
        bb2:
          %5 = call g()
          %2 = %5.i
          %6 = call g()
          %1 = %6.i
          jump bb3
        bb3:
          %7 = %1 + %2
          return %7
        """)
  }

  @Test func oneMemberHandles() throws {
    let source = """
      typedef struct { long _i; } H;
      #define NULLH ((H){0})
      #define ISNULL(h) ((h)._i == 0)
      H g(H); H f(H h) { if (ISNULL(h)) return NULLH; H k = NULLH; k = g(NULLH);
      return k; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = h._i == 0
          branch %1 ? bb1 : bb2
        bb1:
          %2._i = 0
          return %2
        bb2:
          live k: H
          k._i = 0
          %3._i = 0
          k = call g(%3)
          %4 = k
          dead k
          return %4
        """)
  }

  @Test func bitFields() throws {
    let source = """
      struct S { unsigned a : 3, : 2, b : 1; }; int f(struct S *s) {
      struct S t = { 1, 1 }; s->b = 1; return t.a + s->b; }
      """
    #expect(
      try body(source) == """
        bb0:
          live t: S
          t.a = 1
          t.b = 1
          s->b = 1
          %1 = s->b
          %2 = t.a + %1
          dead t
          return %2
        """)
  }

  @Test func strings() throws {
    let source = """
      char *f(void) { char a[] = "abc"; char b[8] = { "x" }; const char *p = "d" "e";
      char c = "xyz"[1]; const char *q = &"uv"[1]; return a + 1; }
      """
    #expect(
      try body(source) == """
        bb0:
          live a: int8[4]
          a = unknown
          live b: int8[8]
          b = unknown
          live p: int8*
          p = "de"
          live c: int8
          %1 = "xyz"
          c = %1->[1]
          live q: int8*
          %2 = "uv"
          q = &%2->[1]
          dead q
          dead c
          dead p
          dead b
          dead a
          return &a[1]
        """)
  }

}
