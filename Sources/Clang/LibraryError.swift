/// Why libclang cannot be used. Shown to the user as it is.
public enum LibraryError: Error, Hashable, Sendable {
  /// No library was found at any of these places.
  case notFound(tried: [String])
  /// There is a library, but it cannot be loaded.
  case notUsable(path: String, reason: String)
  /// The library does not find `stddef.h` and the other headers that belong to a compiler.
  case noBuiltinHeaders(library: String)
}

extension LibraryError: CustomStringConvertible {

  public var description: String {
    switch self {
    case .notFound(let tried):
      """
      libclang (14 or newer) is not found: install libclang-dev, or 'pip install libclang', \
      or set HOLDFAST_LIBCLANG to its path (tried: \(tried.joined(separator: ", ")))
      """
    case .notUsable(let path, let reason):
      "libclang cannot be loaded from \(path): \(reason)"
    case .noBuiltinHeaders(let library):
      """
      the compiler's own headers (stddef.h, stdarg.h) are not found for \(library): \
      install libclang-common-dev of the same version, or gcc
      """
    }
  }

}
