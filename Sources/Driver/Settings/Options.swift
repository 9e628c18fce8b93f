import Diagnostics
import Lifetimes

/// What a run is asked to do.
///
/// `nil` means that the user said nothing on the command line; a configuration file or the default
/// decides then.
public struct Options: Sendable {

  /// Which calls are taken to collect.
  public enum GCModel: String, CaseIterable, Sendable {
    /// Those whose contract says so.
    case normal
    /// Every call that can reach the runtime.
    case strict
  }

  /// An intermediate result that can be printed instead of findings.
  public enum Stage: String, CaseIterable, Sendable {
    /// The functions after lowering.
    case ir
    /// The state of the analysis before each instruction.
    case states
  }

  /// The files and folders to check; `-` is the standard input.
  public var paths: [String] = ["."]
  /// The folder to which relative paths refer.
  public var workingDirectory: String
  /// The name under which the standard input is checked.
  public var standardInputName: String?
  /// The text of the standard input.
  public var standardInput: [UInt8] = []

  /// The flags behind `--`, which replace those of a compilation database.
  public var compilerFlags: [String]?
  /// The compilation database, or the folder that holds it.
  public var compileCommands: String?
  /// Flags that are added behind all others.
  public var extraArguments: [String] = []
  /// Flags that are added before all others.
  public var extraArgumentsBefore: [String] = []
  /// Flags that are left out.
  public var removedArguments: [String] = []
  /// Whether the program is analyzed in each of its configurations, and not in the first only.
  public var analyzesAllConfigurations = false
  /// The name of the runtime's binary interface, as its pack calls it.
  public var abi: String?
  /// The folder of the runtime's headers.
  public var runtimeInclude: String?
  /// The Python executable in whose packages headers are looked up; it is never run.
  public var python: String?

  /// The only rules to apply, instead of those that are on by default.
  public var select: [String]?
  /// The rules not to apply.
  public var ignore: [String] = []
  /// Rules to apply besides.
  public var extendSelect: [String] = []
  /// The lowest severity that fails the run; `off` if none does.
  public var failOn: Severity?
  /// Which calls are taken to collect.
  public var gcModel: GCModel?
  /// Whether suppression comments are obeyed.
  public var obeysSuppressions = true
  /// The file of findings that are not reported.
  public var baseline: String?
  /// The file to which all findings are written as a new baseline.
  public var writeBaseline: String?

  /// Patterns of paths that are left out, instead of the configured ones.
  public var exclude: [String]?
  /// Patterns of paths that are left out besides.
  public var extendExclude: [String] = []
  /// Whether exclusion applies also to files that are named in `paths`.
  public var forceExclude = false
  /// Whether files that Git ignores are left out of folders.
  public var respectsGitIgnore: Bool?
  /// The headers in which findings are reported, as an expression, instead of the project's.
  public var headerFilter: String?

  /// The configuration file to use for all files.
  public var configuration: String?
  /// Settings that win over those of configuration files, each a line of TOML.
  public var overrides: [String] = []
  /// Whether configuration files are disregarded.
  public var isIsolated = false

  /// The path of libclang or of the folder that holds it.
  public var libclang: String?
  /// The folder that holds libclang's own headers.
  public var resourceDirectory: String?
  /// The folder of contracts and rule pages.
  public var rulesDirectory: String?
  /// A folder whose files belong to the program although they are not checked.
  public var program: String?
  /// Whether summaries of other sources are taken from earlier runs, and kept for later ones.
  public var usesCache = false
  /// The folder for summaries, instead of one at the top of the project.
  public var cacheDirectory: String?
  /// The number of files that are parsed at the same time; 0 for one on each processor.
  public var jobs: Int?
  /// How much work the analysis may be. Not for users: it is enough for all code that is meant.
  public var workLimits = WorkLimits()
  /// Whether the states of the analysis are kept for explanations.
  public var keepsStates = false
  /// The intermediate result to print.
  public var emit: Stage?

  /// Told of each source, and how many there are, when its parse begins.
  public var onProgress: (@Sendable (_ file: String, _ count: Int) -> Void)?
  /// Ends the process when a source cannot be parsed with the time and memory that there are.
  public var giveUp: (@Sendable (InputError) -> Void)?

  /// Whether the states of the analysis are needed.
  var needsStates: Bool { emit == .states || keepsStates }

  /// The keys of the configuration on which the command line decides.
  var decidedKeys: [String] {
    let isGiven: KeyValuePairs<String, Bool> = [
      "select": select != nil, "exclude": exclude != nil, "abi": abi != nil,
      "compile-commands": compileCommands != nil, "runtime-include": runtimeInclude != nil,
      "fail-on": failOn != nil, "gc-model": gcModel != nil, "baseline": baseline != nil,
      "jobs": jobs != nil, "program": program != nil, "header-filter": headerFilter != nil,
      "respect-gitignore": respectsGitIgnore != nil,
    ]
    return isGiven.filter(\.value).map(\.key)
  }

  /// The keys of the configuration to which the command line adds.
  var extendedKeys: [String] {
    let isGiven: KeyValuePairs<String, Bool> = [
      "ignore": !ignore.isEmpty, "extend-select": !extendSelect.isEmpty,
      "extend-exclude": !extendExclude.isEmpty, "extra-args": !extraArguments.isEmpty,
      "extra-args-before": !extraArgumentsBefore.isEmpty,
      "removed-args": !removedArguments.isEmpty,
    ]
    return isGiven.filter(\.value).map(\.key)
  }

  public init(workingDirectory: String = FileSystem.workingDirectory) {
    self.workingDirectory = workingDirectory
  }

  /// Returns what may be passed to the compiler of flags that the user gave.
  func permitted(_ flags: [String]) -> [String] {
    CompilerArguments.permitted(flags, relativeTo: workingDirectory)
  }

  /// Returns `path`, which is relative to the working directory, as seen from anywhere.
  func absolute(_ path: String) -> String { Path.join(workingDirectory, path) }

}
