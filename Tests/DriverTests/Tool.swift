import Foundation
import Testing

/// The program as users run it.
enum Tool {

  /// What a run of the program gave.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable, which is built beside the tests.
  static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("holdfast").path

  /// Runs the program in `directory`; errors are written to `terminal`, if one is given.
  static func run(
    _ arguments: String..., in directory: String, input: String = "",
    environment: [String: String] = [:], terminal: FileHandle? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    var variables = ProcessInfo.processInfo.environment
    for name in ["CI", "PRE_COMMIT", "NO_COLOR", "FORCE_COLOR", "VIRTUAL_ENV"] {
      variables[name] = nil
    }
    variables["HOLDFAST_NO_CACHE"] = "1"
    process.environment = variables.merging(environment) { (_, new) in new }
    let scratch = try Scratch(["input": input])
    for name in ["output", "errors"] {
      _ = FileManager.default.createFile(atPath: scratch[name], contents: nil)
    }
    process.standardInput = FileHandle(forReadingAtPath: scratch["input"])
    process.standardOutput = FileHandle(forWritingAtPath: scratch["output"])
    process.standardError = terminal ?? FileHandle(forWritingAtPath: scratch["errors"])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: scratch["output"], encoding: .utf8),
      errors: try String(contentsOfFile: scratch["errors"], encoding: .utf8))
  }

}
