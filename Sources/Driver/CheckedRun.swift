import Diagnostics

/// A report, and how the run came to it.
public struct CheckedRun: Sendable {

  /// What was found.
  public let report: Report
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

}
