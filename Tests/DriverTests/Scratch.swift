import Driver
import Foundation

/// A folder of files that exists until the tests end.
struct Scratch {

  /// The absolute path of the folder, without symbolic links.
  let path: String

  /// The folder that holds those of all tests of this process; removed at its end.
  private static let root: String = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-tests-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
    return FileSystem.resolved(folder.path) ?? folder.path
  }()

  /// Creates a folder that holds `files`, given by relative path and text.
  init(_ files: [String: String] = [:]) throws {
    path = Self.root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  /// Returns the absolute path of `name`.
  subscript(name: String) -> String { path + "/" + name }

  /// Writes `text` to the file `name`.
  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Writes `bytes` to the file `name`.
  func write(_ bytes: Data, to name: String) throws {
    let file = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Returns options that check `names` with this folder as the working directory.
  func options(_ names: String...) -> Options {
    var options = Options(workingDirectory: path)
    options.paths = names.map { self[$0] }
    options.rulesDirectory = Self.repository + "/rules"
    return options
  }

  /// The repository that holds these tests.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

}
