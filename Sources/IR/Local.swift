import Source

/// A variable with automatic storage: a parameter, a declared variable, or a temporary.
public struct Local: Hashable, Sendable {

  /// An index into `Function.locals`.
  public struct ID: Hashable, Comparable, Sendable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
    public static func < (l: Self, r: Self) -> Bool { l.index < r.index }
  }

  /// Where a local comes from.
  public enum Kind: UInt8, Hashable, Sendable {
    case parameter
    case variable
    /// Made by lowering to hold the value of an expression; assigned once on each path.
    case temporary
  }

  /// The name in the source; for a temporary `""`.
  public let name: String
  public let type: Type
  public let kind: Kind
  /// Where it is declared; for a temporary, the expression whose value it holds.
  public let range: SourceRange

  public init(name: String, type: Type, kind: Kind, range: SourceRange) {
    self.name = name
    self.type = type
    self.kind = kind
    self.range = range
  }

}
