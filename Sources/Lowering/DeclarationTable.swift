import Clang
import IR

/// The functions of a translation unit.
struct DeclarationTable {

  /// What is known of a function from its declarations.
  struct Entry {
    let name: FunctionName
    /// The declaration that stands for all.
    let canonical: Cursor
    /// The declarations in files of the user.
    var redeclarations: [Cursor] = []
    var isNoReturn: Bool
  }

  /// The entries by the identity of the canonical declaration.
  private(set) var entries: [Cursor.Identity: Entry] = [:]
  private var canonicals: [Cursor.Identity: Cursor.Identity] = [:]
  private var noReturnNames: Set<FunctionName> = []
  private var taken: [FunctionName: Cursor.Identity] = [:]

  /// Returns the name of a declared function.
  mutating func name(of declaration: Cursor, in unit: TranslationUnit) -> FunctionName {
    entry(of: declaration, in: unit).name
  }

  /// Whether a function was declared not to return.
  func isNoReturn(_ name: FunctionName) -> Bool { noReturnNames.contains(name) }

  /// Notes a declaration in a file of the user.
  mutating func add(_ declaration: Cursor, in unit: TranslationUnit) {
    let canonical = entry(of: declaration, in: unit).canonical
    entries[canonical.identity]?.redeclarations.append(declaration)
    if entries[canonical.identity]?.isNoReturn == false && isDeclaredNoReturn(declaration, in: unit)
    {
      entries[canonical.identity]?.isNoReturn = true
      if let name = entries[canonical.identity]?.name { noReturnNames.insert(name) }
    }
  }

  /// Returns what is known of a function.
  private mutating func entry(of declaration: Cursor, in unit: TranslationUnit) -> Entry {
    if let identity = canonicals[declaration.identity], let known = entries[identity] {
      return known
    }
    let canonical = declaration.canonical
    canonicals[declaration.identity] = canonical.identity
    canonicals[canonical.identity] = canonical.identity
    if let known = entries[canonical.identity] { return known }
    let name = makeName(canonical, in: unit)
    let isNoReturn = isDeclaredNoReturn(canonical, in: unit)
    let entry = Entry(name: name, canonical: canonical, isNoReturn: isNoReturn)
    if entry.isNoReturn { noReturnNames.insert(name) }
    entries[canonical.identity] = entry
    taken[name] = canonical.identity
    return entry
  }

  /// Returns a name that, in C++, no other function of the program has.
  private func makeName(_ canonical: Cursor, in unit: TranslationUnit) -> FunctionName {
    var file: String?
    if canonical.hasInternalLinkage {
      let place = (canonical.definition ?? canonical).location.inFile
      file = place.file.map { unit.path(of: $0) }
    }
    let name = FunctionName(canonical.qualifiedName, file: file)
    guard unit.isCPlusPlus else { return name }
    var signature = canonical.signature
    if canonical.isLambda {
      let place = canonical.location.inFile
      signature += "@\(place.line):\(place.column)"
    }
    // What has C's linkage has no parameters in its signature. The library's functions are known
    // to contracts by their names.
    let isOverloadable =
      file == nil && signature.contains("#") && !canonical.location.isInSystemHeader
    guard isOverloadable || taken[name] != nil else { return name }
    return FunctionName(name.name, file: (file ?? "") + signature)
  }

  /// Whether a declaration says that the function does not return.
  private func isDeclaredNoReturn(_ declaration: Cursor, in unit: TranslationUnit) -> Bool {
    let spelling = declaration.type.spelling
    if spelling.hasSuffix("))") && spelling.contains("__attribute__((noreturn))") { return true }
    guard declaration.hasAttributes else { return false }
    return declaration.children.contains { (child) in
      guard child.kind == .unexposedAttribute else { return false }
      let start = child.start
      return unit.tokens(from: start, to: start).first?.spelling.contains("oreturn") ?? false
    }
  }

}
