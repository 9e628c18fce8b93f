/// Which sources are one program, and how they are parsed.
struct ProgramPlan {

  /// The configuration in which they are; `nil` if there is but one.
  let configuration: BuildConfiguration?
  /// The sources that are checked.
  let sources: SourcePlan
  /// The rest of the program, if the settings name a folder that holds it.
  let context: SourcePlan?

  /// Returns the programs that a run analyzes: one for each configuration if all are asked for.
  static func all(
    _ options: Options, _ settings: Settings, _ catalog: SettingsCatalog, _ packs: [Pack],
    _ rules: RulesDirectory
  ) throws(InputError) -> [ProgramPlan] {
    let found = try SourceDiscovery(options: options, settings: catalog, packs: packs)
    var further: SourceDiscovery?
    if let folder = settings.program {
      var contextOptions = options
      contextOptions.paths = [folder]
      further = try SourceDiscovery(options: contextOptions, settings: catalog, packs: packs)
    }
    var resolver = FlagResolver(options: options, settings: catalog, packs: packs, rules: rules)
    var configurations: [BuildConfiguration] = []
    if options.analyzesAllConfigurations {
      configurations = try resolver.configurations(of: found.files, settings)
    }
    var plans: [ProgramPlan] = []
    for configuration in configurations.isEmpty ? [nil] : configurations.map(Optional.some) {
      resolver.configuration = configuration
      let sources = try SourcePlan(found, resolver, options)
      let context = try further.map { (rest) throws(InputError) in
        try SourcePlan(rest, resolver, options).without(files: Set(sources.commands.map(\.file)))
      }
      plans.append(.init(configuration: configuration, sources: sources, context: context))
    }
    return plans
  }

  /// The number of sources that are parsed in any case.
  var sourceCount: Int { sources.commands.count + (context?.commands.count ?? 0) }

}
