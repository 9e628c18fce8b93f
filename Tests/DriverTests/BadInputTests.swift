import Driver
import Foundation
import Testing

/// Input that cannot be analyzed is never called clean: each case is a clear line and status 2, or
/// an entry of the ledger.
@Suite struct BadInputTests {

  /// Returns the messages about `names` in a folder that holds `files`.
  private func failures(_ files: [String: String], _ names: String...) throws -> [String] {
    let scratch = try Scratch(files)
    var options = scratch.options()
    options.paths = names.map { scratch[$0] }
    let report = try check(options)
    #expect(report.exitStatus(failOn: .warning) == (report.failures.isEmpty ? 0 : 2))
    for failure in report.failures { #expect(!failure.message.contains("\n")) }
    return report.failures.map { $0.message.replacingOccurrences(of: scratch.path + "/", with: "") }
  }

  @Test func missingFile() throws {
    #expect(try failures([:], "gone.c") == ["gone.c not analyzed: no such file or directory"])
  }

  @Test func folderWithoutSources() throws {
    let messages = try failures(["sub/readme.txt": "", "sub/build/a.c": ""], "sub")
    #expect(messages == ["sub not analyzed: no C or C++ sources in this directory"])
  }

  @Test(.disabled(if: getuid() == 0, "root may read everything"))
  func unreadableFile() throws {
    let scratch = try Scratch(["a.c": Sources.good])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: scratch["a.c"])
    let report = try check(scratch.options("a.c"))
    #expect(report.failures.map(\.reason) == ["it cannot be read: permission denied"])
  }

  @Test func danglingLink() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch["a.c"], withDestinationPath: scratch["gone.c"])
    #expect(try check(scratch.options("a.c")).failures.count == 1)
  }

  @Test func nameThatIsNotUTF8() throws {
    let scratch = try Scratch(["b.c": Sources.good])
    let name = (scratch.path + "/a").utf8.map { CChar(bitPattern: $0) } + [-23, 46, 99, 0]
    close(creat(name, 0o600))
    var options = scratch.options()
    options.paths = [scratch.path]
    #expect(try check(options).failures.map(\.reason) == ["its name is not UTF-8"])
  }

  @Test func syntaxError() throws {
    let source = Sources.bad + "static int broken(void) { return 1 + ; }\n"
    let scratch = try Scratch(["a.c": source])
    let report = try check(scratch.options("a.c"))
    #expect(report.failures.map(\.reason) == ["expected expression at a.c:12:38"])
    #expect(report.diagnostics.map(\.rule) == ["pointer-spans-gc"])
    #expect(report.ledger.functions.map(\.function).contains("broken"))
  }

  @Test func missingHeader() throws {
    let source = "#include \"hpy.h\"\n#include \"kiwi/gone.h\"\n"
    let scratch = try Scratch(["a.c": source, "b.c": Sources.bad])
    let report = try check(scratch.options("a.c", "b.c"))
    let failure = try #require(report.failures.first)
    #expect(failure.message == "a.c not analyzed: 'kiwi/gone.h' not found (included at a.c:2)")
    #expect(failure.hint?.contains("--extra-arg=-I") == true)
    #expect(report.diagnostics.count == 1)
  }

  /// The header that is missing may be the one that would include the runtime's.
  @Test func missingHeaderInAFileThatNamesTheRuntime() throws {
    let source = "#include \"gone.h\"\nHPy f(HPyContext *ctx) { return HPy_NULL; }\n"
    #expect(try failures(["a.c": source], "a.c").count == 1)
    #expect(try failures(["a.c": "#include \"gone.h\"\nint f(void);\n"], "a.c") == [])
  }

  @Test(arguments: [
    ("[{\"directory\":", "is not a compilation database"), ("{}", "not an array of objects"),
  ])
  func brokenDatabase(_ text: String, _ message: String) throws {
    let scratch = try Scratch(["a.c": Sources.good, "compile_commands.json": text])
    let run = try Tool.run("a.c", in: scratch.path)
    #expect(run.status == 2 && run.errors.contains(message))
  }

  @Test func databaseWithFlagsThatNoCompilerKnows() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    try scratch.write(
      """
      [{"directory": "\(scratch.path)", "file": "a.c",
        "command": "gcc -fconserve-stack -fno-canonical-system-headers -o a.o -c a.c"}]
      """, to: "compile_commands.json")
    let report = try check(scratch.options("a.c"))
    #expect(report.failures == [] && report.diagnostics.count == 1)
  }

  @Test func binaryFile() throws {
    let scratch = try Scratch()
    let bytes = (0 ..< 100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    try scratch.write(Data(bytes), to: "a.c")
    let report = try check(scratch.options("a.c"))
    #expect(report.failures.map(\.reason) == ["it is not a text file (it contains a zero byte)"])
  }

  @Test(arguments: ["", " \n\t\n", "\u{FEFF}"])
  func emptyFile(_ text: String) throws {
    let scratch = try Scratch(["a.c": text])
    let report = try check(scratch.options("a.c"))
    #expect(report.failures == [] && report.filesSkipped == 1)
    #expect(report.ledger.skippedFiles.map(\.file) == ["a.c"])
  }

  @Test func bytesThatAreNotUTF8() throws {
    let scratch = try Scratch()
    let text = Sources.bad.replacingOccurrences(of: "*= factor;", with: "*= factor; /* E */")
    var bytes = Data(text.utf8)
    if let index = bytes.lastIndex(of: UInt8(ascii: "E")) { bytes[index] = 0xE9 }
    try scratch.write(bytes, to: "a.c")
    let run = try Tool.run("a.c", in: scratch.path)
    #expect(run.status == 1)
    #expect(run.output.contains("    9 |     point->x *= factor; /* <E9> */\n"))
  }

  @Test func fileThatUsesNoRuntimeIsSkippedAndCounted() throws {
    let scratch = try Scratch(["a.c": "#include <stdio.h>\nint main(void) { return 0; }\n"])
    let report = try check(scratch.options("a.c"))
    #expect(report.failures == [] && report.filesSkipped == 1 && report.filesAnalyzed == 0)
  }

}
