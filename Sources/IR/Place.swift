/// An lvalue: a variable, and the way from it to the part that is meant.
///
/// | C                  | place                               |
/// |--------------------|-------------------------------------|
/// | `x`                | local x                             |
/// | `s.f`              | local s, field f                    |
/// | `p->f`             | local p, dereference, field f       |
/// | `a[i]` (array a)   | local a, index i                    |
/// | `p[i]`, `*(p + i)` | local p, dereference, index i       |
///
/// `p[i]` on a pointer is a dereference followed by an index into the array that `p` points into;
/// `*p` is a dereference alone, and both with index 0 name the same storage.
public struct Place: Hashable, Sendable {

  /// The variable that a place starts from.
  public enum Base: Hashable, Sendable {
    case local(Local.ID)
    /// A variable with static storage, by its name in `Module.globals`.
    case global(String)
  }

  /// One step from a place to a part of it, or to what it points to.
  public enum Projection: Hashable, Sendable {
    /// To what the pointer in the place points to: an access to memory.
    case dereference
    /// To a member of the structure or union called `record`.
    case field(String, record: String)
    /// To an element. The operand is a constant, or a copy of a local without projections.
    case index(Operand)
  }

  public let base: Base
  public let projections: [Projection]
  /// The type of the value in the place.
  public let type: Type

  public init(_ base: Base, _ projections: [Projection] = [], type: Type) {
    self.base = base
    self.projections = projections
    self.type = type
  }

  /// Whether reading or writing the place accesses memory through a pointer.
  public var dereferences: Bool { projections.contains(.dereference) }

}
