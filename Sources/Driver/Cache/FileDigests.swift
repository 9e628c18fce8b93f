/// The digests of files, each read once.
struct FileDigests {

  private var known: [String: String?] = [:]
  private let workingDirectory: String

  init(workingDirectory: String) { self.workingDirectory = workingDirectory }

  /// Returns the digest of what is in the file, if it can be read.
  mutating func digest(of file: String) -> String? {
    if let known = known[file] { return known }
    let path = Path.join(workingDirectory, file)
    var result: String?
    if FileSystem.isFile(path), let bytes = try? FileSystem.contents(of: path) {
      var digest = Digest()
      digest.add(bytes)
      result = digest.text
    }
    known[file] = .some(result)
    return result
  }

}
