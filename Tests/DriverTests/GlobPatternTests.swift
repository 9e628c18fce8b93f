import Testing

@testable import Driver

@Suite struct GlobPatternTests {

  @Test(arguments: [
    ("*.c", "src/a.c", true), ("*.c", "src/a.h", false), ("src", "src/a.c", true),
    ("src/*.c", "src/a.c", true), ("src/*.c", "x/src/a.c", false),
    ("third_party/**", "third_party/x/y.c", true), ("third_party/**", "third_party", false),
    ("**/gen/*.c", "a/b/gen/x.c", true), ("a?.c", "ab.c", true), ("a?.c", "a.c", false),
    ("./src/a.c", "src/a.c", true), ("tests/", "tests/a.c", true),
  ])
  func matches(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect(GlobPattern(pattern).matches(path) == isMatch)
  }

}
