/// What the driver must know about a runtime to find its users and their headers.
///
/// A pack is a folder below `rules/` with a `pack.toml`; `docs/packs.md` describes the format.
public struct Pack: Sendable {

  /// A binary interface that a source can be compiled for.
  struct Interface: Sendable {
    /// The macros that select it.
    let defines: [String]
    /// Whether it needs the headers of the legacy interface.
    let needsLegacyHeaders: Bool
  }

  /// The folder of the pack.
  let directory: String
  /// The name of the runtime.
  public let name: String
  /// The stand-in headers.
  var include: String { Path.join(directory, "include") }
  /// A file that includes one of these, directly or not, uses the runtime.
  let markerHeaders: [String]
  /// Headers of the interface that the runtime replaces.
  let legacyHeaders: [String]
  /// Texts that only occur in sources that use the legacy interface, too.
  let legacyTraces: [String]
  /// Texts that only occur in sources that use the runtime.
  let traces: [String]
  /// The macros that every source is compiled with.
  let defines: [String]
  /// The interfaces by name.
  let interfaces: [String: Interface]
  /// The interface for sources that name none.
  let defaultInterface: String
  /// The interface for sources that include a legacy header.
  let legacyInterface: String
  /// Where packages for Python keep the runtime's headers.
  let packageIncludes: [String]
  /// Where packages for Python keep other headers that users of the runtime include.
  let companionIncludes: [String]
  /// Parts of paths that tell sources of the runtime itself.
  let runtimeSources: [String]
  /// The folders beside a marker header that hold more of the runtime's headers.
  let headerFolders: [String]

  /// Reads the pack in `directory`.
  init(in directory: String) throws(InputError) {
    let path = Path.join(directory, "pack.toml")
    let table = try TOMLReader.table(at: path)
    func texts(_ key: String) -> [String] { table[key]?.strings ?? [] }
    self.directory = directory
    name = table["name"]?.string ?? Path.name(of: directory)
    markerHeaders = texts("marker-headers")
    legacyHeaders = texts("legacy-headers")
    traces = texts("traces")
    legacyTraces = texts("legacy-traces")
    defines = texts("defines")
    defaultInterface = table["default-abi"]?.string ?? ""
    legacyInterface = table["legacy-abi"]?.string ?? defaultInterface
    packageIncludes = texts("package-includes")
    companionIncludes = texts("companion-includes")
    runtimeSources = texts("runtime-sources")
    headerFolders = texts("header-folders")
    var interfaces: [String: Interface] = [:]
    for key in table["abi"]?.keys ?? [] {
      let interface = table["abi"]?[key]
      interfaces[key] = Interface(
        defines: interface?["defines"]?.strings ?? [],
        needsLegacyHeaders: interface?["needs-legacy-headers"]?.boolean ?? false)
    }
    self.interfaces = interfaces
    if markerHeaders.isEmpty { throw InputError("\(path): 'marker-headers' is missing") }
  }

  /// The macros of all interfaces.
  var interfaceDefines: Set<String> { Set(interfaces.values.flatMap(\.defines)) }

  /// Whether `path` is a source of the runtime itself.
  func isRuntimeSource(_ path: String) -> Bool {
    runtimeSources.contains { ("/" + path).contains("/" + $0 + "/") }
  }

}
