import Driver
import Testing

/// Findings do not depend on which of HPy's headers are read.
@Suite struct EnvironmentsTests {

  /// HPy's own headers, if `scripts/fetch-test-material` has fetched them.
  static let headers = Repository.path(".deps/hpy-include")

  /// Sources for HPy as it is today: its headers have no place for the forms of older versions.
  static let todaysSources = FixturesTests.sources.filter {
    !$0.description.contains("/older/")
  }

  @Test(
    .enabled(if: FileSystem.isDirectory(headers)),
    arguments: todaysSources + FixturesTests.programs + SamplesTests.samples)
  func realHeadersGiveTheSameFindings(_ fixture: Fixture) throws {
    #expect(try fixture.differences { $0.runtimeInclude = Self.headers } == [])
  }

}
