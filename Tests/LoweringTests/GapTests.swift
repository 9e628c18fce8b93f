import IR
import Testing

/// What is not lowered, and said to be so.
struct GapTests {

  /// Returns the gaps of the last function of a source text.
  private func gaps(_ source: String, path: String = "t.c") throws -> [String] {
    try lowered(source, path: path, arguments: []).functions.last?.gaps.map(\.reason) ?? []
  }

  @Test func errorsConcernTheirFunctionOnly() throws {
    let module = try lowered("int f(void) { return a; }\nint g(void) { return 1; }")
    #expect(module.functions.map(\.name.name) == ["f", "g"])
    #expect(
      module.functions[0].gaps.map(\.reason).contains(
        "parse error: use of undeclared identifier 'a'"))
    #expect(module.functions[1].gaps == [])
  }

  @Test(arguments: ["!", "-", "~", "*&"])
  func deepExpressions(_ prefix: String) throws {
    let source =
      "int f(int x) { return " + String(repeating: prefix + " ", count: 5000) + "x; }"
    #expect(try gaps(source).contains("nested too deeply"))
  }

  @Test func deepStatements() throws {
    let source =
      "int g(void); void f(int a) { " + String(repeating: "if (a) ", count: 5000) + "g(); }"
    #expect(try gaps(source).contains("nested too deeply"))
  }

  @Test func longChainsAreNotDeep() throws {
    let chain = (0 ..< 5000).map { "if (a == \($0)) return 1;" }.joined(separator: "\nelse ")
    #expect(try gaps("int f(int a) { \(chain)\n return 0; }") == [])
    let cases = (0 ..< 5000).map { "case \($0):" }.joined(separator: "\n")
    #expect(try gaps("int f(int a) { switch (a) { \(cases)\n a++; } return a; }") == [])
  }

  @Test func exceptions() throws {
    let source = """
      int f(int a) {
        try { a = 1; } catch (int e) { a = 2; }
        if (a) throw 1;
        return a;
      }
      """
    #expect(
      try gaps(source, path: "t.cpp") == [
        "exceptions are not followed", "exceptions are not followed",
      ])
  }

  @Test(arguments: [
    ("[](auto b) { return b; }", "a lambda is not understood"),
    ("[c = a] { return c; }", "a lambda is not understood"),
    ("c->get(a)", "a virtual call is not followed"),
    ("new int[a]", "a 'new' of an array"),
  ])
  func expressionsOfCPlusPlus(_ expression: String, _ reason: String) throws {
    let source = """
      struct C { virtual int get(int); };
      void f(int a, C *c) { auto x = \(expression); }
      """
    let functions = try lowered(source, path: "t.cpp", arguments: []).functions
    #expect(functions.last { $0.name.name == "f" }?.gaps.map(\.reason) == [reason])
  }

  @Test(arguments: [
    ("Box<int> b(1);", "the destructor of an instance of a template is not known"),
    ("Range r; for (int x : r) g(x);", "the elements of a range that is no array are not known"),
    ("Pair p(q);", "a copy that the compiler makes from those of the members"),
    ("auto [a, b] = Two();", "a declaration that is not understood"),
  ])
  func statementsOfCPlusPlus(_ statement: String, _ reason: String) throws {
    let source = """
      template <typename T> struct Box { T t; Box(T t) : t(t) {} ~Box() {} };
      struct Range { int *begin(); int *end(); };
      struct Own { Own(); Own(const Own &); }; struct Pair { Own o; };
      struct Two { int a, b; };
      void g(int);
      void f(Pair &q) { \(statement) }
      """
    let functions = try lowered(source, path: "t.cpp", arguments: []).functions
    #expect(functions.first { $0.name.name == "f" }?.gaps.map(\.reason) == [reason])
  }

  @Test(arguments: [
    (
      "int f(int *p) { __asm__(\"x\" : \"+r\"(p)); return *p; }",
      "what inline assembly does to a pointer is not known"
    ),
    (
      "int *f(int **p, int *q) { return __atomic_exchange_n(p, q, 5); }",
      "an expression that is not understood: __atomic_exchange_n"
    ),
    (
      """
      #define NUMBER long *
      int f(long *p) { return _Generic(p, NUMBER: f, default: f)(p); }
      """,
      "a generic selection whose choice cannot be told"
    ),
  ])
  func opaqueConstructs(_ source: String, _ reason: String) throws {
    #expect(try gaps(source).filter { !$0.hasPrefix("parse error") } == [reason])
  }

  @Test func straySource() throws {
    #expect(try !gaps("int f(int n) { break; default: return n; }").isEmpty)
    #expect(try lowered("").functions.isEmpty)
    #expect(try lowered("\u{0}\u{1}int f(void) {").functions.count <= 1)
  }

}
