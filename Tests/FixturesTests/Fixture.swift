import Diagnostics
import Driver
import Expectations

/// Sources that are checked together and say in comments what must be found in them.
struct Fixture: Sendable, CustomStringConvertible {

  /// What the sources have in common: a file, or a folder.
  let description: String

  /// The sources and their headers, relative to the root of the repository.
  let files: [String]

  /// A source of its own.
  init(file: String) {
    description = file
    files = [file]
  }

  /// The sources of a folder, which are one program.
  init(folder: String) {
    description = folder
    files = Repository.files(in: folder, suffixes: [".c", ".cpp", ".h"])
  }

  /// Returns how the findings differ from what the sources say; a file that could not be analyzed
  /// and a finding elsewhere are differences too.
  func differences(asking adjust: (inout Options) -> Void = { _ in }) throws -> [String] {
    var options = options
    adjust(&options)
    return try Self.differences(options, texts: files.map { ($0, try text(of: $0)) })
  }

  /// Returns the functions that were not fully analyzed, and why.
  func incompleteFunctions() throws -> [String] {
    try check(options).ledger.functions.map {
      "\($0.file):\($0.line): \($0.function): \($0.reason)"
    }
  }

  /// What is asked of a run.
  private var options: Options {
    var options = Options(workingDirectory: Repository.root)
    options.paths = files.filter { !$0.hasSuffix(".h") }
    options.isIsolated = true
    options.rulesDirectory = Repository.path("rules")
    return options
  }

  /// Returns how the findings of a run differ from what `texts` say.
  static func differences(
    _ options: Options, texts: [(file: String, text: String)]
  ) throws -> [String] {
    let report = try check(options)
    let unanalyzed = report.failures.map(\.message)
    let elsewhere = report.diagnostics
      .filter { (diagnostic) in !texts.contains { $0.file == diagnostic.range.start.file } }
      .map { "elsewhere: \($0.range.start): \($0.message) [\($0.rule)]" }
    return unanalyzed + elsewhere
      + texts.flatMap { (file, text) in
        Expectations(in: text).differences(from: report.diagnostics, file: file)
      }
  }

  /// Returns the text of `file`.
  private func text(of file: String) throws -> String {
    String(decoding: try FileSystem.contents(of: Repository.path(file)), as: UTF8.self)
  }

}
