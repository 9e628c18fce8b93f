import Testing

/// Variables with static storage and their initialisers.
struct GlobalTests {

  @Test func initialisersNameFunctionsAndPlaces() throws {
    let source = """
      struct D { const char *name; int (*fn)(int); void *p; int n; };
      static int g(int x) { return x; }
      static int a[3];
      extern int e;
      int t;
      const struct D table[] = {
        { "one", g, a + 1, 0 },
        { .fn = (int (*)(int))g, .p = &a[2] },
        [3] = { .p = (void *)&table[1].fn, .n = sizeof(a) },
      };
      struct D *list[] = { &(struct D){ .n = 5 }, 0 };
      """
    let globals = try lowered(source).globals.map(\.description).joined()
    #expect(
      globals == """
        static a: int32[3]  @3:12
        t: int32  @5:5
        const table: D[4]  @6:16
          [0].name = "one"
          [0].fn = function g
          [0].p = &t.c::a[1]
          [1].fn = function g
          [1].p = &t.c::a[2]
          [3].p = &table[1].fn
          [3].n = 12
        list: D*[2]  @11:11
          [0] = &t.c::literal@11:23
        static (literal): D  @11:23
          .n = 5

        """)
  }

  @Test func staticLocalsAreGlobalsOfTheirFunction() throws {
    let source = """
      int f(void) {
        static int n = 3;
        static int *p = &n;
        { static int n; n++; }
        return *p;
      }
      """
    let module = try lowered(source)
    #expect(module.globals.map(\.name) == ["t.c::f::n", "t.c::f::p", "t.c::f::n.2"])
    #expect(module.globals.map(\.sourceName) == ["n", "p", "n"])
    #expect(module.globals.map(\.isInternal) == [true, true, true])
  }

  @Test func usedButNotDefined() throws {
    let module = try lowered(
      "extern __thread int e; extern int unused; int *f(void) { return &e; }")
    #expect(module.globals.map(\.name) == ["e"])
    #expect(module.globals.first?.initialValues == nil)
    #expect(module.globals.first?.isThreadLocal == true)
  }

  @Test func laterDefinitionCounts() throws {
    let module = try lowered(
      "static int a; int *f(void) { return &a; } static int a = 4; extern int b; int b = 2;")
    #expect(module.globals.map(\.name) == ["t.c::a", "b"])
    #expect(
      module.globals.map { $0.initialValues?.map(\.value) } == [[.constant(4)], [.constant(2)]])
  }

}
