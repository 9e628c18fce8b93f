import Clang
import IR

/// What is the same for all programs of a run.
struct RunSetup {

  let options: Options
  let rules: RulesDirectory
  let packs: [Pack]
  let catalog: SettingsCatalog
  /// The settings of the run as a whole.
  let settings: Settings
  let library: Library
  /// The declarations that describe the runtimes.
  let contracts: [Module]

  /// The number of sources that are parsed at the same time.
  var jobs: Int { settings.jobs > 0 ? settings.jobs : availableProcessors() }

}
