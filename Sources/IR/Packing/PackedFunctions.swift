/// The functions of a module, packed.
///
/// A program has far more code than is looked at in one moment; what is kept of all of it decides
/// how much memory a large program takes.
public struct PackedFunctions: Sendable {

  /// The names of the functions, in order.
  public let names: [FunctionName]
  private var functions: PackedArray<Function>

  public init(_ functions: [Function]) {
    names = functions.map(\.name)
    self.functions = PackedArray(functions)
  }

  /// Returns the same functions, outside of memory if `store` has room for them.
  func moved(to store: any ByteStore) -> PackedFunctions {
    var moved = self
    moved.functions = functions.moved(to: store)
    return moved
  }

  /// Returns the functions with other names for some records.
  func renaming(records names: [String: String]) -> PackedFunctions {
    var renamed = self
    renamed.functions = functions.renaming(records: names)
    return renamed
  }

}

extension PackedFunctions: RandomAccessCollection {

  public var startIndex: Int { functions.startIndex }

  public var endIndex: Int { functions.endIndex }

  public subscript(_ position: Int) -> Function { functions[position] }

}
