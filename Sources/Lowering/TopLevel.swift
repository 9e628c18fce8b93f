import Clang

/// The declarations at the top level of a translation unit, sorted by what becomes of them.
struct TopLevel {

  /// The uses of macros.
  private(set) var expansions: [Cursor] = []
  /// The functions whose bodies are lowered.
  private(set) var definitions: [Cursor] = []
  /// The declarations of functions in the user's files.
  private(set) var functions: [Cursor] = []
  /// All declarations of functions that are not in a header of the system, if they are wanted.
  private(set) var declaredFunctions: [Cursor] = []
  /// The variables in the user's files.
  private(set) var variables: [Cursor] = []
  /// The aliases and records that may be annotated, if all declarations are wanted.
  private(set) var aliases: [Cursor] = []
  private(set) var records: [Cursor] = []
  /// The aliases of C++: `auto` and templates forget them.
  private(set) var forgettableAliases: [Cursor] = []

  private let unit: TranslationUnit
  private let options: LoweringOptions
  private var isUserFile: [FileID: Bool] = [:]

  /// Sorts the declarations of a unit.
  init(_ unit: TranslationUnit, options: LoweringOptions) {
    self.unit = unit
    self.options = options
    unit.cursor.forEachChild { add($0) }
  }

  /// Sorts one declaration.
  private mutating func add(_ cursor: Cursor) {
    switch cursor.kind {
    case .macroExpansion: expansions.append(cursor)
    case .macroDefinition, .inclusion: break
    case .function, .method, .constructor, .destructor, .conversionFunction: add(function: cursor)
    case .variable: if isUsers(cursor) { variables.append(cursor) }
    case .typedef, .typeAlias:
      if unit.isCPlusPlus && !cursor.location.isInSystemHeader {
        forgettableAliases.append(cursor)
      }
      if options.allDeclarations && !cursor.location.isInSystemHeader { aliases.append(cursor) }
    case .structure, .union:
      if options.allDeclarations && !cursor.location.isInSystemHeader && cursor.isDefinition {
        records.append(cursor)
      }
      addMembers(of: cursor)
    case .namespace, .linkageSpecification, .class, .unexposedDeclaration: addMembers(of: cursor)
    default: break
    }
  }

  /// Sorts the declaration of a function.
  private mutating func add(function cursor: Cursor) {
    let isUsers = isUsers(cursor)
    if isUsers {
      functions.append(cursor)
      if cursor.isDefinition { definitions.append(cursor) }
    }
    if options.allDeclarations && (isUsers || !cursor.location.isInSystemHeader) {
      declaredFunctions.append(cursor)
    }
  }

  /// Sorts what is declared in a C++ class, a namespace or a linkage specification.
  private mutating func addMembers(of cursor: Cursor) {
    // libclang 14 does not tell a linkage specification.
    let isLinkage = cursor.kind == .linkageSpecification || cursor.kind == .unexposedDeclaration
    guard isLinkage || isUsers(cursor) else { return }
    cursor.forEachChild { (child) in
      switch child.kind {
      case .field: break
      case .structure, .union: if unit.isCPlusPlus { add(child) }
      default: add(child)
      }
    }
  }

  /// Whether a declaration is in a file of the user, not the system's or the runtime's.
  mutating func isUsers(_ cursor: Cursor) -> Bool {
    let location = cursor.location
    if location.isInMainFile { return true }
    if location.isInSystemHeader { return false }
    guard let file = location.inFile.file else { return false }
    if let known = isUserFile[file] { return known }
    let isUsers = !options.isRuntimeFile(unit.path(of: file))
    isUserFile[file] = isUsers
    return isUsers
  }

}
