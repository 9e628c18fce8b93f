import Driver
import Foundation
import Testing

/// Files that Git ignores are left out of folders for users who want that.
@Suite struct GitIgnoreTests {

  /// Returns the names of the files that are checked, given the lines of `.gitignore` files.
  private func files(_ lines: [String: String], isRespected: Bool? = true) throws -> [String] {
    let scratch = try Scratch(lines)
    let names = ["a.c", "b1.c", "gen/a.c", "src/a.c", "src/gen/a.c", "src/keep.c"]
    for name in names { try scratch.write(Sources.good, to: name) }
    try scratch.write("", to: ".git/HEAD")
    var options = scratch.options()
    options.paths = ["."]
    options.respectsGitIgnore = isRespected
    return try filesText(options).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("gen/", ["a.c", "b1.c", "src/a.c", "src/keep.c"]),
    ("/gen", ["a.c", "b1.c", "src/a.c", "src/gen/a.c", "src/keep.c"]),
    ("# a.c\n\n", ["a.c", "b1.c", "gen/a.c", "src/a.c", "src/gen/a.c", "src/keep.c"]),
    ("*.c\n!keep.c", ["src/keep.c"]),
    ("src/*.c\n!src/keep.c", ["a.c", "b1.c", "gen/a.c", "src/gen/a.c", "src/keep.c"]),
    ("*\n!*/\n!a.c\n", ["a.c", "gen/a.c", "src/a.c", "src/gen/a.c"]),
    ("b[0-9].c\r\nsrc/**", ["a.c", "gen/a.c"]), ("b[!0-9].c\nsrc\ngen", ["a.c", "b1.c"]),
    ("a.c/\nsrc\ngen", ["a.c", "b1.c"]),
  ])
  func linesLeaveOut(_ lines: String, _ left: [String]) throws {
    #expect(try files([".gitignore": lines]) == left)
  }

  @Test func nearestFileDecides() throws {
    let left = try files([".gitignore": "*.c\n", "src/.gitignore": "!a.c\n"])
    #expect(left == ["src/a.c", "src/gen/a.c"])
  }

  @Test func nobodyAsksForIt() throws {
    #expect(try files([".gitignore": "*.c\n"], isRespected: nil).count == 6)
    let configured = ["holdfast.toml": "respect-gitignore = true\n", ".gitignore": "gen\nb1.c\n"]
    #expect(try files(configured, isRespected: nil) == ["a.c", "src/a.c", "src/keep.c"])
    #expect(try files(configured, isRespected: false).count == 6)
  }

  @Test func namedFileIsChecked() throws {
    let scratch = try Scratch([".gitignore": "a.c\n", "a.c": Sources.bad, ".git/HEAD": ""])
    var options = scratch.options("a.c")
    options.respectsGitIgnore = true
    #expect(try check(options).diagnostics.count == 1)
  }

}
