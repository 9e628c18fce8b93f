import Driver
import Expectations
import Testing

/// The programs in `samples/`, each with the findings that it wants.
@Suite struct SamplesTests {

  /// The samples: one of one file each, and a program.
  static let samples =
    Repository.files(in: "samples", suffixes: [".c"]).map(Fixture.init(file:))
    + [Fixture(folder: "samples/program")]

  @Test func samplesWereFound() {
    #expect(Self.samples.count > 15)
  }

  @Test(arguments: samples)
  func sampleHasTheFindingsThatItWants(_ sample: Fixture) throws {
    #expect(try sample.differences() == [])
  }

  @Test func strictSampleHasTheFindingsThatItWants() throws {
    let sample = Fixture(folder: "samples/strict")
    #expect(try sample.differences { $0.extendSelect = ["pointer-stored"] } == [])
  }

  /// A newcomer checks the whole folder, where the samples are one program.
  @Test func allSamplesTogetherHaveTheSameFindings() throws {
    let files = Self.samples.flatMap(\.files) + ["samples/strict/strict.c"]
    var options = Options(workingDirectory: Repository.root)
    options.paths = ["samples"]
    options.rulesDirectory = Repository.path("rules")
    let texts = try files.map { (file) in
      (file, String(decoding: try FileSystem.contents(of: Repository.path(file)), as: UTF8.self))
    }
    #expect(try Fixture.differences(options, texts: texts) == [])
  }

}
