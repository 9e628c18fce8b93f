/// The keys of the configuration, and options, that may bear the name of a runtime.
///
/// Where a pack lies in a folder `x`, `x-abi` means `abi` and `x-include` means `runtime-include`:
/// users of one runtime know these by its name.
public struct RuntimeKeys: Sendable {

  /// The plain key for each that bears a name.
  private let plainKeys: [String: String]

  /// Creates the keys for runtimes of these names.
  init(runtimes: [String]) {
    plainKeys = Dictionary(
      runtimes.flatMap { [($0 + "-abi", "abi"), ($0 + "-include", "runtime-include")] },
      uniquingKeysWith: { (first, _) in first })
  }

  /// Creates the keys for the runtimes whose packs are found; for none if there is no pack.
  ///
  /// - Parameter rulesDirectory: The folder of the packs, if not the usual one.
  public init(rulesDirectory: String? = nil) {
    let rules = try? RulesDirectory(requested: rulesDirectory)
    self.init(runtimes: rules?.runtimes ?? [])
  }

  /// Returns the plain name of a key; the key itself if it bears no name of a runtime.
  func name(of key: String) -> String { plainKeys[key] ?? key }

  /// Returns `argument` with the plain name of the option that it spells; another one as it is.
  public func plain(argument: String) -> String {
    guard argument.hasPrefix("--") else { return argument }
    let name = argument.dropFirst(2).prefix { $0 != "=" }
    guard let plain = plainKeys[String(name)] else { return argument }
    return "--" + plain + argument.dropFirst(2 + name.count)
  }

}
