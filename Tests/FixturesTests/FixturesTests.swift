import Driver
import Testing

/// The sources below `Tests/Fixtures`, each with the findings that it wants.
@Suite struct FixturesTests {

  /// Sources of one file, by theme.
  static let sources = Repository.folders(in: "Tests/Fixtures")
    .filter { !$0.hasSuffix("/programs") && !$0.hasSuffix("/packs") }
    .flatMap { Repository.files(in: $0, suffixes: [".c", ".cpp"]) }
    .map(Fixture.init(file:))

  /// Programs of several files.
  static let programs = Repository.folders(in: "Tests/Fixtures/programs")
    .map(Fixture.init(folder:))

  @Test func fixturesWereFound() {
    #expect(Self.sources.count > 15)
    #expect(Self.programs.count > 15)
  }

  @Test(arguments: sources)
  func sourceHasTheFindingsThatItWants(_ fixture: Fixture) throws {
    #expect(try fixture.differences() == [])
  }

  @Test(arguments: programs)
  func programHasTheFindingsThatItWants(_ fixture: Fixture) throws {
    #expect(try fixture.differences() == [])
  }

  /// Nothing in these sources is too much for the analysis, but for two that try to be.
  @Test(arguments: sources.filter { $0.description.contains("/pointers/") } + programs)
  func everyFunctionIsFullyAnalyzed(_ fixture: Fixture) throws {
    let tooMuch = ["many-paths.c", "arrays-refilled.c"]
    if tooMuch.contains(where: fixture.description.hasSuffix) { return }
    #expect(try fixture.incompleteFunctions() == [])
  }

}
