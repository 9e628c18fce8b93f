import Testing

/// Operators of code that macros produce: older libraries do not tell them.
struct OperatorTests {

  /// Macros whose operators stand in their bodies, in their arguments, and in macros that they use.
  private static let prelude = """
    #define EQ(a, b) a == b
    #define FIELD(s, f) ((s)->f)
    #define SHIFT 3
    #define MUL(a, b) a * b
    #define AND3(a, b, c) (a && b && c)
    #define MAX(a, b) ((a) > (b) ? (a) : (b))
    #define NIL ((void *)0)
    #define ISNIL(p) ((p) == NIL)
    #define NOTNIL(p) ((p) != NIL)
    #define BOTH(p, q) (ISNIL(p) || NOTNIL(q))
    #define INC(x) (x)++
    #define DEC(x) x--
    #define ADDTO(x, y) x += y
    #define ID(x) x
    #define CHECKED(x) \\
      (ID(0), (x))
    struct S { int hi; };

    """

  @Test(arguments: [
    ("r = EQ(x, y);", "r = x == y"),
    ("r = FIELD(s, hi >> SHIFT);", "%1 = s->hi; r = %1 >> 3"),
    ("r = MUL(x + 1, y - 2);", "%1 = 1 * y; %2 = x + %1; r = %2 - 2"),
    ("r = ID(x) - ID(y) / ID(r);", "%1 = y / r; r = x - %1"),
    ("r = ID(ID(x) ^ ID(y)) | ID(r);", "%1 = x ^ y; r = %1 | r"),
    ("INC(x); DEC(y);", "x = x + 1; y = y - 1"),
    ("ADDTO(r, x - 1);", "%1 = x - 1; r = r + %1"),
    ("r = (x, y);", "r = y"),
    ("r = CHECKED(x);", "r = x"),
    ("r = -ID(x) + ~ID(y);", "%1 = -x; %2 = ~y; r = %1 + %2"),
    ("r = x /* - */ * /* + */ y;", "r = x * y"),
    ("r = x \\\n << y;", "r = x << y"),
  ])
  func straightCode(_ statement: String, _ expected: String) throws {
    let source = Self.prelude + "void f(struct S *s, int x, int y, int r) { \(statement) }"
    let lines = try body(source).split(separator: "\n").map {
      $0.trimmingPrefix("  ")
    }
    #expect(lines.dropFirst().dropLast().joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("AND3(p, q, x)", ["branch p ? bb1 : bb4", "branch q ? bb2 : bb4", "branch x ? bb3 : bb4"]),
    ("ISNIL(p)", ["%1 = p == 0", "branch %1 ? bb1 : bb2"]),
    ("NOTNIL(p)", ["%1 = p != 0", "branch %1 ? bb1 : bb2"]),
    (
      "BOTH(p, q)",
      ["%1 = p == 0", "branch %1 ? bb2 : bb1", "%2 = q != 0", "branch %2 ? bb2 : bb3"]
    ),
    (
      "MAX(x, 2) < 3",
      [
        "%2 = x > 2", "branch %2 ? bb1 : bb2", "%1 = x", "jump bb3", "%1 = 2", "jump bb3",
        "%3 = %1 < 3", "branch %3 ? bb4 : bb5",
      ]
    ),
  ])
  func conditions(_ condition: String, _ expected: [String]) throws {
    let source = Self.prelude + "void f(char *p, char *q, int x) { if (\(condition)) x = 1; }"
    let lines = try body(source).split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(lines.prefix(expected.count).map { String($0.dropFirst(2)) } == expected)
  }

}
