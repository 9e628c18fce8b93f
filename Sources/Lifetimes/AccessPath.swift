/// A place as a caller of a function sees it.
public struct AccessPath: Hashable, Sendable, Codable {

  /// What a path starts from.
  public enum Root: Hashable, Comparable, Sendable, Codable {
    /// The argument at this position, counted from 0.
    case argument(Int)
    /// A variable with static storage.
    case global(String)
    /// An object that the function made: an index into `SummaryCase.fresh`.
    case fresh(Int)
    /// The result, if it is an aggregate.
    case result
  }

  /// One step of a path.
  public enum Step: Hashable, Comparable, Sendable, Codable {
    /// To what the pointer points to.
    case dereference
    /// To the struct of the object that the handle refers to.
    case content
    case field(String)
    case index(Int)
    /// To some element.
    case anyIndex
  }

  public let root: Root
  public let steps: [Step]

  public init(_ root: Root, _ steps: [Step] = []) {
    self.root = root
    self.steps = steps
  }

}

extension AccessPath: Comparable {

  public static func < (l: Self, r: Self) -> Bool {
    if l.root != r.root { return l.root < r.root }
    return l.steps.lexicographicallyPrecedes(r.steps)
  }

}
