import Diagnostics
import Driver
import Expectations
import Foundation

/// A program that `scripts/generate-program` wrote into a folder of its own, which is removed at
/// the end of the process.
struct GeneratedProgram: Sendable {

  /// The generator did not do its work.
  struct GenerationError: Error {}

  /// The absolute path of the folder.
  let folder: String

  /// The absolute paths of the sources, in the order of their names.
  let sources: [String]

  /// Whether all functions are in one file.
  let isMerged: Bool

  /// Generates a program.
  init(files: Int, functions: Int, isMerged: Bool = false) throws {
    let temporary = FileSystem.resolved(FileManager.default.temporaryDirectory.path) ?? "/tmp"
    let folder = temporary + "/holdfast-program-" + UUID().uuidString
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.repository + "/scripts/generate-program")
    process.arguments = (isMerged ? ["--merged"] : []) + ["\(files)", "\(functions)", folder]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw GenerationError() }
    self.folder = folder
    self.isMerged = isMerged
    sources = FileSystem.names(in: folder).sorted().filter { $0.hasSuffix(".c") }
      .map { folder + "/" + $0 }
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Checks the program: the sources in the given order, `jobs` at the same time.
  func report(jobs: Int = 1, order: [String]? = nil) throws -> Report {
    var options = Options(workingDirectory: folder)
    options.paths = order ?? sources
    options.jobs = jobs
    options.isIsolated = true
    options.rulesDirectory = Self.repository + "/rules"
    return try check(options)
  }

  /// Returns how the findings of `report` differ from what the sources want.
  func differences(from report: Report) throws -> [String] {
    try sources.flatMap { (source) in
      let text = try String(contentsOfFile: source, encoding: .utf8)
      let name = URL(fileURLWithPath: source).lastPathComponent
      return Expectations(in: text).differences(from: report.diagnostics, file: name)
    }
  }

  /// Returns the findings as rules and functions, a static function by its name in the merged file.
  func findings(of report: Report) -> [String] {
    report.diagnostics.map { (diagnostic) in
      var function = diagnostic.function ?? ""
      if !isMerged && function.hasPrefix("own_") {
        function += "_" + diagnostic.range.start.file.filter(\.isNumber)
      }
      return "\(diagnostic.rule) in \(function): \(diagnostic.message)"
    }.sorted()
  }

  /// The repository that holds these tests.
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

}
