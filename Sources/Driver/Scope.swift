import Diagnostics

/// In which files findings are reported, and how severely.
struct Scope {

  /// What holds for each file that is checked.
  private let settings: [String: Settings]
  /// The folders of the projects that are checked, and what holds for other files in them.
  private let projects: [(root: String, settings: Settings)]
  /// The files in which nothing is reported.
  private let context: Set<String>
  private let packs: [Pack]
  private let workingDirectory: String
  private let rules: [String: RuleInfo]

  init(plan: SourcePlan, context: [ParseCommand], packs: [Pack], workingDirectory: String) {
    self.context = Set(context.map(\.file))
    settings = Dictionary(
      plan.commands.map { ($0.file, $0.settings) }, uniquingKeysWith: { (first, _) in first })
    var roots: Set<String> = []
    projects = plan.commands.filter { roots.insert($0.projectRoot).inserted }
      .map { ($0.projectRoot, $0.settings) }
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
    return projects.first { (project) in
      guard let relative = Path.relative(path, to: project.root) else { return false }
      return !relative.split(separator: "/").dropLast().contains {
        SkippedFolders.contain(String($0))
      }
    }?.settings
  }

  /// Whether a file belongs to a runtime and not to its users.
  private func isForeign(_ path: String, to pack: Pack) -> Bool {
    Path.relative(path, to: pack.directory) != nil || pack.isRuntimeSource(path)
      || pack.packageIncludes.contains { path.contains("/" + $0 + "/") }
  }

}
