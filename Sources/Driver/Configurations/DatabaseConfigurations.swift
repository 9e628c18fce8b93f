/// The configurations in which the sources of compilation databases are compiled.
///
/// Of a source with several entries, what these do not share tells the configurations.
struct DatabaseConfigurations {

  /// The configurations, in the order in which they first occur; none if nothing is compiled in
  /// several.
  let all: [BuildConfiguration]

  /// Finds the configurations of sources whose entries have the flags `sources`.
  init(_ sources: [[[String]]]) {
    var lists: [[String]] = []
    var known: Set<[String]> = []
    for entries in sources where entries.count > 1 {
      for flags in FlagDifferences(entries).flags where known.insert(flags).inserted {
        lists.append(flags)
      }
    }
    let sets = lists.map(CompilerArguments.set)
    all = zip(Self.names(of: lists), lists).enumerated().map { (index, configuration) in
      let others = sets[..<index] + sets[(index + 1)...]
      return BuildConfiguration(
        name: configuration.0, flags: configuration.1, origin: .database(others: Array(others)))
    }
  }

  /// Returns a name for each list of flags: its macros, or all of it if they do not tell the lists
  /// apart.
  private static func names(of lists: [[String]]) -> [String] {
    let macros = lists.map { $0.filter { $0.hasPrefix("-D") || $0.hasPrefix("-U") } }
    let isClear =
      Set(macros).count == lists.count && zip(macros, lists).allSatisfy { $0.isEmpty == $1.isEmpty }
    return (isClear ? macros : lists).map(name)
  }

  /// Returns what the user sees of `flags`.
  private static func name(of flags: [String]) -> String {
    flags.isEmpty ? "no further flags" : flags.joined(separator: " ")
  }

}
