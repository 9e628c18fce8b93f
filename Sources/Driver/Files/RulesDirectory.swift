/// The folder that holds the packs and the pages of the rules.
public struct RulesDirectory: Sendable {

  /// The absolute path of the folder.
  public let path: String

  /// Finds the folder: at `requested`, in the environment, or near the executable.
  ///
  /// A development build, and one that pre-commit made, lie below the repository, so that an
  /// ancestor of the executable holds `rules/`; an installed one has it beside itself or below
  /// `../share/holdfast`.
  public init(requested: String?) throws(InputError) {
    if let path = requested ?? FileSystem.environment("HOLDFAST_RULES") {
      guard Self.holdsPacks(path) else {
        throw InputError("no rules in '\(path)': it holds no folder with a 'pack.toml'")
      }
      self.path = path
      return
    }
    let executable = FileSystem.resolved("/proc/self/exe") ?? CommandLine.arguments[0]
    let folder = Path.parent(of: executable)
    let candidates =
      [Path.join(folder, "rules"), Path.join(folder, "../share/holdfast/rules")]
      + Path.ancestors(of: folder).map { Path.join($0, "rules") }
    guard let found = candidates.first(where: Self.holdsPacks) else {
      throw InputError(
        "the folder 'rules' that belongs to \(executable) was not found",
        hint: "set HOLDFAST_RULES to the folder 'rules' of holdfast's repository")
    }
    path = Path.normalized(found)
  }

  /// Returns the runtimes that are described here, by name of their folders.
  func packs() throws(InputError) -> [Pack] {
    var packs: [Pack] = []
    for name in runtimes { packs.append(try Pack(in: Path.join(path, name))) }
    return packs
  }

  /// The names of the folders of the runtimes.
  var runtimes: [String] {
    FileSystem.names(in: path).filter { FileSystem.isFile("\(path)/\($0)/pack.toml") }
  }

  /// The folder of the headers that sources may include to describe their own functions.
  var include: String { Path.join(path, "include") }

  /// The annotated declarations of all runtimes and libraries, by name of their folders.
  var contracts: [String] {
    FileSystem.names(in: path).map { Path.join(path, $0 + "/contract.h") }
      .filter(FileSystem.isFile)
  }

  /// Returns the page of a rule in Markdown, if there is one.
  public func page(of rule: String) -> String? {
    FileSystem.text(of: Path.join(path, rule + ".md"))
  }

  /// The pages of all rules that have one, by the rule's name.
  var pages: [String: String] {
    Dictionary(
      allRules.compactMap { (rule) in page(of: rule.id).map { (rule.id, $0) } },
      uniquingKeysWith: { (first, _) in first })
  }

  /// Whether `path` holds at least one pack.
  private static func holdsPacks(_ path: String) -> Bool {
    FileSystem.names(in: path).contains { FileSystem.isFile("\(path)/\($0)/pack.toml") }
  }

}
