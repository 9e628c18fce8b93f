/// Why a source file has no syntax tree at all.
public enum ParseError: Error, Hashable, Sendable {
  /// The file does not exist or cannot be read.
  case notReadable(path: String)
  /// The parser failed; a part of libclang crashed and recovered, or a flag is wrong.
  case failed(path: String, code: Int)
}

extension ParseError: CustomStringConvertible {

  public var description: String {
    switch self {
    case .notReadable(let path): "\(path) cannot be read"
    case .failed(let path, 2): "libclang crashed while it parsed \(path)"
    case .failed(let path, let code): "libclang could not parse \(path) (error \(code))"
    }
  }

}
