import Clang
import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Returns a line that names libclang, or says why there is none.
public func libclangText(explicitPath: String?) -> String {
  var options = Options()
  options.libclang = explicitPath
  do throws(InputError) {
    let library = try openLibrary(options)
    return "libclang: \(library.version) (\(library.path))"
  } catch {
    return "libclang: \(error.description)"
  }
}

/// Returns the rules as JSON.
public func rulesJSON() -> String {
  /// A rule as it is listed.
  struct Listed: Encodable {
    let id: String
    let summary: String
    let defaultSeverity: String
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  let rules = allRules.map {
    Listed(id: $0.id, summary: $0.summary, defaultSeverity: $0.defaultSeverity.rawValue)
  }
  return (try? encoder.encode(rules)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
}

/// Returns what holds for the first path of `options`, a setting on each line.
public func settingsText(_ options: Options) throws(InputError) -> String {
  var catalog = try SettingsCatalog(options, rules: allRules)
  let settings = try catalog.overall()
  func quoted(_ list: [String]) -> String { "[" + list.joined(separator: ", ") + "]" }
  let values: KeyValuePairs<String, String> = [
    "configuration": settings.configuration ?? "none",
    "select": settings.select.map(quoted) ?? "the default rules",
    "ignore": quoted(settings.ignore), "extend-select": quoted(settings.extendSelect),
    "exclude": "\(settings.exclude.count) patterns",
    "compile-commands": settings.compileCommands ?? "searched for",
    "extra-args": quoted(settings.extraArguments),
    "extra-args-before": quoted(settings.extraArgumentsBefore),
    "removed-args": quoted(settings.removedArguments), "abi": settings.abi ?? "the default",
    "runtime-include": settings.runtimeInclude ?? "searched for",
    "fail-on": settings.failOn == .off ? "never" : settings.failOn.rawValue,
    "gc-model": settings.gcModel.rawValue, "baseline": settings.baseline ?? "none",
    "jobs": "\(settings.jobs)",
  ]
  let functions = settings.functions.map { "functions.\($0.name) = { \($0.text) }\n" }
  let rules = allRules.map { (rule) in
    "severity.\(rule.id) = \(settings.severity(of: rule, inFile: Path.join(settings.root, "x")))\n"
  }
  return values.map { "\($0.key) = \($0.value)\n" }.joined() + rules.joined() + functions.joined()
}

/// Returns the files that `options` name, a line each.
public func filesText(_ options: Options) throws(InputError) -> String {
  let packs = try RulesDirectory(requested: options.rulesDirectory).packs()
  let catalog = try SettingsCatalog(options, rules: allRules)
  let discovery = try SourceDiscovery(options: options, settings: catalog, packs: packs)
  return discovery.files.map { $0 + "\n" }.joined()
}

/// Returns what was found of libclang, headers and flags, and what is missing.
public func doctorText(_ options: Options) -> String {
  var lines = ["holdfast \(holdfastVersion)", libclangText(explicitPath: options.libclang)]
  do throws(InputError) {
    let rules = try RulesDirectory(requested: options.rulesDirectory)
    lines.append("rules: \(rules.path)")
    let packs = try rules.packs()
    let catalog = try SettingsCatalog(options, rules: allRules)
    let plan = try SourcePlan(options, catalog: catalog, packs: packs, rules: rules)
    let installations = PythonInstallations(
      roots: [options.workingDirectory], python: options.python)
    for pack in packs {
      let version = installations.version(ofPackage: pack.name.lowercased())
      lines.append("runtime: \(pack.name), installed version: \(version ?? "none")")
    }
    lines += plan.failures.map(\.message)
    lines += plan.skipped.map { "\($0.file) skipped: \($0.reason)" }
    lines += plan.log
    lines += try checkedRun(options).report.failures.map(\.message)
  } catch {
    lines.append("error: \(error.description)")
  }
  return lines.map { $0 + "\n" }.joined()
}

/// Returns the folder of the version control system that contains `directory`, or `directory`.
public func repositoryRoot(of directory: String) -> String {
  ([directory] + Path.ancestors(of: directory)).first {
    FileSystem.kind(of: Path.join($0, ".git")) != nil
  } ?? directory
}
