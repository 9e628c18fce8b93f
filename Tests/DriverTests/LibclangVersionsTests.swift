import Driver
import Testing

/// Findings do not depend on the version of libclang. A process has one libclang: each is asked for
/// in a process of its own.
@Suite struct LibclangVersionsTests {

  /// The libraries of the versions that Debian and its kin install side by side, oldest first.
  static let libraries = FileSystem.names(in: "/usr/lib")
    .filter { $0.hasPrefix("llvm-") }
    .sorted { (Int($0.dropFirst(5)) ?? 0) < (Int($1.dropFirst(5)) ?? 0) }
    .map { "/usr/lib/\($0)/lib/libclang.so" }
    .filter { FileSystem.isFile($0) }

  /// HPy's own headers, if `scripts/fetch-test-material` has fetched them, besides the stand-in.
  static let headers = ["rules/hpy/include", ".deps/hpy-include"].filter {
    FileSystem.isDirectory(Scratch.repository + "/" + $0)
  }

  /// Returns what is found with a library in the fixtures, in which operators, macros, statements
  /// and initialisers are of every kind.
  private func findings(_ library: String, headers: String) throws -> [Substring] {
    let run = try Tool.run(
      "--isolated", "--exit-zero", "--output-format", "concise", "--libclang", library,
      "--runtime-include", headers, "Tests/Fixtures", in: Scratch.repository)
    return run.output.split(separator: "\n")
  }

  @Test(.enabled(if: libraries.count > 1), arguments: headers)
  func everyLibclangGivesTheSameFindings(headers: String) throws {
    let newest = try findings(#require(Self.libraries.last), headers: headers)
    #expect(newest.count > 500)
    for library in Self.libraries.dropLast() {
      let difference = try findings(library, headers: headers).difference(from: newest)
      #expect(difference.isEmpty, "\(library): \(difference)")
    }
  }

}
