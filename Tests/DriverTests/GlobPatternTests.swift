import Testing

@testable import Driver

@Suite struct GlobPatternTests {

  @Test(arguments: [
    ("*.c", "src/a.c", true), ("*.c", "src/a.h", false), ("src", "src/a.c", true),
    ("src/*.c", "src/a.c", true), ("src/*.c", "x/src/a.c", false),
    ("third_party/**", "third_party/x/y.c", true), ("third_party/**", "third_party", false),
    ("**/gen/*.c", "a/b/gen/x.c", true), ("a?.c", "ab.c", true), ("a?.c", "a.c", false),
    ("./src/a.c", "src/a.c", true), ("tests/", "tests/a.c", true), ("a*b*.c", "axxbxb.c", true),
    ("a*b*.c", "axx.c", false), ("src/**/x.c", "src/x.c", true), ("**", "a", true),
    ("a/**/b/**", "a/x/b/c", true), ("a/**/b/**", "a/x/b", false), ("*", "a", true),
  ])
  func matches(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect(GlobPattern(pattern).matches(path) == isMatch)
  }

  @Test(.timeLimit(.minutes(1)))
  func noPatternTakesLong() {
    let stars = String(repeating: "*a", count: 40) + "b"
    #expect(!GlobPattern(stars).matches(String(repeating: "a", count: 200)))
    let folders = String(repeating: "**/a/", count: 20) + "b"
    #expect(!GlobPattern(folders).matches(String(repeating: "a/", count: 100) + "c"))
  }

}
