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

  @Test func lambdasAndExceptions() throws {
    let source = """
      int f(int a) {
        auto g = [&](int b) { return a + b; };
        try { a = 1; } catch (int e) { a = 2; }
        return a;
      }
      """
    #expect(
      try gaps(source, path: "t.cpp") == [
        "a lambda is not understood", "exceptions are not followed",
      ])
  }

  @Test func straySource() throws {
    #expect(try !gaps("int f(int n) { break; default: return n; }").isEmpty)
    #expect(try lowered("").functions.isEmpty)
    #expect(try lowered("\u{0}\u{1}int f(void) {").functions.count <= 1)
  }

}
