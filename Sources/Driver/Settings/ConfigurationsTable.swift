/// The table that names configurations and the flags that set them apart.
struct ConfigurationsTable {

  /// The file that holds the table.
  let file: ConfigurationFile

  /// The key of the table.
  static let key = "configurations"

  /// Returns the configurations in `table`, in the order of their names.
  func configurations(in table: ConfigurationValue) throws(InputError) -> [BuildConfiguration] {
    if table.keys.isEmpty {
      throw InputError("\(file.place(of: Self.key)): [\(Self.key)] names no configuration")
    }
    var found: [BuildConfiguration] = []
    for name in table.keys {
      let flags = try flags(of: name, table[name])
      if let same = found.first(where: { $0.flags == flags }) {
        throw wrong(name, "has the same flags as '\(same.name)'")
      }
      found.append(BuildConfiguration(name: name, flags: flags, origin: .settings))
    }
    return found
  }

  /// Returns the flags of the configuration `name`, with paths relative to the file.
  private func flags(
    of name: String, _ value: ConfigurationValue?
  ) throws(InputError) -> [String] {
    if name.isEmpty || name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      throw InputError("\(file.place(of: Self.key)): a configuration has no name in one line")
    }
    guard let flags = value?.strings else { throw wrong(name, "must be an array of strings") }
    if let refused = CompilerArguments.firstRefused(in: flags) {
      throw wrong(name, "cannot have the flag '\(refused)'")
    }
    return CompilerArguments.permitted(flags, relativeTo: file.directory)
  }

  /// Returns the error that something is wrong with the configuration `name`.
  private func wrong(_ name: String, _ reason: String) -> InputError {
    InputError("\(file.place(of: name, in: Self.key)): [\(Self.key)]: '\(name)' \(reason)")
  }

}
