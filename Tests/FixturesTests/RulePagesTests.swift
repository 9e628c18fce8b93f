import Driver
import Expectations
import Testing

/// The pages of the rules: their form, and their examples.
@Suite struct RulePagesTests {

  /// The examples of all pages.
  static let examples = RulePage.all.flatMap { (page) in (try? page.examples()) ?? [] }

  @Test func everyRuleHasAPage() {
    let pages = Set(RulePage.all.map(\.rule))
    #expect(allRules.map(\.id).filter { !pages.contains($0) } == [])
  }

  @Test(arguments: RulePage.all)
  func pageHasTitleSummaryAndHeadings(_ page: RulePage) throws {
    let lines = try page.lines()
    #expect(lines.first == "# \(page.rule)")
    #expect(lines.dropFirst(2).first?.hasSuffix(".") == true)
    let headings = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    #expect(headings == RulePage.headings)
  }

  @Test(arguments: examples)
  func exampleHasTheFindingsThatItWants(_ example: RulePage.Example) throws {
    var options = Options(workingDirectory: Repository.root)
    options.paths = ["-"]
    options.standardInputName = "rules/example.c"
    options.standardInput = Array(example.text.utf8)
    options.isIsolated = true
    options.extendSelect = [example.rule]
    options.rulesDirectory = Repository.path("rules")
    #expect(
      try Fixture.differences(options, texts: [("rules/example.c", example.text)]) == [])
  }

  @Test(arguments: examples.filter { $0.description.contains("Right") })
  func rightExampleWantsNothing(_ example: RulePage.Example) {
    #expect(Expectations(in: example.text).isEmpty)
  }

}
