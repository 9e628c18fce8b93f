import Contracts
import Diagnostics

/// What holds for the files of one folder: the command line, then the configuration file, then
/// the defaults.
public struct Settings: Sendable {

  /// The configuration file that was used.
  public let configuration: String?
  /// Where each value that is not a default comes from, by the key of the configuration.
  let origins: [String: String]
  /// The folder to which patterns are relative.
  let root: String

  /// The only rules that apply, if not those that are on by default.
  let select: [String]?
  /// The rules that do not apply.
  let ignore: [String]
  /// Rules that apply besides.
  let extendSelect: [String]
  /// The severities that differ from the defaults.
  let severities: [String: Severity]
  /// Rules that do not apply to some files.
  let perFileIgnores: [PerFileIgnore]
  /// Patterns of paths that are left out.
  let exclude: [GlobPattern]
  /// Patterns of the only paths that are found in folders; `nil` if all sources are.
  let include: [GlobPattern]?

  /// What functions do, whatever their declarations and bodies say.
  let functions: [ConfiguredFunction]

  /// The compilation database or its folder, as an absolute path.
  let compileCommands: String?
  /// Flags that are added behind all others.
  let extraArguments: [String]
  /// Flags that are added before all others.
  let extraArgumentsBefore: [String]
  /// Flags that are left out.
  let removedArguments: [String]
  /// The configurations that are analyzed if all are, instead of those of a database.
  let configurations: [BuildConfiguration]
  /// The name of the runtime's binary interface.
  let abi: String?
  /// The folder of the runtime's headers.
  let runtimeInclude: String?

  /// The lowest severity that fails the run.
  public let failOn: Severity
  /// The name of the output format that the configuration asks for.
  public let outputFormat: OutputFormat?
  /// How many steps are printed under a finding.
  public let pathNotes: PathNotes?
  /// The baseline, as an absolute path.
  public let baseline: String?
  /// Which calls are taken to collect.
  public let gcModel: Options.GCModel
  /// The number of files that are parsed at the same time; 0 for one on each processor.
  public let jobs: Int
  /// A folder whose files belong to the program although they are not checked.
  public let program: String?
  /// The headers in which findings are reported, as an expression; `nil` for the project's.
  let headerFilter: String?
  /// Whether files that Git ignores are left out of folders.
  let respectsGitIgnore: Bool

  /// Rules that do not apply to the files that a pattern matches.
  struct PerFileIgnore: Sendable {
    let pattern: GlobPattern
    let rules: [String]
  }

  /// Throws if something does not exist that the user named.
  func checkFolders() throws(InputError) {
    if let program, FileSystem.kind(of: program) == nil {
      throw InputError("the rest of the program, '\(program)': no such file or directory")
    }
    if let runtimeInclude, !FileSystem.isDirectory(runtimeInclude) {
      throw InputError("the folder of the runtime's headers, '\(runtimeInclude)', does not exist")
    }
  }

  /// Whether exclusion patterns match `file`, an absolute path.
  func isExcluded(_ file: String) -> Bool {
    guard let relative = Path.relative(file, to: root) else { return false }
    return exclude.contains { $0.matches(relative) }
  }

  /// Whether a walk through folders is to find the source `file`, an absolute path.
  func isIncluded(_ file: String) -> Bool {
    guard let include, let relative = Path.relative(file, to: root) else { return true }
    return include.contains { $0.matches(relative) }
  }

  /// Returns the severity of a rule's findings in `file`, an absolute path.
  func severity(of rule: RuleInfo, inFile file: String) -> Severity {
    func names(_ list: [String]) -> Bool { list.contains { Self.matches(rule.id, $0) } }
    let isSelected = select.map(names) ?? (rule.defaultSeverity != .off)
    let configured = severities[rule.id]
    guard isSelected || names(extendSelect) || (select == nil && configured != nil),
      !names(ignore)
    else { return .off }
    let relative = Path.relative(file, to: root) ?? file
    if perFileIgnores.contains(where: { $0.pattern.matches(relative) && names($0.rules) }) {
      return .off
    }
    return configured ?? (rule.defaultSeverity == .off ? .warning : rule.defaultSeverity)
  }

  /// Whether the selector names the rule: its name, a name that ends in `*`, or `all`.
  static func matches(_ rule: String, _ selector: String) -> Bool {
    if selector.lowercased() == "all" { return true }
    return selector.hasSuffix("*") ? rule.hasPrefix(selector.dropLast()) : rule == selector
  }

}
