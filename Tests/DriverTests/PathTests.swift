import Driver
import Testing

@Suite struct PathTests {

  @Test(arguments: [
    ("a/./b", "a/b"), ("a/../b", "b"), ("../a", "../a"), ("a/../../b", "../b"), ("/../a", "/a"),
    ("./", "."), ("a//b/", "a/b"), ("/", "/"),
  ])
  func normalizesSpelling(_ path: String, _ normalized: String) {
    #expect(Path.normalized(path) == normalized)
  }

  @Test(arguments: [
    ("/w/a/b.c", "a/b.c"), ("/x/b.c", "/x/b.c"), ("./a.c", "a.c"), ("/www/b.c", "/www/b.c"),
  ])
  func showsPathsRelativeToTheWorkingDirectory(_ path: String, _ shown: String) {
    #expect(Path.displayed(path, in: "/w") == shown)
  }

  @Test(arguments: [("a/b.C", "c"), (".c", ""), ("a.d/b", ""), ("x.tar.GZ", "gz")])
  func suffixFollowsTheLastDot(_ path: String, _ suffix: String) {
    #expect(Path.suffix(of: path) == suffix)
  }

  @Test func ancestorsEndAtTheRoot() {
    #expect(Path.ancestors(of: "/a/b/c") == ["/a/b", "/a", "/"])
  }

}
