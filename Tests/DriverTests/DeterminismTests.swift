import Driver
import Foundation
import Testing

/// Equal input gives equal bytes.
@Suite struct DeterminismTests {

  /// Returns the report on the samples as JSON.
  private func report(_ arguments: [String]) throws -> String {
    let scratch = try Scratch(["arguments": arguments.joined(separator: "\n")])
    let run = try Tool.run(
      "@" + scratch["arguments"], "--output-format=json", in: Scratch.repository)
    #expect(run.status == 1)
    return run.output
  }

  @Test func reportsDoNotDependOnThreadsOrOrder() throws {
    let files = FileSystem.names(in: Scratch.repository + "/samples")
      .filter { $0.hasSuffix(".c") }.map { "samples/" + $0 }
    let first = try report(["-j1"] + files)
    #expect(try report(["-j1"] + files) == first)
    #expect(try report(["-j4"] + files.reversed()) == first)
  }

  /// The findings are the same with every libclang that is installed.
  @Test func reportsDoNotDependOnTheLibrary() throws {
    let libraries = FileSystem.names(in: "/usr/lib").filter { $0.hasPrefix("llvm-") }
      .map { "/usr/lib/\($0)/lib" }
      .filter { (folder) in FileSystem.names(in: folder).contains { $0.hasPrefix("libclang.so") } }
    let reports = try libraries.map { try report(["--libclang=" + $0, "samples"]) }
    #expect(Set(reports).count <= 1, "\(libraries)")
  }

}
