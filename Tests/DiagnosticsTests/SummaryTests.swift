import Diagnostics
import Testing

@Suite struct SummaryTests {

  @Test func countsFindingsByKind() {
    #expect(Example.report.summary() == "2 findings (1 error, 1 warning) in 1 of 14 files")
  }

  @Test func namesWhatWasNotAnalyzed() {
    let report = Report(
      ledger: .init(functions: [
        .init(function: "f", file: "a.c", line: 1, reason: "x"),
        .init(function: "f", file: "a.c", line: 2, reason: "y"),
      ]),
      failures: [.init(file: "b.c", reason: "broken")], filesAnalyzed: 1,
      hidden: [
        .init(Example.error, .comment(text: "")), .init(Example.error, .comment(text: "x")),
        .init(Example.warning, .baseline),
      ])
    #expect(
      report.summary() == "no findings in 2 files, 1 file not analyzed, "
        + "1 function not fully analyzed (see --ledger), 2 suppressed, 1 in the baseline")
  }

  @Test(arguments: [(.note, 1), (.warning, 1), (.error, 1), (.off, 0)] as [(Severity, Int32)])
  func exitStatusDependsOnTheThreshold(_ threshold: Severity, _ status: Int32) {
    #expect(Example.report.exitStatus(failOn: threshold) == status)
  }

  @Test func findingsBelowTheThresholdDoNotFail() {
    #expect(Report(diagnostics: [Example.warning]).exitStatus(failOn: .error) == 0)
  }

  @Test func unanalyzedFilesOutweighFindings() {
    let report = Report(
      diagnostics: [Example.error], failures: [.init(file: "b.c", reason: "broken")])
    #expect(report.exitStatus(failOn: .off) == 2)
  }

  @Test func ledgerIsListedInOrder() {
    let ledger = Ledger(
      functions: [
        .init(function: "g", file: "b.c", line: 1, reason: "asm goto"),
        .init(function: "f", file: "a.c", line: 9, reason: "too many states"),
      ],
      defaults: [.init(callee: "helper", assumption: "can collect", count: 2)],
      skippedFiles: [.init(file: "c.c", reason: "it is empty")])
    #expect(
      ledger.text() == """
        a.c:9: 'f' not fully analyzed: too many states
        b.c:1: 'g' not fully analyzed: asm goto
        2 calls of 'helper' judged by default: can collect
        c.c skipped: it is empty

        """)
  }

}
