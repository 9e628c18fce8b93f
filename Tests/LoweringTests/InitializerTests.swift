import Testing

/// Initialisers in functions.
struct InitializerTests {

  @Test func initialiserLists() throws {
    let source = """
      struct P { int x, y; }; struct S { struct P p; int a[3]; struct P q;
      }; void f(int n) { struct S s = { 1, 2, { 3 }, .q.y = n, }; struct S t = {
      { n, 1 }, { 1, 2, 3 }, { 4, 5 } }; int a[] = { [2] = 7, 8, [0] = 1 }
      ; int b[6] = { [1 ... 3] = n }; struct P z = {}; int m[2][2] = {
      1, 2, 3, 4 }; int k = { 5 }; }
      """
    #expect(
      try body(source) == """
        bb0:
          live s: S
          s = zero
          s.p.x = 1
          s.p.y = 2
          s.a[0] = 3
          s.q.y = n
          live t: S
          t.p.x = n
          t.p.y = 1
          t.a[0] = 1
          t.a[1] = 2
          t.a[2] = 3
          t.q.x = 4
          t.q.y = 5
          live a: int32[4]
          a = zero
          a[2] = 7
          a[3] = 8
          a[0] = 1
          live b: int32[6]
          b = zero
          b[1] = n
          b[2] = n
          b[3] = n
          live z: P
          z = zero
          live m: int32[2][2]
          m[0][0] = 1
          m[0][1] = 2
          m[1][0] = 3
          m[1][1] = 4
          live k: int32
          k = 5
          dead k
          dead m
          dead z
          dead b
          dead a
          dead t
          dead s
          return
        """)
  }

  @Test func unionInitialisers() throws {
    let source = """
      union U { int i; struct { char *a, *b; } s; }; void f(char *p) {
      union U u = { 3 }; union U v = { .s = { p, .b = p } }; union U w = {
      .s.b = p }; }
      """
    #expect(
      try body(source) == """
        bb0:
          live u: U
          u.i = 3
          live v: U
          v = zero
          v.s.a = p
          v.s.b = p
          live w: U
          w = zero
          w.s.b = p
          dead w
          dead v
          dead u
          return
        """)
  }

  @Test func compoundLiterals() throws {
    let source = """
      struct P { int x, y; }; void g(struct P *); int h(struct P); int *f(int n) {
      g(&(struct P){ n, .y = 2 }); struct P p = (struct P){ .x = n }
      ; p = (struct P){ p.y, p.x }; return (int[]){ 1, n }; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = zero
          %1.x = n
          %1.y = 2
          call g(&%1)
          live p: P
          p = zero
          p.x = n
          %2.x = p.y
          %2.y = p.x
          p = %2
          %3[0] = 1
          %3[1] = n
          dead p
          return &%3[0]
        """)
  }

  @Test func longArrays() throws {
    let source = """
      void f(int n) { int a[1000] = { [0 ... 999] = 1 }; }
      """
    #expect(
      try body(source) == """
        bb0:
          live a: int32[1000]
          a = unknown
          dead a
          return
        """)
  }

}
