import Driver
import Testing

@Suite struct ShellWordsTests {

  @Test(arguments: [
    (#"cc -I"a b" -DX=\"y\" 'q"r'"#, ["cc", "-Ia b", #"-DX="y""#, #"q"r"#]),
    (#"a\ b ''"#, ["a b", ""]), ("", []), ("  x\n\ty ", ["x", "y"]),
  ])
  func splitsAsAShell(_ text: String, _ words: [String]) {
    #expect(ShellWords.split(text) == words)
  }

  /// Nothing is substituted: a command in a database is never run.
  @Test func substitutesNothing() {
    #expect(ShellWords.split("$(touch x) `id` $HOME") == ["$(touch", "x)", "`id`", "$HOME"])
  }

  @Test func expandsResponseFilesWithinResponseFiles() throws {
    let scratch = try Scratch(["a.rsp": "-DA @b.rsp", "b.rsp": "'-DB C'"])
    let words = ShellWords.expandingResponseFiles(
      in: ["cc", "@a.rsp", "@missing"], relativeTo: scratch.path)
    #expect(words == ["cc", "-DA", "-DB C", "@missing"])
  }

  @Test func filesThatIncludeThemselvesEnd() throws {
    let scratch = try Scratch(["a.rsp": "@a.rsp"])
    let words = ShellWords.expandingResponseFiles(in: ["@a.rsp"], relativeTo: scratch.path)
    #expect(words == ["@a.rsp"])
  }

}
