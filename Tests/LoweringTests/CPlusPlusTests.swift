import Testing

/// C++ as far as it is lowered.
struct CPlusPlusTests {

  @Test func destructorsRunWhereScopesEnd() throws {
    let source = """
      struct G { int h; G(int x); ~G(); int get() const; };
      int f(int n) { G g(n); if (n) return g.get(); return 1; }
      """
    let text = try lowered(source, path: "t.cpp", arguments: []).functions.last?.description
    #expect(
      text == """
        func f(n: int32) -> int32:
        bb0:
          live g: G  @2:18
          call G::G(&g, n)  @2:18
          branch n ? bb1 : bb2  @2:28
        bb1:
          %1 = call G::get(&g)  @2:38
          call G::~G(&g)  @2:31
          dead g  @2:31
          return %1  @2:31
        bb2:
          call G::~G(&g)  @2:47
          dead g  @2:47
          return 1  @2:47

        """)
  }

  @Test func referencesArePointers() throws {
    #expect(
      try last(
        """
        void h(int &x, const int &y = 2);
        int &g(int *p);
        int f(int *p) { int &x = *p; x = 1; h(x); int &y = p ? x : *p; g(p) = y; return g(&x); }
        """) == """
          func f(p: int32*) -> int32:
          bb0:
            live x: int32*
            x = p
            *x = 1
            %1 = 2
            call h(x, &%1)
            live y: int32*
            branch p ? bb1 : bb2
          bb1:
            y = x
            jump bb3
          bb2:
            y = p
            jump bb3
          bb3:
            any of bb4, bb5
          bb4:
            %2 = call g(p)
            %3 = *y
            jump bb6
          bb5:
            %3 = *y
            %2 = call g(p)
            jump bb6
          bb6:
            *%2 = %3
            %4 = call g(x)
            %5 = *%4
            dead y
            dead x
            return %5
          """)
  }

  @Test func constructorsInitialiseMembersAndBases() throws {
    #expect(
      try last(
        """
        struct B { int b; B(int b); };
        struct G { G(); G(int); };
        struct D : B { int n = 3; int m; int &r; G first, second;
          D(int &x) : B(1), m{2}, r(x), second(x) { n = 4; } };
        """) == """
          func D::D(this: D*, x: int32*) -> void:
          bb0:
            call B::B(this, 1)
            this->n = 3
            call G::G(&this->first)
            this->m = 2
            this->r = x
            %1 = *x
            call G::G(&this->second, %1)
            this->n = 4
            return
          """)
  }

  @Test func destructorsDestroyMembers() throws {
    #expect(
      try last("struct G { ~G(); }; struct P { G a, b; int n; ~P() { n = 1; } };") == """
        func P::~P(this: P*) -> void:
        bb0:
          this->n = 1
          call G::~G(&this->b)
          call G::~G(&this->a)
          return
        """)
  }

  @Test func temporariesEndWithTheirExpression() throws {
    #expect(
      try last(
        """
        struct G { G(int); ~G(); int get(); }; G make(int);
        int f() { make(1); if (G(2).get()) return 3; const G &g = make(4); return 5; }
        """) == """
          func f() -> int32:
          bb0:
            %1 = call make(1)
            call G::~G(&%1)
            call G::G(&%3, 2)
            %2 = call G::get(&%3)
            branch %2 ? bb1 : bb2
          bb1:
            call G::~G(&%3)
            return 3
          bb2:
            call G::~G(&%3)
            live g: G*
            %4 = call make(4)
            g = &%4
            call G::~G(&%4)
            dead %4
            dead g
            return 5
          """)
  }

  @Test func returnedVariablesAreNotDestroyed() throws {
    #expect(
      try last(
        """
        struct G { G(); G(G &&); ~G(); };
        G f(G p) { G g; return g; }
        """) == """
          func f(p: G) -> G:
          bb0:
            live g: G
            call G::G(&g)
            %1 = g
            dead g
            call G::~G(&p)
            return %1
          """)
  }

  @Test func newMakesAndDeleteDestroys() throws {
    #expect(
      try last(
        """
        void *operator new(unsigned long, void *) noexcept;
        struct G { G(int); ~G(); };
        void f(void *p) { delete new G(1); new (p) int(2); }
        """) == """
          func f(p: void*) -> void:
          bb0:
            %1 = call malloc(unknown)
            branch %1 ? bb1 : bb4
          bb1:
            call G::G(%1, 1)
            branch %1 ? bb2 : bb3
          bb2:
            call G::~G(%1)
            jump bb3
          bb3:
            call free(%1)
            %2 = p
            *%2 = 2
            return
          bb4:
            unreachable
          """)
  }

  @Test func loopsOverArrays() throws {
    #expect(
      try last("void f() { int a[3]; for (int &x : a) x = 1; }") == """
        func f() -> void:
        bb0:
          live a: int32[3]
          live __index: int64
          __index = 0
          jump bb1
        bb1:
          %1 = __index < 3
          branch %1 ? bb2 : bb3
        bb2:
          %2 = &a[__index]
          live x: int32*
          x = %2
          *x = 1
          dead x
          __index = __index + 1
          jump bb1
        bb3:
          dead __index
          dead a
          return
        """)
  }

  @Test func lambdasAreFunctionsOverWhatTheyCapture() throws {
    let functions = try lowered(
      "int f(int a, int b) { auto g = [&a, b](int c) { a = b; return c; }; return g(1); }",
      path: "t.cpp", arguments: []
    ).functions.map { withoutPositions($0.description) }
    #expect(
      functions == [
        """
        func f(a: int32, b: int32) -> int32:
        bb0:
          live g: struct@1:32
          g.a = &a
          g.b = b
          %1 = call lambda(&g, 1)
          dead g
          return %1
        """,
        """
        func lambda(this: struct@1:32*, c: int32) -> int32:
        bb0:
          %1 = this->b
          %2 = this->a
          *%2 = %1
          return c
        """,
      ])
  }

  @Test func instancesAndOverloadsAreFunctionsOfTheirOwn() throws {
    let functions = try lowered(
      """
      template <typename T> T g(int n) { return n; }
      void h(int); void h(long);
      void f() { g<int>(1); g<long>(2); h(1); h(2L); }
      """, path: "t.cpp", arguments: []
    ).functions
    #expect(functions.map(\.name.name) == ["g", "g", "f"])
    #expect(Set(functions.map(\.name)).count == 3)
    #expect(Set(functions.prefix(2).map(\.result)).count == 2)
  }

  @Test func autoKeepsTheAlias() throws {
    #expect(
      try last("typedef struct H_ { int i; } H; H g(); void f() { auto h = g(); auto *p = &h; }")
        == """
        func f() -> void:
        bb0:
          live h: H
          h = call g()
          live p: H*
          p = &h
          dead p
          dead h
          return
        """)
  }

  /// Returns the IR of the last function of a C++ source, without positions.
  private func last(_ source: String) throws -> String? {
    try lowered(source, path: "t.cpp", arguments: []).functions.last.map {
      withoutPositions($0.description)
    }
  }

}
