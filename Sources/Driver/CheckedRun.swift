import Diagnostics
import Lifetimes

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
  /// What the analysis of each function gave.
  let outcomes: [Outcome]
  /// Why functions can collect.
  private let collections: CollectionExplanation
  private let workingDirectory: String

  init(
    _ report: Report, warnings: [String], log: [String], timings: Timings, emitted: String,
    settings: Settings, rulePages: [String: String], outcomes: [Outcome],
    collections: CollectionExplanation, workingDirectory: String
  ) {
    self.report = report
    self.warnings = warnings
    self.log = log
    self.timings = timings
    self.emitted = emitted
    self.settings = settings
    self.rulePages = rulePages
    self.outcomes = outcomes
    self.collections = collections
    self.workingDirectory = workingDirectory
    readiness = ReadinessReport(
      outcomes, spanning: report.diagnostics.filter { $0.rule == "pointer-spans-gc" },
      in: workingDirectory)
  }

  /// Returns why functions called `name` can collect, or that they cannot.
  public func collectionExplanation(of name: String) throws(InputError) -> String {
    guard let text = collections.text(of: name) else {
      let suggestion = Spelling.suggestion(for: name, among: outcomes.map(\.name.name))
      throw InputError("the program has no function '\(name)'\(suggestion)")
    }
    return text
  }

  /// Returns what is known at `FILE:LINE` or of `FILE:LINE:VARIABLE`.
  ///
  /// - Requires: the run kept the states.
  public func stateExplanation(at place: String) throws(InputError) -> String {
    try StateExplanation(outcomes: outcomes, workingDirectory: workingDirectory).text(
      for: .init(place))
  }

}
