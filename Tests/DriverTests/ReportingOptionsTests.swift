import Foundation
import Testing

/// Options that change what uploaded reports say, when a run fails, and what is shown meanwhile.
@Suite struct ReportingOptionsTests {

  /// A SARIF result as far as these tests read it.
  private struct Result: Decodable, Equatable {

    struct Suppression: Decodable, Equatable {
      let kind: String
      let justification: String?
    }

    let ruleId: String
    let suppressions: [Suppression]?

  }

  private struct Log: Decodable {
    struct Run: Decodable { let results: [Result] }
    let runs: [Run]
  }

  /// Returns the results of a run in `scratch`.
  private func results(_ scratch: Scratch, _ options: String...) throws -> [Result] {
    try scratch.write(options.joined(separator: "\n"), to: "options")
    let run = try Tool.run("--output-format=sarif", "@options", "a.c", in: scratch.path)
    return try JSONDecoder().decode(Log.self, from: Data(run.output.utf8)).runs[0].results
  }

  @Test func hiddenFindingsAreMarkedInSARIF() throws {
    let ignored = Sources.bad.replacingOccurrences(
      of: "factor;\n    return",
      with: "factor; /* holdfast: ignore[pointer-spans-gc]  it is\n pinned */\n    return")
    let leak = "void f(HPyContext *ctx) { HPyLong_FromLong(ctx, 1); }\n"
    let scratch = try Scratch(["a.c": ignored + leak])
    #expect(try Tool.run("--write-baseline=known.json", "a.c", in: scratch.path).status == 0)
    #expect(try results(scratch, "--baseline=known.json") == [])
    #expect(
      try results(scratch, "--baseline=known.json", "--sarif-include-suppressed") == [
        Result(
          ruleId: "pointer-spans-gc",
          suppressions: [.init(kind: "inSource", justification: "it is pinned")]),
        Result(ruleId: "handle-leak", suppressions: [.init(kind: "external", justification: nil)]),
      ])
    let shown = try results(scratch, "--sarif-include-suppressed")
    #expect(shown.map { $0.suppressions?.count ?? 0 } == [1, 0])
  }

  @Test func rootOfSARIFCanBeChosen() throws {
    let scratch = try Scratch(["a/src/a.c": Sources.bad, ".git/HEAD": ""])
    for (root, uri) in [("a", "src/a.c"), ("./a/../a/src", "a.c"), (".", "a/src/a.c")] {
      let run = try Tool.run(
        "--output-format=sarif", "--sarif-root", root, "a", in: scratch.path)
      #expect(run.output.contains("\"uri\" : \"\(uri)\""), "\(root)")
    }
  }

  @Test func strictLimitsFailTheRun() throws {
    let source = Sources.good + "void f(void *p) { __atomic_exchange_n((int **)p, 0, 5); }\n"
    let scratch = try Scratch(["a.c": source])
    let run = try Tool.run("a.c", "--ledger", in: scratch.path)
    #expect(run.status == 0 && run.output.contains("f"), "\(run.output)")
    #expect(try Tool.run("a.c", "--strict-limits", in: scratch.path).status == 2)
    let fine = try Scratch(["a.c": Sources.good])
    #expect(try Tool.run("--strict-limits", in: fine.path).status == 0)
  }

  /// Linux's requests about pseudo-terminals, which Swift does not import.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  /// Returns what a run with `environment` writes to a terminal.
  private func terminalOutput(_ environment: [String: String]) throws -> String {
    let slow = "int f(int x) { " + String(repeating: "if (x) ", count: 3000) + "; return x; }\n"
    let scratch = try Scratch()
    for number in 10 ..< 26 { try scratch.write(Sources.good + slow, to: "f\(number).c") }
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var (lock, number): (Int32, Int32) = (0, 0)
    #expect(ioctl(terminal, Self.setLock, &lock) == 0)
    #expect(ioctl(terminal, Self.getNumber, &number) == 0)
    let device = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    let other = FileHandle(fileDescriptor: device, closeOnDealloc: true)
    let run = try Tool.run(
      "-j1", in: scratch.path, environment: environment, terminal: other)
    #expect(run.status == 0 && run.output == "")
    try other.close()
    // What was written comes in pieces; reading fails once it is all there and nobody writes.
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 12)
    while case let count = read(terminal, &piece, piece.count), count > 0 {
      text += piece.prefix(count)
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test func longRunTellsHowFarItIs() throws {
    let text = try terminalOutput(["TERM": "xterm"])
    #expect(text.firstMatch(of: /\r\[\d+\/16\] f\d\d\.c\u{1B}\[K/) != nil, "\(text)")
    #expect(text.hasSuffix("\r\u{1B}[Kholdfast: no findings in 16 files\r\n"), "\(text)")
    let quiet = try terminalOutput(["TERM": "dumb"])
    #expect(quiet == "holdfast: no findings in 16 files\r\n")
  }

}
