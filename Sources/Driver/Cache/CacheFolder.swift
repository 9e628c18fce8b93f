#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that holds the entries and the summaries, two files for each source.
struct CacheFolder: Sendable {

  /// The absolute path of the folder that is marked, and holds the others.
  private let root: String
  /// The absolute path: the root, or a folder in it for a configuration.
  private let path: String

  /// Creates the folder `root`, or the one in it that `part` names; nothing is written yet.
  init(_ root: String, part: String? = nil) {
    self.root = root
    path = part.map { Path.join(root, $0) } ?? root
  }

  /// The greatest size of a file that is read.
  private static let maximumSize = 16 << 20

  /// Returns the entries of some sources that can be read, in an order that depends on their names
  /// only.
  func entries(of sources: Set<String>) -> [CacheEntry] {
    let names = Set(sources.map(Self.entryName))
    return entries(in: FileSystem.names(in: path).filter(names.contains))
  }

  /// Returns the entries of all other sources that can be read, in an order that depends on their
  /// names only.
  func entries(besides sources: Set<String>) -> [CacheEntry] {
    let names = Set(sources.map(Self.entryName))
    return entries(in: FileSystem.names(in: path).filter { !names.contains($0) })
  }

  private func entries(in names: [String]) -> [CacheEntry] {
    let decoder = JSONDecoder()
    return names.filter { $0.hasSuffix(".json") }.compactMap { (name) in
      guard let bytes = contents(of: name),
        let entry = try? decoder.decode(CacheEntry.self, from: Data(bytes)),
        Self.entryName(for: entry.file) == name
      else { return nil }
      return entry
    }
  }

  /// Returns what is kept of the functions of a source.
  func summaries(of source: String) -> SummaryLines {
    SummaryLines(contents(of: Self.summariesName(for: source)) ?? [])
  }

  /// Returns what a file of the folder holds, if it is no longer than what is ever written.
  private func contents(of name: String) -> [UInt8]? {
    let file = Path.join(path, name)
    guard FileSystem.isFile(file), (FileSystem.size(of: file) ?? .max) <= Self.maximumSize else {
      return nil
    }
    return try? FileSystem.contents(of: file)
  }

  /// Writes an entry into the folder, which was prepared; returns whether that was possible.
  func write(_ entry: CacheEntry) -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else { return false }
    return write(Array(data), to: Path.join(path, Self.entryName(for: entry.file)))
  }

  /// Writes what is kept of the functions of a source into the folder, which was prepared; returns
  /// whether that was possible.
  func write(_ summaries: SummaryLines, of source: String) -> Bool {
    write(summaries.bytes, to: Path.join(path, Self.summariesName(for: source)))
  }

  /// Returns a file for what the run need not have in memory, if that is possible.
  func spillFile() -> SpillFile? { prepare() ? SpillFile(in: path) : nil }

  /// Returns the name of the file for the entry of a source.
  private static func entryName(for source: String) -> String { Digest.of([source]) + ".json" }

  /// Returns the name of the file for the summaries of a source.
  private static func summariesName(for source: String) -> String {
    Digest.of([source]) + ".jsonl"
  }

  /// Creates the folder with the marks by which version control and backups leave it alone; returns
  /// whether it is there.
  func prepare() -> Bool {
    guard Self.create(root), Self.create(path) else { return false }
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by holdfast.\n"
    return write(Array("*\n".utf8), to: Path.join(root, ".gitignore"))
      && write(Array(tag.utf8), to: Path.join(root, "CACHEDIR.TAG"))
  }

  /// Creates a folder, unless it exists; returns whether there is one that is no link.
  private static func create(_ folder: String) -> Bool {
    var status = stat()
    if lstat(folder, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    return mkdir(folder, 0o777) == 0 || errno == EEXIST
  }

  /// Replaces a file as a whole, unless it holds `bytes` already.
  private func write(_ bytes: [UInt8], to file: String) -> Bool {
    if FileSystem.isFile(file), (try? FileSystem.contents(of: file)) == bytes { return true }
    let draft = "\(file).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    let isWritten = FileSystem.write(bytes, toDescriptor: descriptor)
    close(descriptor)
    if isWritten, rename(draft, file) == 0 { return true }
    unlink(draft)
    return false
  }

}
