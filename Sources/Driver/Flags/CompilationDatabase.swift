#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The commands of a `compile_commands.json`; they are read, never run.
public struct CompilationDatabase: Sendable {

  /// How one file is compiled.
  struct Command: Sendable {
    /// The absolute path of the source.
    let file: String
    /// For each of its entries the flags that matter to parsing, with absolute paths; equal ones
    /// once.
    fileprivate(set) var entries: [[String]]
  }

  /// An entry as it is stored.
  private struct StoredEntry: Decodable {
    let directory: String?
    let file: String
    let arguments: [String]?
    let command: String?
  }

  /// The path of the database.
  public let path: String

  /// The command of each file, by absolute path.
  private let commands: [String: Command]

  /// The sources, by absolute path.
  var files: [String] { Array(commands.keys) }

  /// Reads the database at `path`.
  public init(at path: String) throws(InputError) {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.contents(of: path)
    } catch {
      throw InputError("cannot read '\(path)': \(error.description)")
    }
    let entries = try Self.decoded(bytes, at: path)
    var commands: [String: Command] = [:]
    for entry in entries {
      let command = Self.command(entry, folder: Path.parent(of: path))
      let known = commands[command.file]?.entries ?? []
      commands[command.file, default: command].entries =
        known + command.entries.filter { !known.contains($0) }
    }
    self.path = path
    self.commands = commands
  }

  /// Returns the command for `file`: its own, else that of the nearest entry of its language.
  ///
  /// - Requires: `file` is an absolute path.
  func command(for file: String) -> Command? {
    if let command = commands[file] ?? FileSystem.resolved(file).flatMap({ commands[$0] }) {
      return command
    }
    let language = Language(ofFile: file)
    return commands.values.max { (l, r) in
      (closeness(l, file, language), r.file) < (closeness(r, file, language), l.file)
    }
  }

  /// Returns how well a command suits a file that has none: same language first, then folder.
  private func closeness(_ command: Command, _ file: String, _ language: Language?) -> Int {
    let shared = zip(command.file.split(separator: "/"), file.split(separator: "/"))
      .prefix { $0 == $1 }.count
    return shared + (Language(ofFile: command.file) == language ? 1000 : 0)
  }

  /// Returns the entries that `bytes` hold.
  private static func decoded(_ bytes: [UInt8], at path: String) throws(InputError) -> [StoredEntry]
  {
    do {
      return try JSONDecoder().decode([StoredEntry].self, from: Data(bytes))
    } catch let error as DecodingError {
      throw InputError("'\(path)' is not a compilation database: \(reason(error))")
    } catch {
      throw InputError("'\(path)' is not a compilation database")
    }
  }

  /// Returns in one line what is wrong with the JSON.
  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context):
      return context.underlyingError.map { "\($0)".firstQuotedPart } ?? "malformed JSON"
    case .keyNotFound(let key, let context):
      return "entry \(context.codingPath.first?.intValue ?? 0) has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      guard let index = context.codingPath.first?.intValue else { return "not an array of objects" }
      let key = context.codingPath.dropFirst().first?.stringValue
      return "entry \(index) has \(key.map { "a wrong '\($0)'" } ?? "a wrong form")"
    @unknown default: return "malformed JSON"
    }
  }

  /// Returns the command of an entry, with paths relative to `folder` made absolute.
  private static func command(_ entry: StoredEntry, folder: String) -> Command {
    let directory = Path.join(folder, entry.directory ?? "")
    let words = entry.arguments ?? ShellWords.split(entry.command ?? "")
    let expanded = ShellWords.expandingResponseFiles(in: words, relativeTo: directory)
    let launchers = ["ccache", "sccache", "distcc", "icecc"]
    let compiler = expanded.first.map(Path.name).map(launchers.contains) == true ? 2 : 1
    return Command(
      file: Path.normalized(Path.join(directory, entry.file)),
      entries: [
        CompilerArguments.relevant(
          in: Array(expanded.dropFirst(compiler)), relativeTo: directory)
      ])
  }

}

extension String {

  /// The text between the first pair of double quotes, or the first line.
  fileprivate var firstQuotedPart: String {
    let parts = split(separator: "\"", omittingEmptySubsequences: false)
    let part = parts.count > 1 ? parts[1] : self[...]
    let line = String(part.prefix { !$0.isNewline })
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }

}
