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

/// A rule as it is listed in JSON.
private struct ListedRule: Encodable {

  let id: String
  let summary: String
  let defaultSeverity: String
  /// The page that explains it, in Markdown.
  let page: String?

  init(_ rule: RuleInfo, page: String? = nil) {
    id = rule.id
    summary = rule.summary
    defaultSeverity = rule.defaultSeverity.rawValue
    self.page = page
  }

}

/// Returns the rules as JSON.
public func rulesJSON() -> String { json(allRules.map { ListedRule($0) }) }

/// Returns a rule and the page that explains it as JSON.
public func ruleJSON(_ rule: String, page: String) -> String {
  allRules.first { $0.id == rule }.map { json(ListedRule($0, page: page)) } ?? ""
}

private func json(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
}

/// Returns what holds for the first path of `options`, a setting on each line, and where it comes
/// from.
public func settingsText(_ options: Options) throws(InputError) -> String {
  var catalog = try SettingsCatalog(options, rules: allRules)
  let settings = try catalog.overall()
  func quoted(_ list: [String]) -> String { "[" + list.joined(separator: ", ") + "]" }
  let values: KeyValuePairs<String, String> = [
    "select": settings.select.map(quoted) ?? "the default rules",
    "ignore": quoted(settings.ignore), "extend-select": quoted(settings.extendSelect),
    "exclude": "\(settings.exclude.count) patterns",
    "include": settings.include.map { "\($0.count) patterns" } ?? "all sources",
    "compile-commands": settings.compileCommands ?? "searched for",
    "extra-args": quoted(settings.extraArguments),
    "extra-args-before": quoted(settings.extraArgumentsBefore),
    "removed-args": quoted(settings.removedArguments), "abi": settings.abi ?? "the default",
    "runtime-include": settings.runtimeInclude ?? "searched for",
    "program": settings.program ?? "none",
    "header-filter": settings.headerFilter ?? "the headers of the project",
    "respect-gitignore": "\(settings.respectsGitIgnore)",
    "fail-on": settings.failOn == .off ? "never" : settings.failOn.rawValue,
    "output-format": (settings.outputFormat ?? .full).rawValue,
    "path-notes": (settings.pathNotes ?? .short).rawValue,
    "gc-model": settings.gcModel.rawValue, "baseline": settings.baseline ?? "none",
    "jobs": "\(settings.jobs)",
  ]
  let lines = values.map { (key, value) in
    "\(key) = \(value)  # \(settings.origins[key] ?? "default")\n"
  }
  let configurations = settings.configurations.map { (configuration) in
    "configurations.\(configuration.name) = \(quoted(configuration.flags))"
      + "  # \(settings.origins["configurations"] ?? "")\n"
  }
  let functions = settings.functions.map { (function) in
    "functions.\(function.name) = { \(function.text) }  # \(function.range.start.file)\n"
  }
  let rules = allRules.map { (rule) in
    let severity = settings.severity(of: rule, inFile: Path.join(settings.root, "x"))
    let isSet = settings.severities[rule.id] != nil
    let origin = (isSet ? settings.origins["severity"] : nil) ?? "default"
    return "severity.\(rule.id) = \(severity)  # \(origin)\n"
  }
  return "configuration = \(settings.configuration ?? "none")\n" + lines.joined()
    + configurations.joined() + rules.joined() + functions.joined()
}

/// Returns the files that `options` name, a line each.
public func filesText(_ options: Options) throws(InputError) -> String {
  let packs = try RulesDirectory(requested: options.rulesDirectory).packs()
  let catalog = try SettingsCatalog(options, rules: allRules)
  let discovery = try SourceDiscovery(options: options, settings: catalog, packs: packs)
  return discovery.files.map { $0 + "\n" }.joined()
}

/// Returns what was found of libclang, headers and flags, what is missing, and whether nothing is.
public func doctorText(_ options: Options) -> (text: String, isFine: Bool) {
  var lines = ["holdfast \(holdfastVersion)", libclangText(explicitPath: options.libclang)]
  var isFine = true
  do throws(InputError) {
    let library = try openLibrary(options)
    let found = library.builtinHeaderArguments.joined(separator: " ")
    let headers = options.resourceDirectory ?? (found.isEmpty ? "libclang's own" : found)
    lines.append("the compiler's headers: \(headers)")
    let rules = try RulesDirectory(requested: options.rulesDirectory)
    lines.append("rules: \(rules.path)")
    let packs = try rules.packs()
    var catalog = try SettingsCatalog(options, rules: allRules)
    let plans = try ProgramPlan.all(options, try catalog.overall(), catalog, packs, rules)
    let installations = PythonInstallations(
      roots: [options.workingDirectory], python: options.python)
    for pack in packs {
      let version = installations.version(ofPackage: pack.name.lowercased())
      lines.append("runtime: \(pack.name), installed version: \(version ?? "none")")
    }
    for plan in plans {
      lines += plan.configuration.map { ["\(named([$0.name])):"] } ?? []
      lines += plan.sources.skipped.map { "\($0.file) skipped: \($0.reason)" }
      lines += plan.sources.log
    }
    let failures = try checkedRun(options).report.failures
    isFine = failures.isEmpty
    for failure in failures {
      lines += ["error: \(failure.message)"] + (failure.hint.map { ["hint: \($0)"] } ?? [])
    }
  } catch {
    lines.append("error: \(error.description)")
    isFine = false
  }
  return (lines.map { $0 + "\n" }.joined(), isFine)
}

/// Returns the absolute path of the folder that a user in `directory` calls `path`.
public func resolvedFolder(_ path: String, in directory: String) -> String {
  let absolute = Path.normalized(Path.join(directory, path))
  return FileSystem.resolved(absolute) ?? absolute
}

/// Returns the folder of the version control system that contains `directory`, or `directory`.
public func repositoryRoot(of directory: String) -> String {
  ([directory] + Path.ancestors(of: directory)).first {
    FileSystem.kind(of: Path.join($0, ".git")) != nil
  } ?? directory
}
