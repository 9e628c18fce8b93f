import IR
import Source

/// Something that the analysis of a function saw on some path, for the rules to judge.
public struct Observation: Hashable, Sendable {

  /// How the last way to an object went.
  public enum Loss: Hashable, Sendable {
    /// The function returned.
    case exit
    /// The only variable that held it was given another value.
    case overwritten
    /// Nothing ever held it.
    case discarded(by: String)
  }

  /// What was seen.
  public enum Kind: Hashable, Sendable {
    /// An interior pointer is used after its handle ended.
    case pointerUsedAfterEnd(pointer: Designation, handle: Designation)
    /// An interior pointer is used after a collecting call.
    case pointerUsedAfterCollection(pointer: Designation)
    /// An interior pointer is passed to a call that collects and then uses it.
    case pointerPassedToCollectingCall(pointer: Designation, callee: String)
    /// An interior pointer is stored in a variable.
    case pointerStored(pointer: Designation, place: Designation)
    /// An interior pointer stays in memory that outlives its handle.
    case pointerKept(pointer: Designation, place: Designation)
    /// An object is used after its end.
    case endedUsed(ResourceKind, name: Designation)
    /// An object is ended again.
    case endedAgain(ResourceKind, name: Designation)
    /// A handle is closed that is not the function's.
    case borrowedEnded(name: Designation, reason: String)
    /// A handle is returned to the runtime that is not the function's.
    case borrowedReturned(name: Designation, reason: String)
    /// A handle is stored where the runtime takes it over, and is not the function's.
    case borrowedGiven(name: Designation, place: Designation, reason: String)
    /// A handle stays in memory that outlives the call.
    case handleKept(name: Designation, place: Designation)
    /// A context stays in memory that outlives the call.
    case contextKept(name: Designation, place: Designation)
    /// An object that the function must end can no longer be reached.
    case lost(ResourceKind, name: Designation, Loss)
    /// A handle that is null if its call failed is passed where null is not allowed.
    case uncheckedPassed(name: Designation, callee: String)
    /// The runtime is used while it is left.
    case calledWhileLeft(callee: String)
    /// The function returns while the runtime is left.
    case returnedWhileLeft
    /// The runtime is used by a function that has no context.
    case calledWithoutContext(callee: String)
    /// An object reference for structs is declared as a variable.
    case fieldDeclared(name: Designation)
    /// An object reference is a variable with static storage.
    case fieldStatic(name: Designation)
    /// An object reference is read or copied without a call.
    case fieldRead(name: Designation)
    /// A struct is copied with the object references in it.
    case fieldsCopied(name: Designation)
    /// An object reference for variables with static storage is another variable.
    case globalDeclared(name: Designation)
    /// A member that refers to an object is not visited when its struct is.
    case fieldUnvisited(record: String, field: String)
    /// An object reference in a variable is not listed in the module's table.
    case globalUnlisted(name: Designation)
    /// A declared effect is not what the body does.
    case effectBroken(String)
  }

  public let kind: Kind
  /// Where to point.
  public let range: SourceRange
  /// The function in which it was seen.
  public let function: String
  /// The steps that lead there, in execution order.
  public var steps: [Cause]
  /// Further places of the same: other exits, later uses.
  public var others: [SourceRange]

  public init(
    _ kind: Kind, at range: SourceRange, in function: String, steps: [Cause] = [],
    others: [SourceRange] = []
  ) {
    self.kind = kind
    self.range = range
    self.function = function
    self.steps = steps
    self.others = others
  }

}
