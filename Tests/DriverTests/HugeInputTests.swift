import Driver
import Testing

/// Sources that are larger or deeper than anybody writes by hand.
@Suite struct HugeInputTests {

  /// Returns the report on a function with `body`, behind a source with a finding.
  private func report(_ body: String) throws -> (status: Int32, isVouchedFor: Bool, found: Int) {
    let scratch = try Scratch([
      "a.c": Sources.bad + "int huge(int a)\n{\n" + body + "\nreturn a;\n}\n"
    ])
    let report = try check(scratch.options("a.c"))
    return (
      report.exitStatus(failOn: .warning), report.failures.isEmpty && report.ledger.isEmpty,
      report.diagnostics.count
    )
  }

  @Test func hundredThousandStatements() throws {
    let result = try report(String(repeating: "a = a + 1;\n", count: 100_000))
    #expect(result.status == 1 && result.found == 1)
  }

  @Test func tenMegabytes() throws {
    let result = try report(
      String(repeating: "/* \(String(repeating: "x", count: 1000)) */ a++;\n", count: 10_000))
    #expect(result.status == 1 && result.found == 1)
  }

  @Test(arguments: [("(", ")"), ("-(", ")")])
  func thousandsOfNestedParentheses(_ open: String, _ close: String) throws {
    let result = try report(
      "a = " + String(repeating: open, count: 5000) + "a" + String(repeating: close, count: 5000)
        + ";")
    #expect(result.status == 2 || !result.isVouchedFor || result.found == 1)
    #expect(result.status != 0)
  }

  @Test func thousandsOfNestedBlocks() throws {
    let result = try report(
      String(repeating: "{ if (a) ", count: 5000) + "a++;" + String(repeating: "}", count: 5000))
    #expect(result.status != 0)
  }

  /// What is not judged any more, since there are too many states, must not pile up: with the
  /// square of the cases this would take minutes.
  @Test func thousandsOfCasesThatEachMakeAHandle() throws {
    let cases = (0 ..< 10_000).map { "case \($0): r = HPy_Dup(ctx, h); break;\n" }.joined()
    let source = """
      #include "hpy.h"
      HPy huge(HPyContext *ctx, HPy h, int x)
      {
      HPy r = HPy_NULL;
      switch (x) {
      \(cases)}
      return r;
      }

      """
    let report = try check(Scratch(["a.c": source]).options("a.c"))
    #expect(report.exitStatus(failOn: .warning) == 0 && report.ledger.functions.count == 1)
  }

  @Test func thousandsOfPrefixOperators() throws {
    let result = try report("a = " + String(repeating: "!", count: 5000) + "a;")
    #expect(result.status != 0)
  }

}
