import ArgumentParser
import Diagnostics
import Driver

/// What is checked, and how; common to all commands.
struct InputOptions: ParsableArguments {

  @Argument(help: "Files and folders to check.")
  var paths: [String] = []

  @Option(
    name: [.customShort("j"), .long], parsing: .unconditional,
    help: "Files parsed at the same time; 0: one per processor.")
  var jobs: Int?

  @OptionGroup(title: "What to report")
  var selection: SelectionOptions

  @OptionGroup(title: "Which files")
  var files: FileOptions

  @OptionGroup(title: "How sources are compiled")
  var compilation: CompilationOptions

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

  @Flag(help: "Exit with 2 if a function was not fully analyzed.")
  var strictLimits = false

  @Flag(help: "Exit with 0 although there are findings.")
  var exitZero = false

  @Option(help: "Which calls are taken to collect.")
  var gcModel: Options.GCModel?

  @Option(help: ArgumentHelp("Do not report the findings in this file.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write all findings to this file.", valueName: "file"))
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "Write comments into the sources that suppress all findings; --add-suppressions=<reason> "
        + "says why.", valueName: "reason"))
  var addSuppressions: String?

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

  @Flag(
    inversion: .prefixedNo, help: "Leave out of folders what .gitignore files leave out.")
  var respectGitignore: Bool?

  @Option(
    help: ArgumentHelp(
      "Report findings in headers that match, and only there; the default is those of the project.",
      valueName: "regex"))
  var headerFilter: String?

  @Option(help: ArgumentHelp("The name of what is read from -.", valueName: "path"))
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp(
      "Use this configuration file for all sources, or set a key; may be repeated.",
      valueName: "file|'key = value'"))
  var config: [String] = []

  @Flag(help: "Use no configuration file.")
  var isolated = false

  @Flag(help: "Take nothing from earlier runs, and keep nothing for later ones.")
  var noCache = false

  @Option(help: ArgumentHelp("Where to keep what later runs need.", valueName: "dir"))
  var cacheDir: String?

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

  @Flag(help: "Analyze each way in which the database, or the configuration, compiles the program.")
  var allConfigs = false

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
