/// The identity of a function in a program.
///
/// Functions with internal linkage are told apart by the file that defines them, so that equal
/// names in two files do not collide and an inline function of a header counts once.
public struct FunctionName: Hashable, Sendable, Codable {

  /// The name in the source.
  public let name: String

  /// For a `static` function the path of the file that holds its definition, and for one of C++
  /// what tells it from its overloads and other instances; else `nil`.
  public let file: String?

  public init(_ name: String, file: String? = nil) {
    self.name = name
    self.file = file
  }

}

extension FunctionName: Comparable {

  public static func < (l: Self, r: Self) -> Bool {
    (l.name, l.file ?? "") < (r.name, r.file ?? "")
  }

}

extension FunctionName: CustomStringConvertible {

  public var description: String { name }

}
