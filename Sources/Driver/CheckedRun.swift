import Diagnostics

/// A report, and how the run came to it.
public struct CheckedRun: Sendable {

  /// What was found.
  public let report: Report
  /// What the user should know besides.
  public let warnings: [String]
  /// Lines that tell how each file was treated, for users who ask.
  public let log: [String]
  /// How long the stages took.
  public let timings: Timings
  /// The intermediate result that was asked for.
  public let emitted: String
  /// The settings of the run as a whole.
  public let settings: Settings
  /// The pages of the rules that exist.
  public let rulePages: [String: String]
  /// How far the program is from running on a collector that moves objects.
  public let readiness: ReadinessReport
  /// What was analyzed.
  private let programs: [AnalyzedProgram]
  private let workingDirectory: String

  /// Creates the run that led to `report`.
  init(
    _ report: Report, of programs: [AnalyzedProgram], _ setup: RunSetup, timings: Timings
  ) {
    self.report = report
    self.programs = programs
    self.timings = timings
    workingDirectory = setup.options.workingDirectory
    settings = setup.settings
    rulePages = setup.rules.pages
    // What the sources are named does not depend on the configuration.
    warnings =
      (programs.first?.plan.warnings ?? [])
      + (programs.allSatisfy(\.isCached) ? [] : setup.options.cacheWarnings)
    log = programs.flatMap { (program) in
      (program.configuration.map { ["\(named([$0])):"] } ?? []) + program.log
    }
    emitted = ConfiguredTexts(programs, \.emitted).joined ?? ""
    readiness = ReadinessReport(
      programs, spanning: report.diagnostics.filter { $0.rule == "pointer-spans-gc" },
      in: workingDirectory)
  }

  /// Returns why functions called `name` can collect, or that they cannot.
  public func collectionExplanation(of name: String) throws(InputError) -> String {
    guard let text = ConfiguredTexts(programs, { $0.collections.text(of: name) }).joined else {
      let names = programs.flatMap(\.outcomes).map(\.name.name)
      throw InputError(
        "the program has no function '\(name)'\(Spelling.suggestion(for: name, among: names))")
    }
    return text
  }

  /// Returns what is known at `FILE:LINE` or of `FILE:LINE:VARIABLE`.
  ///
  /// - Requires: the run kept the states.
  public func stateExplanation(at place: String) throws(InputError) -> String {
    let query = try StateExplanation.Query(place)
    let texts = ConfiguredTexts(programs) {
      StateExplanation(outcomes: $0.outcomes, workingDirectory: workingDirectory).text(for: query)
    }
    guard let text = texts.joined else {
      throw InputError("no analyzed code at \(query.file):\(query.line)")
    }
    return text
  }

}
