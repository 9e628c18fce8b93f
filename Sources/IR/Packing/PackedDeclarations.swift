/// Declarations of functions, packed: a module has many, and of most only the name is ever asked
/// for.
public struct PackedDeclarations: Sendable {

  private var declarations: PackedArray<FunctionDeclaration>

  public init(_ declarations: [FunctionDeclaration]) {
    self.declarations = PackedArray(declarations)
  }

  /// Returns the same declarations, outside of memory if `store` has room for them.
  func moved(to store: any ByteStore) -> PackedDeclarations {
    var moved = self
    moved.declarations = declarations.moved(to: store)
    return moved
  }

  /// Returns the declarations with other names for some records.
  func renaming(records names: [String: String]) -> PackedDeclarations {
    var renamed = self
    renamed.declarations = declarations.renaming(records: names)
    return renamed
  }

}

extension PackedDeclarations: RandomAccessCollection {

  public var startIndex: Int { declarations.startIndex }

  public var endIndex: Int { declarations.endIndex }

  public subscript(_ position: Int) -> FunctionDeclaration { declarations[position] }

}
