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
    let source = """
      struct P { int x; int &r; };
      void f(P &p, P *q) { p.x = q->r; q->r = 1; int &y = p.x; y = 2; }
      """
    let text = try lowered(source, path: "t.cpp", arguments: []).functions.last?.description
    #expect(text?.contains("p->x = ") == true)
    #expect(text?.contains("gap") == false)
  }

}
