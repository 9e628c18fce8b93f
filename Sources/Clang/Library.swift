import CLibclang
import Glibc
import Synchronization

/// libclang, opened once for the whole process.
public struct Library: Hashable, Sendable {

  /// The file, or the name that the dynamic loader looked up.
  public let path: String

  /// What the library calls itself, such as `Debian clang version 14.0.6`.
  public let version: String

  /// The first number of the version.
  public let majorVersion: Int

  /// Compiler flags with which the library finds the compiler's own headers, such as `stddef.h`.
  public let builtinHeaderArguments: [String]

  /// The library that this process opened.
  private static let opened = Mutex<Library?>(nil)

  /// Opens libclang at `explicitPath` (a file or a directory), else where `HOLDFAST_LIBCLANG` or
  /// `LIBCLANG_PATH` says, else the newest one that is installed.
  ///
  /// A process has one library: further calls return the one that was opened first. Call it on a
  /// large stack, see `withLargeStack`.
  public static func open(explicitPath: String? = nil) throws(LibraryError) -> Library {
    let result: Result<Library, LibraryError> = opened.withLock { (opened) in
      if let opened { return .success(opened) }
      do throws(LibraryError) {
        let library = try load(explicitPath: explicitPath)
        opened = library
        return .success(library)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Loads the first library of the search that works.
  private static func load(explicitPath: String?) throws(LibraryError) -> Library {
    // libclang would parse on threads of its own, whose stacks are small.
    setenv("LIBCLANG_NOTHREADS", "1", 1)
    let search = LibrarySearch(explicitPath: explicitPath)
    var failure: LibraryError?
    for path in search.candidates {
      guard let reason = libclang_load(path) else { return try described(path) }
      if search.isExplicit || (path.hasPrefix("/") && failure == nil) {
        failure = .notUsable(path: path, reason: String(cString: reason))
      }
    }
    throw failure
      ?? .notFound(
        tried: search.candidates.filter { $0.hasPrefix("/") } + [
          "/usr/lib/llvm-*/lib", "libclang.so by the dynamic loader",
          "site-packages/clang/native/libclang.so",
        ])
  }

  /// Returns the library that was loaded, with what must be known of it.
  private static func described(_ path: String) throws(LibraryError) -> Library {
    let version = string(clang_getClangVersion())
    let words = version.split(separator: " ")
    let number = words.firstIndex(of: "version").flatMap { words.dropFirst($0 + 1).first }
    let major = number.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
    let arguments = try argumentsForBuiltinHeaders(library: path, majorVersion: major)
    return Library(
      path: path, version: version, majorVersion: major, builtinHeaderArguments: arguments)
  }

}
