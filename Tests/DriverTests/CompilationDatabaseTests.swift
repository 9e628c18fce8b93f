import Foundation
import Testing

@testable import Driver

@Suite struct CompilationDatabaseTests {

  @Test func readsArgumentsAndCommands() throws {
    let scratch = try Scratch([
      "db.json": """
      [{"directory": "/p/build", "file": "../a.c", "arguments": ["cc", "-Iinc", "-c", "../a.c"]},
       {"directory": "/p", "file": "/p/b.c", "command": "ccache gcc -DX=\\"1 2\\" b.c"},
       {"directory": "/p", "file": "b.c", "command": "gcc -DSECOND b.c"}]
      """
    ])
    let database = try CompilationDatabase(at: scratch["db.json"])
    #expect(database.command(for: "/p/a.c")?.entries == [["-I/p/build/inc"]])
    #expect(database.command(for: "/p/b.c")?.entries == [["-DX=1 2"], ["-DSECOND"]])
  }

  @Test func fileWithoutEntryTakesTheNearestOfItsLanguage() throws {
    let scratch = try Scratch([
      "db.json": """
      [{"directory": "/p/x", "file": "a.c", "arguments": ["cc", "-DFAR"]},
       {"directory": "/p/y", "file": "a.cpp", "arguments": ["c++", "-DCXX"]},
       {"directory": "/p/y", "file": "a.c", "arguments": ["cc", "-DNEAR"]}]
      """
    ])
    let database = try CompilationDatabase(at: scratch["db.json"])
    #expect(database.command(for: "/p/y/new.c")?.entries == [["-DNEAR"]])
    #expect(database.command(for: "/p/y/new.c")?.file == "/p/y/a.c")
  }

  @Test func responseFilesAreReadBelowTheDirectory() throws {
    let scratch = try Scratch(["sub/args": "-DA=1 -Iinc"])
    try scratch.write(
      "[{\"directory\": \"\(scratch["sub"])\", \"file\": \"a.c\", \"command\": \"cc @args\"}]",
      to: "db.json")
    let database = try CompilationDatabase(at: scratch["db.json"])
    #expect(
      database.command(for: scratch["sub/a.c"])?.entries == [["-DA=1", "-I" + scratch["sub/inc"]]])
  }

  @Test(arguments: [
    ("[{\"directory\": ", "malformed JSON"), ("{}", "not an array of objects"),
    ("[{\"directory\": \"/\"}]", "entry 0 has no 'file'"),
    ("[{\"file\": \"a\"}, {\"file\": 7}]", "entry 1 has a wrong 'file'"), ("", ""),
    ("\u{0}\u{1}", ""),
  ])
  func brokenDatabaseIsOneClearLine(_ text: String, _ reason: String) throws {
    let scratch = try Scratch(["db.json": text])
    let error = #expect(throws: InputError.self) {
      try CompilationDatabase(at: scratch["db.json"])
    }
    let description = try #require(error).description
    #expect(description.hasPrefix("'\(scratch["db.json"])' is not a compilation database"))
    #expect(description.contains(reason) || description.contains("malformed"))
    #expect(!description.contains("\n"))
  }

  @Test func hugeDatabaseIsRead() throws {
    let entry = "{\"directory\": \"/p\", \"file\": \"f%.c\", \"arguments\": [\"cc\", \"-DN=%\"]}"
    let entries = (0 ..< 20_000).map { entry.replacingOccurrences(of: "%", with: "\($0)") }
    let scratch = try Scratch(["db.json": "[" + entries.joined(separator: ",") + "]"])
    let database = try CompilationDatabase(at: scratch["db.json"])
    #expect(database.command(for: "/p/f19999.c")?.entries == [["-DN=19999"]])
  }

  @Test func equalEntriesOfAFileAreOne() throws {
    let entry = "{\"directory\": \"/p\", \"file\": \"a.c\", \"command\": \"cc -DN=1 -c a.c\"}"
    let other = entry.replacing("-DN=1", with: "-DN=2")
    let scratch = try Scratch(["compile_commands.json": "[\(entry), \(other), \(entry)]"])
    let database = try CompilationDatabase(at: scratch["compile_commands.json"])
    #expect(database.command(for: "/p/a.c")?.entries == [["-DN=1"], ["-DN=2"]])
  }

}
