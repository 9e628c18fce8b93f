import Diagnostics

extension Settings {

  /// Combines the command line with the configuration file that is nearest, if any.
  init(
    _ options: Options, _ file: ConfigurationFile?, _ keys: RuntimeKeys, rules: [RuleInfo]
  ) throws(InputError) {
    let given = try ConfigurationFile(
      options.overrides, workingDirectory: options.workingDirectory, keys)
    let values = SettingsReader(given, file, rules: rules)
    func path(_ option: String?, _ key: String) -> String? {
      option.map { Path.join(options.workingDirectory, $0) } ?? values.path(key)
    }
    configuration = file?.path
    origins = values.origins(with: options)
    root = file?.directory ?? options.workingDirectory
    try values.checkRules(options)
    let selected = try values.rules("select")
    select = options.select ?? selected
    functions = values.functions
    ignore = options.ignore + (try values.rules("ignore") ?? [])
    extendSelect = options.extendSelect + (try values.rules("extend-select") ?? [])
    severities = try values.severities()
    perFileIgnores = try values.perFileIgnores()
    let patterns = options.exclude ?? values.texts("exclude") ?? []
    exclude = (patterns + (values.texts("extend-exclude") ?? []) + options.extendExclude)
      .map { GlobPattern($0) }
    include = values.texts("include")?.map { GlobPattern($0) }
    compileCommands = path(options.compileCommands, "compile-commands")
    extraArguments = values.flags("extra-args") + options.permitted(options.extraArguments)
    extraArgumentsBefore =
      values.flags("extra-args-before") + options.permitted(options.extraArgumentsBefore)
    removedArguments = (values.texts("removed-args") ?? []) + options.removedArguments
    configurations = try values.configurations()
    abi = options.abi ?? values.text("abi")
    runtimeInclude = path(options.runtimeInclude, "runtime-include")
    let threshold = try values.failureThreshold()
    failOn = options.failOn ?? threshold ?? .warning
    outputFormat = try values.choice("output-format")
    pathNotes = try values.choice("path-notes")
    baseline = path(options.baseline, "baseline")
    let model: Options.GCModel? = try values.choice("gc-model")
    gcModel = options.gcModel ?? model ?? .normal
    jobs = try values.jobs(options.jobs)
    program = path(options.program, "program")
    headerFilter = try values.headerFilter(options.headerFilter)
    respectsGitIgnore = options.respectsGitIgnore ?? values.boolean("respect-gitignore") ?? false
  }

}
