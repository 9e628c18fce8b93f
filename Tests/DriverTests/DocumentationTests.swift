import Foundation
import Testing

/// What the documents show is what the program prints.
@Suite struct DocumentationTests {

  /// The findings that the README shows are those of today, without the comments in the samples.
  @Test(arguments: ["samples/array.c", "samples/program"])
  func readmeShowsRealFindings(_ path: String) throws {
    let readme = try String(contentsOfFile: Scratch.repository + "/README.md", encoding: .utf8)
    let shown = readme.components(separatedBy: "```text\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
      .filter { $0.hasPrefix(path) }
    #expect(shown.count == 1)
    let output = try Tool.run(path, in: Scratch.repository).output
      .replacing(#/ *// (want|note) .*/#, with: "")
    for finding in shown { #expect(output.contains(finding), "\(output)") }
  }

  @Test func commandsOfTheReadmeExist() throws {
    for name in ["lint-samples", "test"] {
      #expect(FileManager.default.isExecutableFile(atPath: Scratch.repository + "/scripts/\(name)"))
    }
  }

}
