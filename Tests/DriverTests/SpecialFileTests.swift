import Driver
import Foundation
import Testing

/// Pipes and devices in place of files: nothing waits for them or reads them to an end that never
/// comes, and what cannot be checked is said in one line.
@Suite struct SpecialFileTests {

  /// Returns a folder with a pipe and links to a device beside a source that includes `header`.
  private func folder(including header: String? = nil) throws -> Scratch {
    let include = header.map { "#include \($0)\n" } ?? ""
    let scratch = try Scratch(["a.c": include + Sources.good])
    #expect(mkfifo(scratch["pipe.h"], 0o600) == 0)
    #expect(mkfifo(scratch["pipe.c"], 0o600) == 0)
    for name in ["zero.h", "zero.c", "zero.json", "zero.toml"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch[name], withDestinationPath: "/dev/zero")
    }
    return scratch
  }

  @Test(arguments: ["pipe.c", "zero.c"])
  func sourcesAreRefused(_ name: String) throws {
    let failures = try check(folder().options(name)).failures
    #expect(failures.map(\.reason) == ["it cannot be read: not a regular file"])
  }

  @Test func sourcesInFoldersAreRefused() throws {
    let scratch = try folder()
    var options = scratch.options()
    options.paths = [scratch.path]
    #expect(try check(options).failures.map(\.file) == ["pipe.c", "zero.c"])
  }

  @Test(arguments: ["\"pipe.h\"", "\"zero.h\"", "\"/dev/zero\"", "</dev/random>"])
  func includedOnesAreRefused(_ header: String) throws {
    let failures = try check(folder(including: header).options("a.c")).failures
    let name = header.dropFirst().dropLast()
    #expect(failures.map(\.reason) == ["'\(name)' is not a regular file (included at a.c:1)"])
  }

  @Test func includedOnesAreFoundBehindMacrosAndInHeaders() throws {
    let scratch = try folder(including: "\"own.h\"")
    try scratch.write("\n#define DATA \"zero.h\"\nint a[] = {\n#embed DATA\n};\n", to: "own.h")
    let failures = try check(scratch.options("a.c")).failures
    #expect(failures.map(\.reason) == ["'zero.h' is not a regular file (included at own.h:4)"])
  }

  @Test func includedByAFlagIsRefused() throws {
    var options = try folder().options("a.c")
    options.compilerFlags = ["-include", "/dev/zero"]
    let failures = try check(options).failures
    #expect(failures.map(\.reason) == ["'/dev/zero' is not a regular file (included by a flag)"])
  }

  @Test func nullDeviceMayBeIncluded() throws {
    var options = try folder(including: "\"/dev/null\"").options("a.c")
    options.compilerFlags = ["-imacros", "/dev/null"]
    #expect(try check(options).failures.isEmpty)
  }

  @Test func headerOfTheRuntimeIsLookedAt() throws {
    let scratch = try folder()
    #expect(mkfifo(scratch["hpy.h"], 0o600) == 0)
    let failures = try check(scratch.options("a.c")).failures
    #expect(failures.map(\.reason) == ["'hpy.h' is not a regular file (included at a.c:1)"])
  }

  @Test(arguments: ["compile_flags.txt", "compile_commands.json"])
  func flagsAreRefused(_ name: String) throws {
    let scratch = try folder()
    #expect(mkfifo(scratch[name], 0o600) == 0)
    #expect(throws: InputError("cannot read '\(scratch[name])': not a regular file")) {
      try check(scratch.options("a.c"))
    }
  }

  @Test func argumentsOfADatabaseAreRefused() throws {
    let scratch = try folder()
    try scratch.write(
      "[{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc @/dev/zero -c a.c\"}]",
      to: "compile_commands.json")
    #expect(try check(scratch.options("a.c")).failures.isEmpty)
  }

  @Test(arguments: ["@zero.h", "--baseline=zero.json", "--config=zero.toml", "-pzero.json"])
  func argumentsAreRefused(_ argument: String) throws {
    let run = try Tool.run(argument, "a.c", in: folder().path)
    #expect(run.status == 2 && run.errors.hasPrefix("holdfast: error: "), "\(run.errors)")
  }

}
