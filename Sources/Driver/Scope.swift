import Diagnostics

/// In which files findings are reported, and how severely.
struct Scope {

  /// A folder with sources that are checked, and what holds for other files in it.
  private struct Project {
    let root: String
    let settings: Settings
    /// Tells in which headers findings are reported, if the user said so.
    let filter: RegularExpression?
  }

  /// What holds for each file that is checked.
  private let settings: [String: Settings]
  /// The projects that are checked.
  private let projects: [Project]
  /// Folders of headers that belong to the system.
  private let systemFolders: Set<String>
  /// The files in which nothing is reported.
  private let context: Set<String>
  private let packs: [Pack]
  private let workingDirectory: String
  private let rules: [String: RuleInfo]

  /// Creates the scope of a run that checks sources parsed with `commands`, and reports nothing in
  /// the files `context`.
  init(
    _ commands: [ParseCommand], context: Set<String>, packs: [Pack], workingDirectory: String
  ) {
    self.context = context
    settings = Dictionary(
      commands.map { ($0.file, $0.settings) }, uniquingKeysWith: { (first, _) in first })
    var roots: Set<String> = []
    projects = commands.filter { roots.insert($0.projectRoot).inserted }.map {
      Project(
        root: $0.projectRoot, settings: $0.settings,
        filter: $0.settings.headerFilter.flatMap { try? RegularExpression($0, from: "") })
    }
    systemFolders = Set(commands.flatMap { Self.systemFolders(in: $0.arguments) })
      .union(["/usr/include", "/usr/lib", "/usr/local/include"])
    self.packs = packs
    self.workingDirectory = workingDirectory
    rules = Dictionary(
      allRules.map { ($0.id, $0) }, uniquingKeysWith: { (first, _) in first })
  }

  /// Returns a finding with its severity in the file where it is, unless it is not reported there.
  func judged(_ diagnostic: Diagnostic) -> Diagnostic? {
    let path = Path.normalized(Path.join(workingDirectory, diagnostic.range.start.file))
    guard let settings = settings(for: path, shown: diagnostic.range.start.file) else { return nil }
    guard let rule = rules[diagnostic.rule] else { return diagnostic }
    let severity = settings.severity(of: rule, inFile: path)
    if severity == .off { return nil }
    let isConfigured = settings.severities[rule.id] != nil || diagnostic.severity == .off
    return diagnostic.with(severity: isConfigured ? severity : diagnostic.severity)
  }

  /// Returns what holds for a file: a source that is checked, or a header of its project.
  private func settings(for path: String, shown: String) -> Settings? {
    if context.contains(shown) { return nil }
    if let own = settings[shown] { return own }
    if packs.contains(where: { isForeign(path, to: $0) }) { return nil }
    let isSystem = systemFolders.contains { Path.relative(path, to: $0) != nil }
    return projects.first { (project) in
      if let filter = project.filter {
        return !isSystem && (filter.matches(path) || filter.matches(shown))
      }
      guard let relative = Path.relative(path, to: project.root) else { return false }
      return !relative.split(separator: "/").dropLast().contains {
        SkippedFolders.contain(String($0))
      }
    }?.settings
  }

  /// Returns the folders of headers that flags call those of the system.
  private static func systemFolders(in arguments: [String]) -> [String] {
    zip(arguments, arguments.dropFirst()).filter { $0.0 == "-isystem" }.map(\.1)
  }

  /// Whether a file belongs to a runtime and not to its users.
  private func isForeign(_ path: String, to pack: Pack) -> Bool {
    Path.relative(path, to: pack.directory) != nil || pack.isRuntimeSource(path)
      || pack.packageIncludes.contains { path.contains("/" + $0 + "/") }
  }

}
