import CLibclang
import Glibc
import Source

/// A parsed source file. Cursors, types and locations of it must not outlive it, nor leave the
/// thread that parsed it.
public final class TranslationUnit {

  /// The path of the source file.
  public let path: String

  /// Whether the file is C++, by its name or by a flag.
  public let isCPlusPlus: Bool

  /// libclang's values.
  private let index: CXIndex
  let unit: CXTranslationUnit

  /// The paths of the files that were asked for, and the one that was asked for last.
  private var paths: [FileID: String] = [:]
  private var lastPath: (file: FileID, path: String)?

  /// The file that was parsed.
  public private(set) lazy var mainFile: FileID? = clang_getFile(unit, path).map(FileID.init)

  /// Flags behind those of the user: warnings do not matter here, and code that older compilers
  /// accept must not become an error.
  private static let ownArguments = [
    "-w", "-ferror-limit=0", "-Wno-error=int-conversion",
    "-Wno-error=implicit-function-declaration",
    "-Wno-error=incompatible-function-pointer-types", "-Wno-error=implicit-int",
  ]

  /// Parses the file at `path`, or `contents` as if they were in it, with a compiler's flags.
  ///
  /// Must run inside `withLargeStack`.
  public convenience init(
    path: String, contents: String? = nil, arguments: [String], library: Library
  ) throws(ParseError) {
    try self.init(
      path: path, contents: contents, arguments: library.builtinHeaderArguments + arguments)
  }

  /// Parses with the flags as they are given.
  init(path: String, contents: String?, arguments: [String]) throws(ParseError) {
    if contents == nil && (access(path, R_OK) != 0 || isDirectory(path)) {
      throw .notReadable(path: path)
    }
    guard let index = clang_createIndex(0, 0) else { throw .failed(path: path, code: 1) }
    var unit: CXTranslationUnit?
    let code = parse(
      path: path, contents: contents, arguments: arguments + Self.ownArguments, index: index,
      unit: &unit)
    guard code == 0, let unit else {
      clang_disposeIndex(index)
      throw .failed(path: path, code: Int(code))
    }
    self.path = path
    isCPlusPlus = isNamedCPlusPlus(path, arguments)
    self.index = index
    self.unit = unit
  }

  deinit {
    clang_disposeTranslationUnit(unit)
    clang_disposeIndex(index)
  }

  /// The root of the syntax tree.
  public var cursor: Cursor { Cursor(raw: clang_getTranslationUnitCursor(unit)) }

  /// Returns the path of a file as the compiler was given it or found it.
  public func path(of file: FileID) -> String {
    if let lastPath, lastPath.file == file { return lastPath.path }
    let path = paths[file] ?? string(clang_getFileName(file.pointer))
    paths[file] = path
    lastPath = (file, path)
    return path
  }

  /// Returns the position of a place in a file; `nil` if it is in none.
  public func position(of location: FileLocation) -> SourcePosition? {
    guard let file = location.file else { return nil }
    return SourcePosition(file: path(of: file), line: location.line, column: location.column)
  }

}

extension TranslationUnit {

  /// What the parser said, in the order in which it did.
  public var diagnostics: [ParseDiagnostic] {
    (0 ..< clang_getNumDiagnostics(unit)).compactMap { (index) in
      guard let diagnostic = clang_getDiagnostic(unit, index) else { return nil }
      defer { clang_disposeDiagnostic(diagnostic) }
      let number = Int(clang_getDiagnosticSeverity(diagnostic))
      let location = Location(raw: clang_getDiagnosticLocation(diagnostic))
      return ParseDiagnostic(
        severity: ParseDiagnostic.Severity(rawValue: number) ?? .error,
        message: string(clang_getDiagnosticSpelling(diagnostic)),
        position: position(of: location.inFile))
    }
  }

  /// The headers that were not found.
  public var missingIncludes: [MissingInclude] { diagnostics.compactMap(MissingInclude.init) }

  /// The paths of the included files, sorted, without the source file itself.
  public var includedFiles: [String] {
    var files: [FileID] = []
    withUnsafeMutablePointer(to: &files) { (files) in
      clang_getInclusions(
        unit,
        { (file, _, depth, context) in
          guard let file, depth > 0 else { return }
          context?.assumingMemoryBound(to: [FileID].self).pointee.append(FileID(pointer: file))
        }, files)
    }
    return Set(files.map { path(of: $0) }).sorted()
  }

}

extension TranslationUnit {

  /// The lines of the source file that conditions of the preprocessor leave out.
  public var inactiveLines: [ClosedRange<Int>] {
    guard let mainFile, let list = clang_getSkippedRanges(unit, mainFile.pointer) else { return [] }
    defer { clang_disposeSourceRangeList(list) }
    return (0 ..< Int(list.pointee.count)).compactMap { (index) in
      guard let range = list.pointee.ranges?[index] else { return nil }
      let first = Location(raw: clang_getRangeStart(range)).inFile.line
      let last = Location(raw: clang_getRangeEnd(range)).inFile.line
      return first ... max(first, last)
    }
  }

  /// Calls `body` with the bytes of a file, as the parser read them.
  public func withContents<Value>(
    of file: FileID, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    var size: UInt = 0
    guard let contents = clang_getFileContents(unit, file.pointer, &size) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return contents.withMemoryRebound(to: UInt8.self, capacity: Int(size)) {
      body(UnsafeBufferPointer(start: $0, count: Int(size)))
    }
  }

  /// Returns the tokens from `start` to the one at `end`, where they are spelled: in the body of a
  /// macro if that is where the code comes from.
  public func tokens(from start: Location, to end: Location) -> [Token] {
    var tokens: UnsafeMutablePointer<CXToken>?
    var count: UInt32 = 0
    clang_tokenize(unit, clang_getRange(start.raw, end.raw), &tokens, &count)
    guard let tokens else { return [] }
    defer { clang_disposeTokens(unit, tokens, count) }
    return (0 ..< Int(count)).map { (index) in
      Token(
        spelling: string(clang_getTokenSpelling(unit, tokens[index])),
        location: Location(raw: clang_getTokenLocation(unit, tokens[index])))
    }
  }

}

/// Parses a file, and returns libclang's error number.
private func parse(
  path: String, contents: String?, arguments: [String], index: CXIndex,
  unit: inout CXTranslationUnit?
) -> Int32 {
  let detailedPreprocessingRecord: UInt32 = 0x1
  let keepGoing: UInt32 = 0x200
  let pointers = arguments.map { UnsafePointer<CChar>(strdup($0)) }
  defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
  guard let contents else {
    return clang_parseTranslationUnit2(
      index, path, pointers, Int32(pointers.count), nil, 0,
      detailedPreprocessingRecord | keepGoing, &unit)
  }
  return path.withCString { (path) in
    contents.withCString { (text) in
      var file = CXUnsavedFile(Filename: path, Contents: text, Length: UInt(contents.utf8.count))
      return clang_parseTranslationUnit2(
        index, path, pointers, Int32(pointers.count), &file, 1,
        detailedPreprocessingRecord | keepGoing, &unit)
    }
  }
}

/// Whether a file is C++ by its name or by the flag that says the language.
private func isNamedCPlusPlus(_ path: String, _ arguments: [String]) -> Bool {
  if let flag = arguments.lastIndex(of: "-x"), arguments.indices ~= flag + 1 {
    return arguments[flag + 1].hasPrefix("c++")
  }
  return [".cpp", ".cc", ".cxx", ".C", ".c++", ".hpp", ".hh"].contains { path.hasSuffix($0) }
    || arguments.contains("-xc++")
}
