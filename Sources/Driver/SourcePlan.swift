import Diagnostics

/// Which sources are parsed, and how.
struct SourcePlan: Sendable {

  /// How each source is parsed, by path.
  private(set) var commands: [ParseCommand] = []
  /// The files that need no parse, and why.
  private(set) var skipped: [Ledger.SkippedFile] = []
  /// The files that cannot be parsed.
  private(set) var failures: [InputFailure]
  /// What the user should know beforehand.
  private(set) var warnings: [String] = []
  /// The number of sources of the runtime itself that were left out.
  let leftOut: Int
  /// The texts that are not to be read from their files.
  private(set) var unsavedContents: [String: String] = [:]
  /// How the sources are parsed that use no runtime, if that is needed.
  private(set) var withoutRuntime: [ParseCommand] = []
  /// What decided on the flags.
  private(set) var resolver: FlagResolver
  /// Lines that tell how each file was treated.
  private(set) var log: [String] = []

  /// Decides on the flags of the sources that were found, as `resolver` does.
  init(
    _ discovery: SourceDiscovery, _ resolver: FlagResolver, _ options: Options
  ) throws(InputError) {
    failures = discovery.failures
    leftOut = discovery.skipped
    skipped = discovery.headers.map {
      .init(file: $0, reason: "it is a header, checked through the sources that include it")
    }
    let isUnchecked = discovery.files.isEmpty && discovery.failures.isEmpty
    if let header = discovery.headers.first, isUnchecked {
      warnings.append("nothing is checked: \(header) is a header, checked through its includers")
    }
    self.resolver = resolver
    let standardInput = options.standardInputName ?? "<stdin>.c"
    for file in discovery.files where try self.resolver.isCompiled(file) {
      let isUnsaved = options.paths.contains("-") && file == standardInput
      if isUnsaved {
        unsavedContents[file] = String(decoding: options.standardInput, as: UTF8.self)
      }
      switch Self.text(of: options.absolute(file), isUnsaved ? options.standardInput : nil) {
      case .success(let bytes): try add(file, bytes)
      case .failure(let error):
        failures.append(.init(file: file, reason: "it cannot be read: \(error.description)"))
      }
    }
  }

  /// Returns the bytes of a source, or why they cannot be read.
  private static func text(of file: String, _ unsaved: [UInt8]?) -> Result<[UInt8], InputError> {
    if let unsaved { return .success(unsaved) }
    do throws(InputError) {
      return .success(try FileSystem.contents(of: file))
    } catch {
      return .failure(error)
    }
  }

  /// Decides how a source with the text `bytes` is parsed, if at all.
  private mutating func add(_ file: String, _ bytes: [UInt8]) throws(InputError) {
    if bytes.contains(0) {
      failures.append(.init(file: file, reason: "it is not a text file (it contains a zero byte)"))
      return
    }
    if !bytes.contains(where: { $0 > 0x20 }) {
      skipped.append(.init(file: file, reason: "it is empty"))
      return
    }
    let command = try resolver.command(for: file, bytes)
    if command.use == .none && command.obstacle == nil {
      skipped.append(.init(file: file, reason: "it includes no header of a known runtime"))
      withoutRuntime.append(command)
      return
    }
    log.append("\(file): flags: \(command.origin)")
    log.append("  " + command.arguments.joined(separator: " "))
    commands.append(command)
  }

  /// Returns the plan without the sources `files`.
  func without(files: Set<String>) -> SourcePlan {
    var rest = self
    rest.commands.removeAll { files.contains($0.file) }
    rest.withoutRuntime.removeAll { files.contains($0.file) }
    return rest
  }

}
