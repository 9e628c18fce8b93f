#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads of the file system.
public enum FileSystem {

  /// What a path names.
  public enum Kind: Sendable { case file, directory, other }

  /// Returns what `path` names, if it exists.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// Whether `path` names a file.
  public static func isFile(_ path: String) -> Bool { kind(of: path) == .file }

  /// Whether `path` names a folder.
  public static func isDirectory(_ path: String) -> Bool { kind(of: path) == .directory }

  /// Whether there is something at `path`, be it a link that leads nowhere.
  static func isEntry(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Returns the number of bytes of a file, if it exists.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Returns the names in a folder in bytewise order; none if it cannot be read.
  public static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { (tuple) in
        tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The number of bytes beyond which nothing is read.
  private static let sizeLimit = 256 << 20

  /// Returns the bytes of a regular file; the error tells why it cannot be read.
  ///
  /// A pipe or a device is refused, and not waited for: one that somebody put in place of a file
  /// would never end.
  public static func contents(of path: String) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw reason(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw reason(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw reason(EISDIR)
    default: throw InputError("not a regular file")
    }
    if status.st_size > sizeLimit { throw tooLarge }
    return try contents(ofDescriptor: descriptor)
  }

  /// Returns what remains to be read from an open file.
  public static func contents(ofDescriptor descriptor: Int32) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw reason(errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > sizeLimit { throw tooLarge }
    }
  }

  /// Returns the text of a file, if it can be read.
  public static func text(of path: String) -> String? {
    (try? contents(of: path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the text of a file that has to be there; the error names it.
  static func requiredText(of path: String) throws(InputError) -> String {
    do {
      return String(decoding: try contents(of: path), as: UTF8.self)
    } catch {
      throw InputError("cannot read '\(path)': \(error.description)")
    }
  }

  /// The working directory.
  public static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Returns `path` with all symbolic links followed, if it exists.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Returns the value of an environment variable, if it is set and not empty.
  public static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static var tooLarge: InputError {
    InputError("larger than \(sizeLimit >> 20) MB")
  }

  /// Returns the system's text for an error number, as an error.
  private static func reason(_ number: Int32) -> InputError {
    let text = String(cString: strerror(number))
    return InputError(text.prefix(1).lowercased() + text.dropFirst())
  }

}
