import IR

/// What an earlier run found out about the functions of one source, and under which conditions.
///
/// What it says of them is kept beside it, as `SummaryLines`.
struct CacheEntry: Codable, Sendable {

  /// A file, and the digest of what it held.
  struct Stamp: Codable, Hashable, Sendable {
    let file: String
    let digest: String
  }

  /// A function that another one uses, and the digest of its summary.
  struct Use: Codable, Hashable, Sendable {
    let function: FunctionName
    let digest: String
  }

  /// A function of the source.
  struct Function: Codable, Sendable {
    let name: FunctionName
    /// The digest of its summary.
    let digest: String
    /// The functions with a body that it may call, or passes on, sorted.
    let uses: [Use]
    /// Those that no source defined, sorted.
    let unknown: [String]
  }

  /// The digest of the version, the contracts and the settings.
  let environment: String
  /// The source.
  let file: String
  /// The digest of how the source is parsed, and of what the settings say of functions.
  let command: String
  /// The source and the user's headers that it includes.
  let sources: [Stamp]
  /// All functions, sorted by name.
  let functions: [Function]

}
