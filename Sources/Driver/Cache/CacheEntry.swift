import Lifetimes

/// What an earlier run found out about the functions of one source, and under which conditions.
struct CacheEntry: Codable, Sendable {

  /// A file, and what it held or gave.
  struct Stamp: Codable, Hashable, Sendable {
    let file: String
    let digest: String
  }

  /// A function that other sources can call.
  struct Function: Codable, Sendable {
    let name: String
    let summary: FunctionSummary
  }

  /// The digest of the version, the contracts and the settings.
  let environment: String
  /// The source.
  let file: String
  /// The digest of how the source is parsed, and of what the settings say of functions.
  let command: String
  /// The source and the user's headers that it includes.
  let sources: [Stamp]
  /// The other sources whose functions it calls, and the digests of their summaries.
  let uses: [Stamp]
  /// The functions that it calls and that no source defined, sorted.
  let unknown: [String]
  /// The digest of the summaries of all functions.
  let digest: String
  /// The functions with external linkage, sorted by name.
  let functions: [Function]

  /// Whether no summary says what cannot be.
  var isPossible: Bool { functions.allSatisfy(\.summary.isPossible) }

}
