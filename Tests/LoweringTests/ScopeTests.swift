import Testing

/// Scopes of variables and what their end does.
struct ScopeTests {

  @Test func returnsTemporaryBeforeScopeEnds() throws {
    let source = """
      struct S { int x; }; int f(struct S *s) { int y = s->x; return y;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live y: int32
          y = s->x
          %1 = y
          dead y
          return %1
        """)
  }

  @Test func cleanup() throws {
    let source = """
      void done(int *p); int g(int); int f(int n) { int a __attribute__((cleanup(done))) = 1;
      if (n) return g(a); { int b __attribute__((cleanup(done))) = 2;
      goto out; } out: return 3; }
      """
    #expect(
      try body(source) == """
        bb0:
          live a: int32
          a = 1
          branch n ? bb1 : bb2
        bb1:
          %1 = call g(a)
          call done(&a)
          dead a
          return %1
        bb2:
          live b: int32
          b = 2
          call done(&b)
          dead b
          call done(&a)
          dead a
          return 3
        """)
  }

  @Test func cleanupInMacroAndLoop() throws {
    let source = """
      #define AUTO __attribute__((cleanup(done)))
      void done(int *p); int g(void); void f(void) { while (g()) { AUTO int a = 1;
      if (g()) break; if (g()) continue; } }
      """
    #expect(
      try body(source) == """
        bb0:
          jump bb1
        bb1:
          %1 = call g()
          branch %1 ? bb2 : bb7
        bb2:
          live a: int32
          a = 1
          %2 = call g()
          branch %2 ? bb3 : bb4
        bb3:
          call done(&a)
          dead a
          jump bb7
        bb4:
          %3 = call g()
          branch %3 ? bb5 : bb6
        bb5:
          call done(&a)
          dead a
          jump bb1
        bb6:
          call done(&a)
          dead a
          jump bb1
        bb7:
          return
        """)
  }

  @Test func shadowedNames() throws {
    let source = """
      int g(int); int f(int x) { { int x = g(1); { int x = g(2); g(x);
      } g(x); } return x; }
      """
    #expect(
      try body(source) == """
        bb0:
          live x.2: int32
          x.2 = call g(1)
          live x.3: int32
          x.3 = call g(2)
          call g(x.3)
          dead x.3
          call g(x.2)
          dead x.2
          return x
        """)
  }

  @Test func variableLength() throws {
    let source = """
      int g(void); int f(int n) { int a[g()]; a[n] = 1; return sizeof(a);
      }
      """
    #expect(
      try body(source) == """
        bb0:
          call g()
          live a: int32[]
          a[n] = 1
          dead a
          return unknown
        """)
  }

  @Test func statementExpression() throws {
    let source = """
      int g(int); int f(int n) { return ({ int m = g(n); if (m) g(0); m + 1; });
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live m: int32
          m = call g(n)
          branch m ? bb1 : bb2
        bb1:
          call g(0)
          jump bb2
        bb2:
          %1 = m + 1
          dead m
          return %1
        """)
  }

  @Test func statementExpressionWithReturn() throws {
    let source = """
      int g(int); int f(int n) { int x = ({ if (n) return 7; g(n); });
      return x; }
      """
    #expect(
      try body(source) == """
        bb0:
          live x: int32
          branch n ? bb1 : bb2
        bb1:
          dead x
          return 7
        bb2:
          %1 = call g(n)
          x = %1
          %2 = x
          dead x
          return %2
        """)
  }

}
