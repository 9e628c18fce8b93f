import Driver
import Foundation
import Testing

/// Checks that each rule has a page, and each page a rule.
@Suite struct RulePageTests {

  @Test func pagesAreThoseOfTheRules() throws {
    let folder = Repository.root.appendingPathComponent("rules").path
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    #expect(Set(pages) == Set(allRules.map(\.id)))
  }

  @Test(arguments: allRules.map(\.id))
  func pagesBeginWithTheName(_ rule: String) throws {
    #expect(try Repository.text(of: "rules/\(rule).md").hasPrefix("# \(rule)\n"))
  }

  @Test func summariesFitOnALine() {
    for rule in allRules {
      #expect(rule.summary.count <= 100 && !rule.summary.hasSuffix("."), "\(rule.id)")
      #expect(rule.summary.first?.isUppercase == false, "\(rule.id)")
    }
  }

  @Test func rulesHaveDifferentNames() {
    #expect(Set(allRules.map(\.id)).count == allRules.count)
  }

}
