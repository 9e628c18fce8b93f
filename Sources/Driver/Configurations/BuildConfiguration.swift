/// A choice of compile flags for a whole program, which is analyzed with them on its own.
struct BuildConfiguration: Hashable, Sendable {

  /// Where a configuration comes from, and so which flags a source is compiled with in it.
  enum Origin: Hashable, Sendable {
    /// The settings, which add its flags to those of every source.
    case settings
    /// A compilation database, in which entries have its flags; some have those of `others`.
    case database(others: [Set<[String]>])
  }

  /// What the user knows it by.
  let name: String
  /// The flags that set it apart.
  let flags: [String]
  let origin: Origin

  /// How a source is compiled.
  struct Choice: Hashable, Sendable {
    /// Its flags.
    let flags: [String]
    /// The position of the entry that they come from.
    let entry: Int
  }

  /// Returns how a source is compiled whose entries have the flags `entries`, the first of them if
  /// none belongs to the configuration.
  ///
  /// - Requires: there is an entry.
  func choice(among entries: [[String]]) -> Choice {
    switch origin {
    case .settings: Choice(flags: entries[0] + flags, entry: 0)
    case .database:
      { Choice(flags: entries[$0], entry: $0) }(ownEntry(among: entries) ?? 0)
    }
  }

  /// Whether a source whose entries have the flags `entries` belongs to the program.
  ///
  /// That is one with an entry for the configuration, and one with a single entry that is for no
  /// other configuration either.
  func includes(_ entries: [[String]]) -> Bool {
    guard case .database(let others) = origin, ownEntry(among: entries) == nil else { return true }
    let own = CompilerArguments.set(of: entries[0])
    return entries.count == 1 && !others.contains { !$0.isEmpty && $0.isSubset(of: own) }
  }

  /// Returns the position of the entry whose flags, beyond those that all entries share, are those
  /// of the configuration, else of the first that has them among others.
  private func ownEntry(among entries: [[String]]) -> Int? {
    if entries.count > 1, let exact = FlagDifferences(entries).flags.firstIndex(of: flags) {
      return exact
    }
    if flags.isEmpty { return nil }
    let own = CompilerArguments.set(of: flags)
    return entries.firstIndex { own.isSubset(of: CompilerArguments.set(of: $0)) }
  }

}
