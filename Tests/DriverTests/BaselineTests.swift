import Diagnostics
import Source
import Testing

@testable import Driver

@Suite struct BaselineTests {

  /// Returns a finding; findings on several lines have the same fingerprint.
  private func finding(_ line: Int, _ message: String = "m") -> Diagnostic {
    let start = SourcePosition(file: "f.c", line: line, column: 1)
    return Diagnostic(
      message, at: .init(start: start, end: start), rule: "r", severity: .error, function: "f")
  }

  @Test func knowsFindingsOnOtherLines() {
    let baseline = Baseline(of: [finding(1)])
    #expect(baseline.divided([finding(9)]).unknown == [])
    #expect(baseline.divided([finding(9, "n")]).unknown == [finding(9, "n")])
  }

  @Test func moreFindingsThanKnownAreNew() {
    let baseline = Baseline(of: [finding(1), finding(2)])
    #expect(baseline.findings.map(\.count) == [2])
    #expect(baseline.divided([finding(3), finding(4), finding(5)]).unknown == [finding(5)])
  }

  @Test func isReadAsItWasWritten() throws {
    let scratch = try Scratch()
    try Baseline(of: [finding(1)]).write(to: scratch["b.json"])
    #expect(try Baseline(at: scratch["b.json"]).divided([finding(1)]).unknown == [])
  }

  @Test func brokenBaselineIsAnError() throws {
    let scratch = try Scratch(["b.json": "[]"])
    #expect(throws: InputError.self) { try Baseline(at: scratch["b.json"]) }
  }

}
