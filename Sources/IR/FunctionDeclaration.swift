import Source

/// What the declarations of a function say about it, merged over a translation unit.
public struct FunctionDeclaration: Hashable, Sendable {

  /// One parameter of a declaration.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let type: Type
    /// The texts of its `annotate` attributes.
    public let annotations: [String]
    public init(name: String, type: Type, annotations: [String]) {
      self.name = name
      self.type = type
      self.annotations = annotations
    }
  }

  public let name: FunctionName
  public let result: Type
  public let parameters: [Parameter]
  public let isVariadic: Bool
  /// Whether it is declared not to return.
  public let isNoReturn: Bool
  /// Whether a body was seen, also one that was not lowered.
  public let isDefined: Bool
  /// The texts of its `annotate` attributes.
  public let annotations: [String]
  /// The first declaration.
  public let range: SourceRange

  public init(
    name: FunctionName, result: Type, parameters: [Parameter], isVariadic: Bool, isNoReturn: Bool,
    isDefined: Bool, annotations: [String], range: SourceRange
  ) {
    self.name = name
    self.result = result
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.isNoReturn = isNoReturn
    self.isDefined = isDefined
    self.annotations = annotations
    self.range = range
  }

}
