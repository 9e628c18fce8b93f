import Driver
import Expectations
import Testing

/// A runtime that does not exist: what is known of a runtime comes from its pack alone.
struct InventedPackTests {

  @Test func sampleHasTheFindingsThatItWants() throws {
    let file = Repository.root + "/Tests/Fixtures/packs/invented/sample.c"
    var options = Options(workingDirectory: Repository.root)
    options.paths = [file]
    options.isIsolated = true
    options.rulesDirectory = Repository.root + "/Tests/Fixtures/packs"
    let report = try check(options)
    let expectations = Expectations(in: Repository.text(of: file))
    let differences = expectations.differences(
      from: report.diagnostics, file: "Tests/Fixtures/packs/invented/sample.c")
    #expect(differences == [])
  }

}
