import ArgumentParser
import Diagnostics
import Driver

extension OutputFormat: ExpressibleByArgument {}
extension PathNotes: ExpressibleByArgument {}
extension Options.GCModel: ExpressibleByArgument {}
extension Options.Stage: ExpressibleByArgument {}
extension Terminal.ColorChoice: ExpressibleByArgument {}

/// The lowest severity that fails the run.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {

  case error, warning, note, never

  /// The severity; `off` if no finding fails the run.
  var severity: Severity { Severity(rawValue: rawValue) ?? .off }

}

/// Checks sources and prints what is wrong in them.
struct CheckCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check C and C++ sources (the default command).",
    usage: "holdfast [check] [<options>] [<path> ...] [-- <compiler flag> ...]",
    discussion: """
      Paths are files, folders or - for the standard input; the default is the working directory. \
      Exit status: 0 nothing found, 1 findings, 2 the job could not be done. The other command is \
      gc-report, which tells how far a program is from running on a collector that moves objects.
      """)

  @OptionGroup
  var input: InputOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Information instead of a check")
  var information: InformationOptions

}

/// Options that choose what is printed, and where.
struct OutputOptions: ParsableArguments {

  @Option(help: "The form of the output.")
  var outputFormat: OutputFormat?

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Write there.", valueName: "file"))
  var outputFile: String?

  @Option(
    help: ArgumentHelp("Write in another form, too; may be repeated.", valueName: "format:file"))
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder to which paths in SARIF are relative, instead of the repository.",
      valueName: "dir"))
  var sarifRoot: String?

  @Flag(help: "Write suppressed and known findings into SARIF, marked as such.")
  var sarifIncludeSuppressed = false

  @Option(help: "How many of the steps to a finding are printed.")
  var pathNotes: PathNotes?

  @Option(help: "Whether the output is coloured.")
  var color: Terminal.ColorChoice = .auto

  @Flag(help: .hidden)
  var noColor = false

  @Flag(name: [.customShort("q"), .long], help: "Print findings only.")
  var quiet = false

  @Flag(name: [.customShort("s"), .long], help: "Print nothing.")
  var silent = false

  @Flag(name: .shortAndLong, help: "Tell where the flags of each file come from; -vv: all flags.")
  var verbose: Int

  @Flag(help: "List what was not or not fully analyzed, and calls judged by default.")
  var ledger = false

  @Flag(help: "Count the findings of each rule.")
  var statistics = false

  @Flag(help: "Tell how long the stages took.")
  var timings = false

  @Option(help: "Print an intermediate result instead of findings.")
  var emit: Options.Stage?

}

/// Options that ask for information.
struct InformationOptions: ParsableArguments {

  @Flag(help: "List all rules.")
  var listRules = false

  @Option(help: ArgumentHelp("Explain a rule.", valueName: "rule"))
  var explain: String?

  @Flag(help: "Show the resolved configuration.")
  var showSettings = false

  @Flag(help: "Show which files would be checked.")
  var showFiles = false

  @Option(help: ArgumentHelp("Tell why a function can collect, or not.", valueName: "function"))
  var explainGC: String?

  @Option(
    help: ArgumentHelp("Tell what is known at FILE:LINE or FILE:LINE:VARIABLE.", valueName: "place")
  )
  var why: String?

  @Flag(help: "Show what was found of libclang, headers and flags.")
  var doctor = false

  @Flag(name: [.customShort("V"), .long], help: "Show the version.")
  var version = false

}
