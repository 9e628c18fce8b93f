import Source

/// One step of a function.
public struct Instruction: Hashable, Sendable {

  /// What the step does.
  public enum Kind: Hashable, Sendable {
    /// Writes the value of an expression to a place. Aggregates are copied whole.
    case assign(Place, Expression)
    case call(Call)
    /// The scope of a declared variable begins: its value is indeterminate.
    case storageLive(Local.ID)
    /// The scope of a declared variable ends.
    case storageDead(Local.ID)
    /// A construct that lowering does not look into, such as inline assembly: it may write any
    /// value to `writes`, and reads `reads`.
    case opaque(reason: String, reads: [Operand], writes: [Place])
  }

  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

}

/// A call of a function.
public struct Call: Hashable, Sendable {

  /// Which function is called.
  public enum Callee: Hashable, Sendable {
    case direct(FunctionName)
    /// Through a pointer; the operand is its value.
    case indirect(Operand)
  }

  public let callee: Callee
  /// The arguments in order, evaluated before the call.
  public let arguments: [Operand]
  /// The type of each argument as written, before conversion.
  public let argumentTypes: [Type]
  /// The source of each argument, to point at it.
  public let argumentRanges: [SourceRange]
  /// Where the result goes; `nil` if there is none or it is discarded.
  public let result: Place?
  /// The type of the result.
  public let resultType: Type

  public init(
    _ callee: Callee, arguments: [Operand], argumentTypes: [Type], argumentRanges: [SourceRange],
    result: Place?, resultType: Type
  ) {
    self.callee = callee
    self.arguments = arguments
    self.argumentTypes = argumentTypes
    self.argumentRanges = argumentRanges
    self.result = result
    self.resultType = resultType
  }

}
