import CLibclang

/// A node of a syntax tree, valid while its translation unit lives.
public struct Cursor {

  /// libclang's value.
  let raw: CXCursor

  /// What tells the declarations of a translation unit apart.
  public struct Identity: Hashable {
    let pointer: UnsafeRawPointer?
  }

  /// The storage classes that matter.
  public enum StorageClass {
    case none, external, `static`, other
  }

  public var kind: CursorKind { CursorKind(rawValue: raw.kind) }

  /// The identity of a declaration. Redeclarations have identities of their own; see `canonical`.
  public var identity: Identity { Identity(pointer: raw.data.0) }

  /// The name of a declaration or reference, the text of an annotation or of a string literal.
  public var spelling: String { string(clang_getCursorSpelling(raw)) }

  public var type: ClangType { ClangType(raw: clang_getCursorType(raw)) }

  /// Where the name of a declaration stands.
  public var location: Location { Location(raw: clang_getCursorLocation(raw)) }

  /// Where the node begins.
  public var start: Location {
    Location(raw: clang_getRangeStart(clang_getCursorExtent(raw)))
  }

  /// The position behind the node.
  public var end: Location {
    Location(raw: clang_getRangeEnd(clang_getCursorExtent(raw)))
  }

  /// Where the node begins and ends.
  public var extent: (start: Location, end: Location) {
    let range = clang_getCursorExtent(raw)
    return (Location(raw: clang_getRangeStart(range)), Location(raw: clang_getRangeEnd(range)))
  }

  /// Calls `body` with each node directly below.
  public func forEachChild(_ body: (Cursor) -> Void) {
    withoutActuallyEscaping(body) { (body) in
      var visitor = body
      withUnsafeMutablePointer(to: &visitor) { (visitor) in
        _ = clang_visitChildren(
          raw,
          { (child, _, context) in
            context?.assumingMemoryBound(to: ((Cursor) -> Void).self).pointee(Cursor(raw: child))
            return 1
          }, visitor)
      }
    }
  }

  /// The nodes directly below.
  public var children: [Cursor] {
    var children: [Cursor] = []
    withUnsafeMutablePointer(to: &children) { (children) in
      _ = clang_visitChildren(
        raw,
        { (child, _, context) in
          context?.assumingMemoryBound(to: [Cursor].self).pointee.append(Cursor(raw: child))
          return 1
        }, children)
    }
    return children
  }

}

extension Cursor {

  /// Whether there is no node.
  public var isNull: Bool { (70 ..< 100).contains(raw.kind) }

  /// What a reference, a use of a variable, or an expansion of a macro refers to.
  public var referenced: Cursor? { Cursor(clang_getCursorReferenced(raw)) }

  /// The definition of what is declared or referred to.
  public var definition: Cursor? { Cursor(clang_getCursorDefinition(raw)) }

  /// The declaration that stands for all declarations of the same thing.
  public var canonical: Cursor { Cursor(raw: clang_getCanonicalCursor(raw)) }

  /// The record, function or file in which it is declared.
  public var semanticParent: Cursor? { Cursor(clang_getCursorSemanticParent(raw)) }

  public var isDefinition: Bool { clang_isCursorDefinition(raw) != 0 }

  /// Whether only one translation unit can name it.
  public var hasInternalLinkage: Bool { [2, 3].contains(clang_getCursorLinkage(raw)) }

  /// Whether each thread has its own.
  public var isThreadLocal: Bool { clang_getCursorTLSKind(raw) != 0 }

  /// Whether a variable lives as long as the program.
  public var hasGlobalStorage: Bool { clang_Cursor_hasVarDeclGlobalStorage(raw) > 0 }

  public var storageClass: StorageClass {
    switch clang_Cursor_getStorageClass(raw) {
    case 1: .none
    case 2, 4: .external
    case 3: .static
    default: .other
    }
  }

  /// The initialiser of a variable.
  public var initializer: Cursor? { Cursor(clang_Cursor_getVarDeclInitializer(raw)) }

  /// The arguments of a call, the parameters of a function.
  public var arguments: [Cursor] {
    let count = clang_Cursor_getNumArguments(raw)
    return count <= 0
      ? [] : (0 ..< UInt32(count)).map { Cursor(raw: clang_Cursor_getArgument(raw, $0)) }
  }

  public var isVariadic: Bool { clang_Cursor_isVariadic(raw) != 0 }

  /// The parameters that stand in a declaration; those of a `typedef` are not its arguments.
  public var parameters: [Cursor] {
    var parameters: [Cursor] = []
    forEachChild { if $0.kind == .parameter { parameters.append($0) } }
    return parameters
  }

  /// Whether a declaration has attributes.
  public var hasAttributes: Bool { clang_Cursor_hasAttrs(raw) != 0 }

  /// The texts of the `annotate` attributes of a declaration.
  public var annotations: [String] {
    hasAttributes ? children.compactMap { $0.kind == .annotation ? $0.spelling : nil } : []
  }

  /// Whether a record is a member without a name of the record around it.
  public var isUnnamedMember: Bool { clang_Cursor_isAnonymousRecordDecl(raw) != 0 }

  public var isBitField: Bool { clang_Cursor_isBitField(raw) != 0 }

  /// Whether a method belongs to the class and not to an object.
  public var isStaticMethod: Bool { clang_CXXMethod_isStatic(raw) != 0 }

  /// Whether the object decides which method is called.
  public var isVirtualMethod: Bool { clang_CXXMethod_isVirtual(raw) != 0 }

  /// Whether the compiler makes the body of a method, asked to or not.
  public var isMadeByCompiler: Bool { clang_CXXMethod_isDefaulted(raw) != 0 }

  /// The template, or the member of one, that a declaration is an instance of.
  public var template: Cursor? { Cursor(clang_getSpecializedCursorTemplate(raw)) }

  /// What tells a declaration from all others of a program, overloads and instances too.
  public var signature: String { string(clang_getCursorUSR(raw)) }

  /// The value of an enumerator.
  public var enumeratorValue: Int { Int(clang_getEnumConstantDeclValue(raw)) }

  /// The integer type of an enumeration.
  public var enumerationType: ClangType { ClangType(raw: clang_getEnumDeclIntegerType(raw)) }

  /// The type that a `typedef` gives a name to.
  public var aliasedType: ClangType { ClangType(raw: clang_getTypedefDeclUnderlyingType(raw)) }

  /// The value of an integer constant expression; `nil` if it is none.
  public var integerValue: Int? {
    guard let result = clang_Cursor_Evaluate(raw) else { return nil }
    defer { clang_EvalResult_dispose(result) }
    guard clang_EvalResult_getKind(result) == 1 else { return nil }
    return Int(clang_EvalResult_getAsLongLong(result))
  }

  /// The value of a floating-point constant expression; `nil` if it is none.
  public var floatingValue: Double? {
    guard let result = clang_Cursor_Evaluate(raw) else { return nil }
    defer { clang_EvalResult_dispose(result) }
    guard clang_EvalResult_getKind(result) == 2 else { return nil }
    return clang_EvalResult_getAsDouble(result)
  }

  /// libclang's number of a binary operator; 0 where it does not tell (before 17).
  public var binaryOperatorKind: Int { Int(clang_getCursorBinaryOperatorKind(raw)) }

  /// libclang's number of a unary operator; 0 where it does not tell (before 17).
  public var unaryOperatorKind: Int { Int(clang_getCursorUnaryOperatorKind(raw)) }

  /// The node, unless there is none.
  private init?(_ raw: CXCursor) {
    guard !(70 ..< 100).contains(raw.kind) else { return nil }
    self.raw = raw
  }

}
