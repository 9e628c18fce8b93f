import Contracts
import Diagnostics
import IR

/// The settings of every folder that was asked for.
struct SettingsCatalog: Sendable {

  private let options: Options
  private let rules: [RuleInfo]
  private let keys: RuntimeKeys
  private var known: [String: Settings] = [:]

  /// The one configuration file that holds for all files, if the user named one.
  private let common: Settings?

  init(_ options: Options, rules: [RuleInfo]) throws(InputError) {
    self.options = options
    self.rules = rules
    keys = RuntimeKeys(rulesDirectory: options.rulesDirectory)
    if let path = options.configuration {
      let absolute = Path.join(options.workingDirectory, path)
      common = try Settings(
        options, try ConfigurationFile(at: absolute, keys), keys, rules: rules)
    } else if options.isIsolated {
      common = try Settings(options, nil, keys, rules: rules)
    } else {
      common = nil
    }
  }

  /// Returns the settings for `file`, an absolute path.
  mutating func settings(for file: String) throws(InputError) -> Settings {
    if let common { return common }
    let folder = Path.parent(of: Path.normalized(file))
    if let settings = known[folder] { return settings }
    let settings = try Settings(options, try .nearest(to: folder, keys), keys, rules: rules)
    known[folder] = settings
    return settings
  }

  /// Returns the modules with what the settings of their files say of functions.
  mutating func configured(_ modules: [Module]) throws(InputError) -> [Module] {
    var result: [Module] = []
    for module in modules {
      let functions = try settings(for: options.absolute(module.file)).functions
      do throws(ContractError) {
        result.append(try module.configured(by: functions))
      } catch {
        throw InputError("\(error.range.start.file):\(error.range.start.line): \(error.message)")
      }
    }
    return result
  }

  /// Returns the settings for the run as a whole: those of the first path.
  mutating func overall() throws(InputError) -> Settings {
    let first = options.paths.first { $0 != "-" } ?? "."
    let path = Path.normalized(Path.join(options.workingDirectory, first))
    return try settings(for: FileSystem.isDirectory(path) ? Path.join(path, "x") : path)
  }

}
