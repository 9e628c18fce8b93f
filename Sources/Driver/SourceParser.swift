import Clang
import Diagnostics
import IR
import Lowering
import Source

/// Turns sources into values, and what keeps them from it into messages.
struct SourceParser: Sendable {

  /// What became of a source.
  enum Outcome: Sendable {
    /// It was lowered; something in it may be wrong all the same, and some lines were left out.
    case lowered(Module, InputFailure?, inactiveLines: [ClosedRange<Int>])
    /// It does not use a runtime.
    case skipped(reason: String)
    /// It has no tree that could be trusted.
    case failed(InputFailure)
  }

  let library: Library
  /// The names of headers that tell that a runtime is used.
  let markers: Set<String>
  /// The folders beside those headers that hold more of the runtime.
  let headerFolders: [String]
  let workingDirectory: String
  /// Whether the process runs in another folder than the one that paths are relative to.
  let isElsewhere: Bool
  /// What ends the run when a parse takes too much, if it may end.
  private let guardian: ParseGuard?
  /// Where what is long of the values goes, if it need not be in memory.
  private let store: (any ByteStore)?

  /// Creates a parser that uses `library`.
  init(library: Library, packs: [Pack], _ options: Options, store: (any ByteStore)?) {
    self.store = store
    self.library = library
    workingDirectory = options.workingDirectory
    markers = Set(packs.flatMap(\.markerHeaders))
    headerFolders = packs.flatMap(\.headerFolders)
    isElsewhere = workingDirectory != FileSystem.workingDirectory
    guardian = options.giveUp.map { ParseGuard.started(giveUp: $0) }
  }

  /// Parses and lowers a source, whose text is `contents` unless it is read from its file; one
  /// that is a part of a program need not use a runtime.
  ///
  /// Must run on a large stack.
  func parse(_ command: ParseCommand, contents: String?, isPart: Bool = false) -> Outcome {
    if let obstacle = command.obstacle {
      return .failed(.init(file: command.file, reason: describe(obstacle)))
    }
    guard let guardian else { return parsed(command, contents, isPart: isPart) }
    return guardian.watching(command.file) { parsed(command, contents, isPart: isPart) }
  }

  /// Parses and lowers a source that can be read.
  private func parsed(_ command: ParseCommand, _ contents: String?, isPart: Bool) -> Outcome {
    let unit: TranslationUnit
    do {
      // A name that begins with a hyphen would be taken for a flag.
      let isAbsolute = isElsewhere || command.file.hasPrefix("-")
      unit = try TranslationUnit(
        path: isAbsolute ? Path.join(workingDirectory, command.file) : command.file,
        contents: contents, arguments: command.arguments, library: library)
    } catch {
      return .failed(.init(file: command.file, reason: reason(error)))
    }
    let isUser = unit.includedFiles.contains { markers.contains(Path.name(of: $0)) }
    let missing = unit.missingIncludes
    let isJudged = command.use == .likely || command.use == .unknown
    if !isUser && !isPart && (missing.isEmpty || !isJudged) {
      return .skipped(reason: "it includes no header of a known runtime")
    }
    if let header = missing.first {
      return .failed(failure(command, missing: header))
    }
    let errors = unit.diagnostics.filter { $0.severity >= .error }
    if let fatal = errors.first(where: { $0.severity == .fatal }) {
      return .failed(.init(file: command.file, reason: describe(fatal)))
    }
    let runtimeHeaders = runtimeHeaders(of: unit, besides: command.foreignFolders)
    let options = LoweringOptions(isRuntimeFile: { runtimeHeaders.contains($0) })
    let module = lower(unit, options: options)
    return .lowered(
      store.map { module.moved(to: $0) } ?? module, failure(command, errors: errors),
      inactiveLines: unit.inactiveLines)
  }

  /// The included files that belong to the runtime: marker headers, and what is in the folders
  /// beside them or in the folders `foreign`.
  private func runtimeHeaders(
    of unit: TranslationUnit, besides foreign: [String]
  ) -> Set<String> {
    let found = unit.includedFiles.filter { markers.contains(Path.name(of: $0)) }
    let folders = found.flatMap { (header) in
      headerFolders.map { Path.join(Path.parent(of: header), $0) + "/" }
    }
    let all = folders + foreign.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return Set(
      unit.includedFiles.filter { (file) in
        found.contains(file) || all.contains { file.hasPrefix($0) }
      })
  }

  /// Returns the failure that a header was not found.
  private func failure(_ command: ParseCommand, missing: MissingInclude) -> InputFailure {
    let place = shown(missing.position)
    return InputFailure(
      file: command.file,
      reason: "'\(missing.header)' not found (included at \(place.file):\(place.line))",
      hint: "add its folder with --extra-arg=-I<dir> or extra-args in holdfast.toml, or let the "
        + "build write compile_commands.json")
  }

  /// Returns the failure that the parser found errors, if it did.
  private func failure(_ command: ParseCommand, errors: [ParseDiagnostic]) -> InputFailure? {
    guard let first = errors.first else { return nil }
    let rest = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    return InputFailure(file: command.file, reason: describe(first) + rest)
  }

  /// Returns what is wrong with something that is included.
  private func describe(_ obstacle: IncludeScan.Obstacle) -> String {
    let place = obstacle.place.map { (place) in
      "included at \(Path.displayed(place.file, in: workingDirectory)):\(place.line)"
    }
    return "'\(obstacle.spelling)' is not a regular file (\(place ?? "included by a flag"))"
  }

  /// Returns a parser's message in one line.
  private func describe(_ diagnostic: ParseDiagnostic) -> String {
    guard let position = diagnostic.position else { return diagnostic.message }
    return "\(diagnostic.message) at \(shown(position))"
  }

  /// Returns a position as the user sees it.
  private func shown(_ position: SourcePosition) -> SourcePosition {
    SourcePosition(
      file: Path.displayed(position.file, in: workingDirectory), line: position.line,
      column: position.column)
  }

  /// Returns why there is no tree at all.
  private func reason(_ error: ParseError) -> String {
    switch error {
    case .notReadable: "it cannot be read"
    case .failed(_, 2): "libclang crashed while it parsed the file"
    case .failed(_, let code):
      "libclang could not parse it (error \(code)): a flag may be wrong; -vv lists all"
    }
  }

}
