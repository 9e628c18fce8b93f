import ArgumentParser
import Diagnostics
import Driver

/// Reports how far a program is from running on a collector that moves objects.
struct ReadinessCommand: ParsableCommand {

  /// The forms of the report.
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "gc-report",
    abstract: "Report which functions can collect, and which pointers are kept meanwhile.",
    usage: "holdfast gc-report [<options>] [<path> ...] [-- <compiler flag> ...]")

  @OptionGroup
  var input: InputOptions

  @Option(help: "The form of the report.")
  var outputFormat: Form = .text

  /// Checks the sources, prints the report, and returns the exit status.
  func perform(compilerFlags: [String]?) throws -> Int32 {
    let run = try checkedRun(try input.options(compilerFlags: compilerFlags))
    switch outputFormat {
    case .text: Terminal.write(run.readiness.text())
    case .json: Terminal.write(run.readiness.json())
    }
    for failure in run.report.failures { Terminal.complain(failure.message, hint: failure.hint) }
    return run.report.failures.isEmpty ? 0 : 2
  }

}
