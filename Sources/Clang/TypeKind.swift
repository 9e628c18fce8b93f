/// The kinds of types that libclang tells; other values occur and are not named here.
public struct TypeKind: RawRepresentable, Hashable, Sendable {

  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static let invalid = TypeKind(rawValue: 0)
  public static let unexposed = TypeKind(rawValue: 1)
  public static let void = TypeKind(rawValue: 2)
  public static let bool = TypeKind(rawValue: 3)
  public static let nullPointer = TypeKind(rawValue: 24)
  public static let pointer = TypeKind(rawValue: 101)
  public static let blockPointer = TypeKind(rawValue: 102)
  public static let lvalueReference = TypeKind(rawValue: 103)
  public static let rvalueReference = TypeKind(rawValue: 104)
  public static let record = TypeKind(rawValue: 105)
  public static let enumeration = TypeKind(rawValue: 106)
  public static let typedef = TypeKind(rawValue: 107)
  public static let functionWithoutPrototype = TypeKind(rawValue: 110)
  public static let function = TypeKind(rawValue: 111)
  public static let constantArray = TypeKind(rawValue: 112)
  public static let vector = TypeKind(rawValue: 113)
  public static let incompleteArray = TypeKind(rawValue: 114)
  public static let variableArray = TypeKind(rawValue: 115)
  public static let dependentArray = TypeKind(rawValue: 116)
  public static let auto = TypeKind(rawValue: 118)
  public static let elaborated = TypeKind(rawValue: 119)
  public static let attributed = TypeKind(rawValue: 163)
  public static let atomic = TypeKind(rawValue: 177)

  /// Whether it is an integer, character or Boolean type, and if so whether it has a sign.
  public var integerIsSigned: Bool? {
    switch rawValue {
    case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12: false
    case 13, 14, 15, 16, 17, 18, 19, 20: true
    default: nil
    }
  }

  /// Whether it is a real floating-point type.
  public var isFloating: Bool {
    switch rawValue {
    case 21, 22, 23, 30, 31, 32, 39, 40: true
    default: false
    }
  }

}
