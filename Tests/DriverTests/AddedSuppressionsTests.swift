import Foundation
import Testing

@testable import Driver

/// Comments that the program writes into sources.
@Suite struct AddedSuppressionsTests {

  /// Returns `text` with a comment for its line `line`; `nil` if there is no place for one.
  private func added(_ text: String, line: Int = 1, reason: String = "") -> String? {
    var writer = SuppressionWriter(Array(text.utf8))
    let rest = writer.add([line: ["b", "a"]], reason: reason)
    return rest.isEmpty ? String(decoding: writer.bytes, as: UTF8.self) : nil
  }

  @Test(arguments: [
    ("x;\ny;\n", 1, "x; /* holdfast: ignore[a, b] */\ny;\n"),
    ("x;", 1, "x; /* holdfast: ignore[a, b] */"),
    ("x;\r\ny;\r\n", 2, "x;\r\ny; /* holdfast: ignore[a, b] */\r\n"),
    ("x; // why\n", 1, "x; // why holdfast: ignore[a, b]\n"),
    ("x; /* a */\n", 1, "x; /* a */ /* holdfast: ignore[a, b] */\n"),
    ("\tx; /* a\nb */\n", 1, "\t/* holdfast: ignore-next-line[a, b] */\n\tx; /* a\nb */\n"),
    ("  x(\\\r\n1);\r\n", 1, "  /* holdfast: ignore-next-line[a, b] */\r\n  x(\\\r\n1);\r\n"),
    ("\"/*\";\n", 1, "\"/*\"; /* holdfast: ignore[a, b] */\n"),
  ])
  func commentIsWrittenWhereItCanStand(_ text: String, _ line: Int, _ expected: String) {
    #expect(added(text, line: line) == expected)
  }

  @Test func lineWithoutAPlaceIsLeft() {
    #expect(added("#define X \\\n  x \\\n  y\n", line: 2) == nil)
    #expect(added("x;\n", line: 5) == nil)
  }

  @Test func nothingIsFoundAfterwards() throws {
    let body = Sources.bad.replacingOccurrences(of: "*= factor;", with: "*= /* twice\n */ factor;")
    let leak = "void f(HPyContext *ctx) { HPyLong_FromLong(ctx, 1); } // lost\n"
    let scratch = try Scratch(["a.c": body + leak, "b.c": Sources.good])
    #expect(try Tool.run(".", in: scratch.path).status == 1)
    let run = try Tool.run("--add-suppressions=known, see #1", ".", in: scratch.path)
    #expect(run.status == 0 && run.output == "")
    #expect(run.errors == "holdfast: 2 suppressions added\n", "\(run.errors)")
    #expect(try Tool.run(".", "--fail-on=note", in: scratch.path).status == 0)
    let text = try String(contentsOfFile: scratch["a.c"], encoding: .utf8)
    #expect(text.contains("lost holdfast: ignore[handle-leak] known, see #1\n"))
    #expect(try String(contentsOfFile: scratch["b.c"], encoding: .utf8) == Sources.good)
    #expect(try Tool.run("--add-suppressions", ".", in: scratch.path).errors.contains(" 0 supp"))
  }

  @Test(arguments: ["a */ b", "a\nb"])
  func reasonThatEndsTheCommentIsRefused(_ reason: String) throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    let run = try Tool.run("--add-suppressions=\(reason)", "a.c", in: scratch.path)
    #expect(run.status == 2 && run.errors.contains("a reason is one line"))
    #expect(try String(contentsOfFile: scratch["a.c"], encoding: .utf8) == Sources.bad)
  }

}
