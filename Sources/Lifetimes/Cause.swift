import Source

/// A step of a path: why something is as it is.
public struct Cause: Hashable, Sendable {

  /// Where it happened.
  public let range: SourceRange
  /// What happened, by the names of the source.
  public let what: What

  /// The kinds of steps.
  public enum What: Hashable, Sendable {
    /// The pointer is obtained from the handle.
    case obtained(pointer: Designation, handle: Designation)
    /// The object is made by a call of the function.
    case made(name: Designation, by: String)
    /// The object was passed in.
    case parameter
    /// The object is ended; by a call of a function of the program, where in it.
    case ended(name: Designation, by: CallChain.Link, inside: SourceRange?)
    /// The function was called, and can collect.
    case collected(CallChain)
    /// The value is stored; in a function of the program, where in it.
    case stored(name: Designation, place: Designation)
    /// A branch was taken under this assumption.
    case assumed(String)
    /// The runtime is left.
    case left
    /// The function is called, and the rest happens in it.
    case called(CallChain.Link)
    /// The function returns, so that the handle is open no longer than its caller wants.
    case returned(handle: Designation)
  }

  public init(_ what: What, at range: SourceRange) {
    self.what = what
    self.range = range
  }

}

/// An index into the causes that the analysis of a function has found.
typealias CauseID = Interned<Cause>

/// The causes of a function, each found under the point at which it arises.
struct Causes {

  /// What tells causes apart that arise at one point.
  struct Key: Hashable {
    let point: ProgramPoint
    let slot: Int
  }

  private(set) var all: [Cause] = []
  private var points: [ProgramPoint] = []
  private var indices: [Key: CauseID] = [:]
  /// The first of those that are equal: where the order of evaluation is open, one call of the
  /// source is several points.
  private var firsts: [Cause: CauseID] = [:]

  /// Adds a cause.
  mutating func add(_ cause: Cause, for key: Key) -> CauseID {
    let id = CauseID(index: Int32(all.count))
    all.append(cause)
    points.append(key.point)
    indices[key] = id
    if firsts[cause] == nil { firsts[cause] = id }
    return id
  }

  /// Returns the first cause that is told in the same words at the same place.
  func first(like id: CauseID) -> CauseID { firsts[self[id]] ?? id }

  subscript(_ key: Key) -> CauseID? { indices[key] }

  subscript(_ id: CauseID) -> Cause { all[Int(id.index)] }

  /// Returns the point at which a cause arises.
  func point(of id: CauseID) -> ProgramPoint { points[Int(id.index)] }

}
