import Diagnostics
import Driver

extension InputOptions {

  /// Returns what the arguments ask the driver to do; `compilerFlags` stood behind `--`.
  func options(compilerFlags: [String]?) throws -> Options {
    var options = Options()
    options.paths = paths.isEmpty ? ["."] : paths
    options.compilerFlags = compilerFlags
    options.jobs = jobs
    selection.apply(to: &options)
    try files.apply(to: &options)
    compilation.apply(to: &options)
    options.giveUp = Terminal.giveUp
    if paths.contains("-") { options.standardInput = try Terminal.readInput() }
    return options
  }

}

extension SelectionOptions {

  /// Sets what these options say.
  fileprivate func apply(to options: inout Options) {
    options.select = select.isEmpty ? nil : separated(select)
    options.ignore = separated(ignore)
    options.extendSelect = separated(extendSelect)
    options.failOn = failOn?.severity
    options.gcModel = gcModel
    options.baseline = baseline
    options.writeBaseline = writeBaseline
    options.obeysSuppressions = !ignoreSuppressions
  }

}

extension FileOptions {

  /// Sets what these options say.
  fileprivate func apply(to options: inout Options) throws {
    options.exclude = exclude.isEmpty ? nil : separated(exclude)
    options.extendExclude = separated(extendExclude)
    options.forceExclude = forceExclude
    options.respectsGitIgnore = respectGitignore
    options.headerFilter = headerFilter
    options.standardInputName = stdinFilename
    let isOverride = { (text: String) in text.contains("=") && !FileSystem.isFile(text) }
    options.overrides = config.filter(isOverride)
    let files = config.filter { !isOverride($0) }
    if files.count > 1 { throw InputError("--config names more than one file") }
    options.configuration = files.first
    options.isIsolated = isolated
    options.program = program
    options.usesCache = !noCache && FileSystem.environment("HOLDFAST_NO_CACHE") == nil
    options.cacheDirectory = cacheDir ?? FileSystem.environment("HOLDFAST_CACHE_DIR")
  }

}

extension CompilationOptions {

  /// Sets what these options say.
  fileprivate func apply(to options: inout Options) {
    options.compileCommands = compileCommands
    options.analyzesAllConfigurations = allConfigs
    options.extraArguments = extraArg
    options.extraArgumentsBefore = extraArgBefore
    options.removedArguments = removedArg
    options.abi = abi
    options.runtimeInclude = runtimeInclude
    options.python = python
    options.libclang = libclang
    options.resourceDirectory = resourceDir
  }

}

/// Returns the items of comma-separated lists.
private func separated(_ lists: [String]) -> [String] {
  lists.flatMap { $0.split(separator: ",").map(String.init) }
}
