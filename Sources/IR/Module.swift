import Source

/// One translation unit after lowering: values only, nothing of libclang's.
public struct Module: Sendable {

  /// The path of the source file.
  public let file: String
  /// The functions with a body that was lowered, in source order.
  public private(set) var functions: PackedFunctions
  /// Declarations of functions that are called, defined, or annotated, in source order.
  public private(set) var declarations: PackedDeclarations
  /// Variables with static storage that are defined or used, in source order.
  public let globals: [Global]
  /// Every structure and union that a lowered type names.
  public let records: [String: Record]
  /// The annotations of `typedef` names that have any.
  public let annotatedTypes: [String: [String]]
  /// What is declared of all functions of a type: `typedef` names of functions, or of pointers to
  /// them, that are annotated, sorted.
  public let functionTypes: [FunctionDeclaration]
  /// Every file that was included, by the path under which it was found, sorted.
  public let includedFiles: [String]

  public init(
    file: String, functions: PackedFunctions, declarations: PackedDeclarations,
    globals: [Global], records: [String: Record], annotatedTypes: [String: [String]],
    functionTypes: [FunctionDeclaration], includedFiles: [String]
  ) {
    self.file = file
    self.functions = functions
    self.declarations = declarations
    self.globals = globals
    self.records = records
    self.annotatedTypes = annotatedTypes
    self.functionTypes = functionTypes
    self.includedFiles = includedFiles
  }

  /// Returns the module with what is long and seldom looked at outside of memory, as far as `store`
  /// has room for it.
  public func moved(to store: any ByteStore) -> Module {
    var moved = self
    moved.functions = functions.moved(to: store)
    moved.declarations = declarations.moved(to: store)
    return moved
  }

  /// Returns the module with other declarations.
  public func declaring(_ declarations: [FunctionDeclaration]) -> Module {
    var described = self
    described.declarations = PackedDeclarations(declarations)
    return described
  }

}
