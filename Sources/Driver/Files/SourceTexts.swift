/// What the sources of a run hold, read anew each time that it is asked for: all of them at once
/// would take more memory than what the run found out about them.
struct SourceTexts {

  /// The contents that are not in files, by the names under which they are analyzed.
  let unsaved: [String: String]
  let workingDirectory: String

  /// The bytes of a source, if it can be read.
  subscript(_ file: String) -> [UInt8]? {
    unsaved[file].map { Array($0.utf8) }
      ?? (try? FileSystem.contents(of: Path.join(workingDirectory, file)))
  }

}
