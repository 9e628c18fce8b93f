import CLibclang

/// A type of the source, valid while its translation unit lives.
public struct ClangType {

  /// libclang's value.
  let raw: CXType

  /// What tells types apart: the same for the same type, with its aliases and qualifiers.
  public struct Identity: Hashable {
    let pointer: UnsafeMutableRawPointer?
  }

  public var identity: Identity { Identity(pointer: raw.data.0) }

  public var kind: TypeKind { TypeKind(rawValue: raw.kind) }

  /// The type in C's notation.
  public var spelling: String { string(clang_getTypeSpelling(raw)) }

  /// The type without aliases.
  public var canonical: ClangType { ClangType(raw: clang_getCanonicalType(raw)) }

  /// What a pointer or reference refers to.
  public var pointee: ClangType { ClangType(raw: clang_getPointeeType(raw)) }

  /// Whether it is a C++ reference.
  public var isReference: Bool {
    let kind = canonical.kind
    return kind == .lvalueReference || kind == .rvalueReference
  }

  /// What an array or vector consists of.
  public var element: ClangType { ClangType(raw: clang_getArrayElementType(raw)) }

  /// The number of elements of an array; negative if it is not constant.
  public var count: Int { Int(clang_getArraySize(raw)) }

  /// The type that `struct S` or a qualified name stands for.
  public var named: ClangType { ClangType(raw: clang_Type_getNamedType(raw)) }

  /// The type below attributes such as `_Nonnull`.
  public var modified: ClangType { ClangType(raw: clang_Type_getModifiedType(raw)) }

  /// The type of the value of an atomic type.
  public var value: ClangType { ClangType(raw: clang_Type_getValueType(raw)) }

  /// What a function of this type returns.
  public var result: ClangType { ClangType(raw: clang_getResultType(raw)) }

  /// The types of the parameters of a function of this type.
  public var parameters: [ClangType] {
    let count = clang_getNumArgTypes(raw)
    return count <= 0
      ? [] : (0 ..< UInt32(count)).map { ClangType(raw: clang_getArgType(raw, $0)) }
  }

  /// Whether a function of this type takes further arguments.
  public var isVariadic: Bool { clang_isFunctionTypeVariadic(raw) != 0 }

  /// Whether it is `const` at the top.
  public var isConstant: Bool { clang_isConstQualifiedType(raw) != 0 }

  /// The size in bytes; negative if it is not known.
  public var size: Int { Int(clang_Type_getSizeOf(raw)) }

  /// The declaration of a record, enumeration or alias.
  public var declaration: Cursor { Cursor(raw: clang_getTypeDeclaration(raw)) }

  /// The members of a record, those without a name too.
  public var fields: [Cursor] {
    var fields: [Cursor] = []
    withUnsafeMutablePointer(to: &fields) { (fields) in
      _ = clang_Type_visitFields(
        raw,
        { (field, context) in
          context?.assumingMemoryBound(to: [Cursor].self).pointee.append(Cursor(raw: field))
          return 1
        }, fields)
    }
    return fields
  }

}
