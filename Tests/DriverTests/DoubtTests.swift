import Diagnostics
import Driver
import Testing

/// A rule that cannot tell is silent, and the ledger says where and why.
@Suite struct DoubtTests {

  /// Returns the reasons in the ledger for a function with this body, by their lines.
  ///
  /// The function has a context, a handle `h`, which it borrows, and a number `n`.
  private func doubts(_ body: String) throws -> [String] {
    try ledger(body).doubts.map { "\($0.line - 4): \($0.reason)" }
  }

  private func ledger(_ body: String) throws -> Ledger {
    let head = """
      #include <hpy.h>
      #include <stdlib.h>
      void take(HPyContext *ctx, HPy *items);
      HPy make(HPyContext *ctx, HPy h, int n) {

      """
    let scratch = try Scratch(["a.c": head + body + "\n}\n"])
    let report = try check(scratch.options("a.c"))
    #expect(report.failures.isEmpty)
    #expect(report.diagnostics == [])
    #expect(report.ledger.functions == [])
    return report.ledger
  }

  @Test func useAfterSomeElementsWereClosed() throws {
    let body = """
      HPy items[64];
      for (int i = 0; i < 64; i++) items[i] = HPy_Dup(ctx, h);
      for (int i = n; i < 64; i++) HPy_Close(ctx, items[i]);
      for (int i = 0; i < n; i++) HPy_Length(ctx, items[i]);
      """
    let rest = "\nfor (int i = 0; i < n; i++) HPy_Close(ctx, items[i]);\nreturn HPy_NULL;"
    let reason = "'items[i]' is one of several, of which it is not known which are ended"
    #expect(try doubts(body + rest) == ["4: \(reason)", "5: \(reason)"])
    let other = body.replacing("int i = n", with: "int i = 0")
      .replacing("HPy_Length", with: "(void)")
    #expect(try doubts(other + "\nreturn HPy_NULL;") == [])
  }

  @Test func handleThatGoesToAnUnknownFunctionByAddress() throws {
    let reason = "a handle that it is given is not followed any more"
    let body = "HPy a = HPy_Dup(ctx, h);\n"
    let given = try ledger(body + "take(ctx, &a);\nreturn HPy_NULL;").defaults
    #expect(given.contains { $0.callee == "take" && $0.assumption == reason })
    #expect(try ledger(body + "HPy_Close(ctx, a);\nreturn HPy_NULL;").defaults == [])
  }

  @Test func nothingIsGivenWhereAnArgumentIsNull() throws {
    let body = """
      HPy items[1] = { h }, first;
      if (!HPyArg_Parse(ctx, NULL, items, 1, "O", &first)) return HPy_NULL;
      return HPy_Dup(ctx, first);
      """
    #expect(try ledger(body).defaults == [])
  }

  @Test func handlesInPiecesOfMemory() throws {
    let body = """
      struct node { struct node *next; HPy h; } *list = NULL, *node;
      for (int i = 0; i < n; i++) {
        node = malloc(sizeof *node);
        if (!node) abort();
        node->next = list;
        node->h = HPy_Dup(ctx, h);
        list = node;
      }
      while (list) { node = list->next; HPy_Close(ctx, list->h); free(list); list = node; }
      return HPy_NULL;
      """
    #expect(
      try doubts(body) == ["6: handles in older pieces of allocated memory are not followed"])
  }

}
