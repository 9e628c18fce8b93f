/// A place as a caller of a function sees it.
public struct AccessPath: Hashable, Sendable, Codable {

  /// What a path starts from.
  public enum Root: Hashable, Comparable, Sendable, Codable {
    /// The argument at this position, counted from 0.
    case argument(Int)
    /// A variable with static storage.
    case global(String)
    /// What the function of this name, which is not analyzed, has for itself.
    case keeper(String)
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
    /// To the element whose index this path held when the function was entered, plus a number.
    case indexHeld(by: AccessPath, plus: Int)
    /// To some element.
    case anyIndex
  }

  public let root: Root
  public let steps: [Step]

  public init(_ root: Root, _ steps: [Step] = []) {
    self.root = root
    self.steps = steps
  }

  /// The path that goes on by a step.
  func appending(_ step: Step) -> AccessPath { .init(root, steps + [step]) }

  /// The path with some element for each whose index only a call tells.
  var generalized: AccessPath { .init(root, steps.map(\.generalized)) }

}

extension AccessPath.Step {
  /// Whether this goes on from what a pointer or handle refers to.
  var followsPointer: Bool { self == .dereference || self == .content }

  /// Constant indices from here on are given up where functions call each other in a ring, in which
  /// they may grow with each call.
  private static let largestIndex = 4

  /// Some element if only a call tells which, or if it is far from the first.
  var generalized: AccessPath.Step {
    switch self {
    case .indexHeld: .anyIndex
    case .index(let index) where abs(index) >= Self.largestIndex: .anyIndex
    case .index, .anyIndex, .field, .dereference, .content: self
    }
  }
}

extension AccessPath: Comparable {

  public static func < (l: Self, r: Self) -> Bool {
    if l.root != r.root { return l.root < r.root }
    return l.steps.lexicographicallyPrecedes(r.steps)
  }

}
