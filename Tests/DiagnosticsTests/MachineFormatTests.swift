import Diagnostics
import Foundation
import Source
import Testing

/// The formats that programs read.
@Suite struct MachineFormatTests {

  /// Returns the report in `format` as what JSON stands for.
  private func object(_ format: OutputFormat) throws -> [String: Any] {
    let text = Example.report.rendered(as: format, Example.options)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func jsonHasTheDocumentedShape() throws {
    let report = try object(.json)
    #expect(Set(report.keys) == ["version", "diagnostics", "ledger", "summary"])
    let findings = try #require(report["diagnostics"] as? [[String: Any]])
    let first = try #require(findings.first)
    #expect(
      Set(first.keys) == [
        "file", "line", "column", "endLine", "endColumn", "rule", "severity", "message",
        "function", "fingerprint", "notes", "fixes",
      ])
    #expect(first["line"] as? Int == 2 && first["endColumn"] as? Int == 18)
    #expect(findings[1]["function"] is NSNull)
    let notes = try #require(first["notes"] as? [[String: Any]])
    #expect(notes.map { $0["line"] as? Int } == [1, 1])
    #expect(Set(notes[0].keys) == ["file", "line", "column", "message"])
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["exitCode"] as? Int == 1 && summary["filesAnalyzed"] as? Int == 14)
  }

  @Test func jsonLinesEndWithTheSummary() throws {
    let lines = Example.report.rendered(as: .jsonLines, Example.options).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].contains("\"summary\":{"))
  }

  @Test func fingerprintsDoNotDependOnLines() {
    let moved = Diagnostic(
      Example.warning.message, at: Example.range(90, 1 ..< 5), rule: Example.warning.rule,
      severity: .warning, function: "sum",
      notes: Example.warning.notes.map { .init($0.message, at: Example.range(80, 1 ..< 2)) })
    #expect(moved.fingerprint == Example.warning.fingerprint)
    #expect(moved.fingerprint != Example.error.fingerprint)
  }

  @Test func sarifHasWhatCodeScanningReads() throws {
    let log = try object(.sarif)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    let first = try #require(results.first)
    #expect(first["ruleId"] as? String == "pointer-spans-gc" && first["ruleIndex"] as? Int == 0)
    let prints = try #require(first["partialFingerprints"] as? [String: String])
    #expect(Set(prints.keys) == ["primaryLocationLineHash", "holdfast/v1"])
    let flows = try #require(first["codeFlows"] as? [[String: Any]])
    let threads = try #require(flows[0]["threadFlows"] as? [[String: Any]])
    #expect((threads[0]["locations"] as? [Any])?.count == 3)
    #expect((first["relatedLocations"] as? [Any])?.count == 2)
    #expect(results[1]["codeFlows"] == nil)
  }

  /// What is found in all configurations says nothing of them.
  @Test func configurationsAreNamedWhereTheyMatter() throws {
    var some = Example.warning
    some.configurations = ["native", "-DX -DY"]
    #expect(some.fingerprint == Example.warning.fingerprint)
    let report = Report(
      diagnostics: [some, Example.error],
      failures: [.init(file: "x.c", reason: "broken", configurations: ["-DX -DY"])],
      configurations: ["native", "-DX -DY", "z"], sources: ["src/array.c": Example.text])
    func object(_ format: OutputFormat) throws -> [String: Any] {
      let text = report.rendered(as: format, Example.options)
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      return try #require(value as? [String: Any])
    }
    let json = try object(.json)
    let findings = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(findings[0]["configurations"] as? [String] == ["native", "-DX -DY"])
    #expect(findings[0]["message"] as? String == some.message)
    #expect(findings[1]["configurations"] == nil)
    #expect(json["configurations"] as? [String] == ["native", "-DX -DY", "z"])
    let ledger = try #require(json["ledger"] as? [String: Any])
    let failures = try #require(ledger["notAnalyzed"] as? [[String: Any]])
    #expect(failures[0]["configurations"] as? [String] == ["-DX -DY"])
    let run = try #require((try object(.sarif)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let properties = try #require(results[0]["properties"] as? [String: [String]])
    #expect(properties == ["configurations": ["native", "-DX -DY"]])
    #expect(results[1]["properties"] == nil)
    let remark = " (only in configurations 'native', '-DX -DY')"
    for format in [OutputFormat.full, .concise, .github, .gitlab, .junit, .rdjson] {
      #expect(report.rendered(as: format, Example.options).contains(some.message + remark))
    }
    #expect(report.rendered(as: .junit, Example.options).contains("in configuration '-DX -DY'"))
    #expect(
      report.failures[0].message == "x.c not analyzed in configuration '-DX -DY': broken")
  }

  @Test func sarifReportsUnanalyzedFilesAsNotifications() {
    let report = Report(failures: [.init(file: "a b.c", reason: "broken")])
    let text = report.rendered(as: .sarif, Example.options)
    #expect(text.contains("\"executionSuccessful\" : false"))
    #expect(text.contains("\"uri\" : \"a%20b.c\""))
  }

  @Test func gitHubCommandsAreEscapedAndErrorsComeFirst() {
    let text = Example.report.rendered(as: .github, Example.options)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[0] == "::error title=holdfast (handle-double-close),file=src/array.c,line=3,endLine=3,"
        + "col=1,endColumn=9::handle 'h' is closed again")
    #expect(lines[1].hasSuffix("%0A(2) src/array.c:1:9: 'next' can collect: next → get"))
  }

  @Test func gitHubTellsHowManyAnnotationsAreCut() {
    let many = (1 ... 13).map {
      Diagnostic("m", at: Example.range($0, 1 ..< 2), rule: "r", severity: .error)
    }
    let text = Report(diagnostics: many).rendered(as: .github, Example.options)
    #expect(text.contains("3 more not shown as annotations"))
  }

  @Test func gitLabFingerprintsAreUnique() throws {
    let text = Report(diagnostics: [Example.error, Example.error])
      .rendered(as: .gitlab, Example.options)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let issues = try #require(value as? [[String: Any]])
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 2)
    #expect(issues[0]["severity"] as? String == "critical")
  }

  @Test func junitIsWellFormed() throws {
    let diagnostic = Diagnostic(
      "'a < b' & \"c\"", at: Example.range(1, 1 ..< 2), rule: "r", severity: .error)
    let report = Report(
      diagnostics: [diagnostic], failures: [.init(file: "b.c", reason: "broken")],
      filesAnalyzed: 2)
    let text = report.rendered(as: .junit, Example.options)
    #expect(text.contains("message=\"'a &lt; b' &amp; &quot;c&quot;\""))
    #expect(text.contains("tests=\"3\" failures=\"1\" errors=\"1\""))
  }

  @Test func rdjsonHasByteColumns() throws {
    let result = try object(.rdjson)
    let findings = try #require(result["diagnostics"] as? [[String: Any]])
    #expect(findings[0]["severity"] as? String == "WARNING")
    let location = try #require(findings[0]["location"] as? [String: Any])
    let range = try #require(location["range"] as? [String: Any])
    #expect((range["start"] as? [String: Int])?["column"] == 14)
  }

  @Test(arguments: OutputFormat.allCases)
  func everyFormatIsTheSameEachTime(_ format: OutputFormat) {
    let first = Example.report.rendered(as: format, Example.options)
    #expect(first == Example.report.rendered(as: format, Example.options))
    #expect(first.hasSuffix("\n"))
  }

}
