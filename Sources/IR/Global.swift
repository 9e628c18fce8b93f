import Source

/// A variable with static storage: at file scope, or `static` in a function.
public struct Global: Hashable, Sendable {

  /// One scalar of the initialiser: where in the variable, and its value.
  public struct InitialValue: Hashable, Sendable {
    /// Fields and constant indices from the variable down to the scalar.
    public let path: [Place.Projection]
    public let value: Operand
    /// The type of the scalar.
    public let type: Type
    public init(path: [Place.Projection], value: Operand, type: Type) {
      self.path = path
      self.value = value
      self.type = type
    }
  }

  /// The identity: the name in the source; with internal linkage `file::name`; for a `static`
  /// local `file::function::name`, and a number where there are several.
  public let name: String
  /// The name in the source.
  public let sourceName: String
  public let type: Type
  public let isConstant: Bool
  public let isThreadLocal: Bool
  /// Whether only one file can name it.
  public let isInternal: Bool
  /// The scalars that its initialiser sets to something other than zero; `nil` where the variable
  /// is only declared here and defined elsewhere.
  public let initialValues: [InitialValue]?
  public let range: SourceRange

  public init(
    name: String, sourceName: String, type: Type, isConstant: Bool, isThreadLocal: Bool,
    isInternal: Bool, initialValues: [InitialValue]?, range: SourceRange
  ) {
    self.name = name
    self.sourceName = sourceName
    self.type = type
    self.isConstant = isConstant
    self.isThreadLocal = isThreadLocal
    self.isInternal = isInternal
    self.initialValues = initialValues
    self.range = range
  }

}
