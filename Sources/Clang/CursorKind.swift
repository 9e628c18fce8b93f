/// The kinds of cursors that are told apart; libclang has others, which are not named here.
public struct CursorKind: RawRepresentable, Hashable, Sendable {

  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }

  // Declarations.
  public static let unexposedDeclaration = CursorKind(rawValue: 1)
  public static let structure = CursorKind(rawValue: 2)
  public static let union = CursorKind(rawValue: 3)
  public static let `class` = CursorKind(rawValue: 4)
  public static let enumeration = CursorKind(rawValue: 5)
  public static let field = CursorKind(rawValue: 6)
  public static let enumerator = CursorKind(rawValue: 7)
  public static let function = CursorKind(rawValue: 8)
  public static let variable = CursorKind(rawValue: 9)
  public static let parameter = CursorKind(rawValue: 10)
  public static let typedef = CursorKind(rawValue: 20)
  public static let method = CursorKind(rawValue: 21)
  public static let namespace = CursorKind(rawValue: 22)
  public static let linkageSpecification = CursorKind(rawValue: 23)
  public static let constructor = CursorKind(rawValue: 24)
  public static let destructor = CursorKind(rawValue: 25)
  public static let conversionFunction = CursorKind(rawValue: 26)
  public static let functionTemplate = CursorKind(rawValue: 30)
  public static let classTemplate = CursorKind(rawValue: 31)
  public static let typeAlias = CursorKind(rawValue: 36)

  // References.
  public static let typeReference = CursorKind(rawValue: 43)
  public static let baseSpecifier = CursorKind(rawValue: 44)
  public static let templateReference = CursorKind(rawValue: 45)
  public static let namespaceReference = CursorKind(rawValue: 46)
  public static let memberReference = CursorKind(rawValue: 47)
  public static let labelReference = CursorKind(rawValue: 48)
  public static let overloadedReference = CursorKind(rawValue: 49)
  public static let variableReference = CursorKind(rawValue: 50)

  // Expressions.
  public static let unexposedExpression = CursorKind(rawValue: 100)
  public static let declarationReference = CursorKind(rawValue: 101)
  public static let memberExpression = CursorKind(rawValue: 102)
  public static let call = CursorKind(rawValue: 103)
  public static let integerLiteral = CursorKind(rawValue: 106)
  public static let floatingLiteral = CursorKind(rawValue: 107)
  public static let imaginaryLiteral = CursorKind(rawValue: 108)
  public static let stringLiteral = CursorKind(rawValue: 109)
  public static let characterLiteral = CursorKind(rawValue: 110)
  public static let parentheses = CursorKind(rawValue: 111)
  public static let unaryOperator = CursorKind(rawValue: 112)
  public static let `subscript` = CursorKind(rawValue: 113)
  public static let binaryOperator = CursorKind(rawValue: 114)
  public static let compoundAssignment = CursorKind(rawValue: 115)
  public static let conditional = CursorKind(rawValue: 116)
  public static let cast = CursorKind(rawValue: 117)
  public static let compoundLiteral = CursorKind(rawValue: 118)
  public static let initializerList = CursorKind(rawValue: 119)
  public static let labelAddress = CursorKind(rawValue: 120)
  public static let statementExpression = CursorKind(rawValue: 121)
  public static let genericSelection = CursorKind(rawValue: 122)
  public static let gnuNull = CursorKind(rawValue: 123)
  public static let staticCast = CursorKind(rawValue: 124)
  public static let dynamicCast = CursorKind(rawValue: 125)
  public static let reinterpretCast = CursorKind(rawValue: 126)
  public static let constCast = CursorKind(rawValue: 127)
  public static let functionalCast = CursorKind(rawValue: 128)
  public static let typeidExpression = CursorKind(rawValue: 129)
  public static let booleanLiteral = CursorKind(rawValue: 130)
  public static let nullPointerLiteral = CursorKind(rawValue: 131)
  public static let this = CursorKind(rawValue: 132)
  public static let `throw` = CursorKind(rawValue: 133)
  public static let new = CursorKind(rawValue: 134)
  public static let delete = CursorKind(rawValue: 135)
  public static let unary = CursorKind(rawValue: 136)
  public static let lambda = CursorKind(rawValue: 144)

  // Statements.
  public static let unexposedStatement = CursorKind(rawValue: 200)
  public static let label = CursorKind(rawValue: 201)
  public static let compound = CursorKind(rawValue: 202)
  public static let `case` = CursorKind(rawValue: 203)
  public static let `default` = CursorKind(rawValue: 204)
  public static let `if` = CursorKind(rawValue: 205)
  public static let `switch` = CursorKind(rawValue: 206)
  public static let `while` = CursorKind(rawValue: 207)
  public static let `do` = CursorKind(rawValue: 208)
  public static let `for` = CursorKind(rawValue: 209)
  public static let goto = CursorKind(rawValue: 210)
  public static let indirectGoto = CursorKind(rawValue: 211)
  public static let `continue` = CursorKind(rawValue: 212)
  public static let `break` = CursorKind(rawValue: 213)
  public static let `return` = CursorKind(rawValue: 214)
  public static let assembly = CursorKind(rawValue: 215)
  public static let `catch` = CursorKind(rawValue: 223)
  public static let `try` = CursorKind(rawValue: 224)
  public static let rangeFor = CursorKind(rawValue: 225)
  public static let nullStatement = CursorKind(rawValue: 230)
  public static let declarationStatement = CursorKind(rawValue: 231)

  // The rest.
  public static let unexposedAttribute = CursorKind(rawValue: 400)
  public static let annotation = CursorKind(rawValue: 406)
  public static let macroDefinition = CursorKind(rawValue: 501)
  public static let macroExpansion = CursorKind(rawValue: 502)
  public static let inclusion = CursorKind(rawValue: 503)
  public static let staticAssertion = CursorKind(rawValue: 602)

  /// Whether it is an expression.
  public var isExpression: Bool { (100 ..< 200).contains(rawValue) || rawValue == 280 }

  /// Whether it refers to a declaration without being an expression.
  public var isReference: Bool { (40 ..< 70).contains(rawValue) }

  /// Whether it is an attribute.
  public var isAttribute: Bool { (400 ..< 500).contains(rawValue) }

}
