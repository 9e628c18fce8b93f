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
      Exit status: 0 nothing found, 1 findings, 2 the job could not be done.
      """)

  @Argument(help: "Files and folders to check.")
  var paths: [String] = []

  /// The flags behind `--`; they are taken off before the arguments are parsed.
  var compilerFlags: [String]? = nil

  @OptionGroup(title: "What to report")
  var selection: SelectionOptions

  @OptionGroup(title: "Which files")
  var files: FileOptions

  @OptionGroup(title: "How sources are compiled")
  var compilation: CompilationOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Information instead of a check")
  var information: InformationOptions

  @Option(
    name: [.customShort("j"), .long], help: "Files parsed at the same time; 0: one per processor.")
  var jobs: Int?

  enum CodingKeys: String, CodingKey {
    case paths, selection, files, compilation, output, information, jobs
  }

}

/// Options that choose rules and findings.
struct SelectionOptions: ParsableArguments {

  @Option(help: ArgumentHelp("Apply only these rules.", valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Do not apply these rules.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Apply these rules besides.", valueName: "rules"))
  var extendSelect: [String] = []

  @Option(help: "The lowest severity that fails the run.")
  var failOn: FailureThreshold?

  @Flag(help: "Exit with 0 although there are findings.")
  var exitZero = false

  @Option(help: "Which calls are taken to collect.")
  var gcModel: Options.GCModel?

  @Option(help: ArgumentHelp("Do not report the findings in this file.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write all findings to this file.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Report what comments in the sources suppress.")
  var ignoreSuppressions = false

}

/// Options that choose files and configuration.
struct FileOptions: ParsableArguments {

  @Option(help: ArgumentHelp("Leave out what matches, not what is configured.", valueName: "glob"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Leave out what matches, too.", valueName: "glob"))
  var extendExclude: [String] = []

  @Flag(help: "Leave out excluded files also when they are named.")
  var forceExclude = false

  @Option(help: ArgumentHelp("The name of what is read from -.", valueName: "path"))
  var stdinFilename: String?

  @Option(help: ArgumentHelp("Use this configuration file for all sources.", valueName: "file"))
  var config: String?

  @Flag(help: "Use no configuration file.")
  var isolated = false

  @Option(
    help: ArgumentHelp("The rest of the program, in which nothing is reported.", valueName: "dir"))
  var program: String?

}

/// Options that say how sources are parsed.
struct CompilationOptions: ParsableArguments {

  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp("A compile_commands.json, or its folder.", valueName: "path"))
  var compileCommands: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Add a compiler flag at the end.", valueName: "flag"))
  var extraArg: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Add a compiler flag at the front.", valueName: "flag"))
  var extraArgBefore: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Leave out a compiler flag.", valueName: "flag"))
  var removedArg: [String] = []

  @Option(help: "The binary interface that sources are compiled for.")
  var abi: String?

  @Option(help: ArgumentHelp("The folder of the runtime's headers.", valueName: "dir"))
  var runtimeInclude: String?

  @Option(
    help: ArgumentHelp("The Python whose packages hold headers; never run.", valueName: "exe"))
  var python: String?

  @Option(help: ArgumentHelp("The path of libclang or its folder.", valueName: "path"))
  var libclang: String?

  @Option(help: ArgumentHelp("The folder of the compiler's own headers.", valueName: "dir"))
  var resourceDir: String?

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

  @Option(help: "How many of the steps to a finding are printed.")
  var pathNotes: PathNotes?

  @Option(help: "Whether the output is coloured.")
  var color: Terminal.ColorChoice = .auto

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

  @Flag(help: "Show what was found of libclang, headers and flags.")
  var doctor = false

  @Flag(name: [.customShort("V"), .long], help: "Show the version.")
  var version = false

}
