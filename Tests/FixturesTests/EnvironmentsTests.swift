import Driver
import Testing

/// Findings do not depend on the version of libclang, nor on which of HPy's headers are read.
@Suite struct EnvironmentsTests {

  /// Sources in which operators, macros, statements and initialisers are of every kind.
  static let sources =
    [
      "aliases", "casts-unions-memcpy", "cleanup-attribute", "control-flow", "extension-code",
      "loops",
      "macros", "places-and-structs", "several-operands", "unusual-c",
    ].map { Fixture(file: "Tests/Fixtures/pointers/\($0).c") }
    + ["pointers/references", "handles/guards"].map { Fixture(file: "Tests/Fixtures/\($0).cpp") }

  /// The libraries of the versions that Debian and its kin install side by side.
  static let libraries = FileSystem.names(in: "/usr/lib").sorted()
    .filter { $0.hasPrefix("llvm-") }
    .map { "/usr/lib/\($0)/lib/libclang.so" }
    .filter { FileSystem.isFile($0) }

  /// HPy's own headers, if `scripts/fetch-test-material` has fetched them.
  static let headers = Repository.path(".deps/hpy-include")

  @Test(arguments: sources, libraries)
  func everyLibclangGivesTheSameFindings(_ fixture: Fixture, _ library: String) throws {
    #expect(try fixture.differences { $0.libclang = library } == [])
  }

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
