import Foundation

/// The repository that holds these tests, and what `scripts/fetch-test-material` puts into it.
enum Repository {

  /// The repository's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The description of HPy.
  static let contract = root + "/rules/hpy/contract.h"
  /// The stand-ins for HPy's headers.
  static let standIns = root + "/rules/hpy/include"
  /// HPy's real headers.
  static let realHeaders = root + "/.deps/hpy-include"

  /// The folder of the test material.
  static let material = root + "/.deps"
  /// Whether the test material is there.
  static let hasMaterial = isFile(material + "/hpy-tests/.stamp")
  /// The folders of HPy's test suite and examples, in that of the test material.
  static let corpusFolders = [
    "hpy-tests", "hpy-sdist/docs", "hpy-sdist/proof-of-concept", "hpy-sdist/microbench",
  ]

  /// The C sources of HPy's test suite and examples that include its header, sorted.
  static let corpus: [String] = {
    corpusFolders.flatMap { files(below: material + "/" + $0, suffix: ".c") }
      .filter { text(of: $0).contains("hpy.h") }
  }()

  /// Returns the paths of the files below `folder`, sorted.
  static func files(below folder: String, suffix: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  /// Returns the text of a file; empty if there is none.
  static func text(of path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// Whether there is a file at `path`.
  static func isFile(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

}
