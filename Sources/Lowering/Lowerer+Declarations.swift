import Clang
import IR
import Source

// Declarations in a function.

extension Lowerer {

  /// Lowers a declaration in a function.
  mutating func lower(declaration cursor: Cursor) {
    switch cursor.kind {
    case .variable:
      if cursor.hasGlobalStorage {
        _ = globalName(cursor)
        readPendingGlobals()
      } else {
        declareLocal(cursor, initializer: cursor.initializer)
      }
    case .function: declarations.add(cursor, in: unit)
    case .typedef, .typeAlias, .structure, .union, .enumeration, .class, .staticAssertion: break
    default:
      if !cursor.kind.isAttribute && !cursor.kind.isReference {
        addGap("a declaration that is not understood", at: cursor)
      }
    }
  }

  /// Lowers the declaration of a variable with automatic storage.
  mutating func declareLocal(_ cursor: Cursor, initializer: Cursor?) {
    let start = cursor.location.inFile
    let name = cursor.spelling
    let range = nameRange(start, name)
    body.statementRange = range
    if cursor.type.canonical.kind == .variableArray { evaluateSizes(cursor, initializer) }
    let local = body.makeLocal(name, type(of: cursor), .variable, at: range)
    body.variables[cursor.identity] = local
    body.append(.storageLive(local), at: range)
    body.scopes.declare(local, cleanups: cleanups(of: cursor))
    guard let initializer else { return }
    initialize(body.place(local), with: readInitializer(initializer, of: cursor.type))
    endTemporaries(extendingLife: cursor.type.isReference)
  }

  /// Returns the range of a name.
  mutating func nameRange(_ start: FileLocation, _ name: String) -> SourceRange {
    let length = name.utf8.count
    let end = FileLocation(
      file: start.file, line: start.line, column: start.column + length,
      offset: start.offset + length)
    return ranges.range(from: start, to: end)
  }

  /// Evaluates the sizes of an array of variable length.
  private mutating func evaluateSizes(_ cursor: Cursor, _ initializer: Cursor?) {
    for child in statements(of: cursor) where child.kind.isExpression { evaluate(read(child)) }
  }

  /// Returns what the end of a variable's scope calls: what its `cleanup` attribute names, and its
  /// destructor.
  private mutating func cleanups(of cursor: Cursor) -> [Cleanup] {
    let destruction = destruction(of: cursor.type)
    if let gap = destruction.gap { addGap(gap, at: cursor) }
    guard cursor.hasAttributes else { return destruction.cleanups }
    for attribute in cursor.children where attribute.kind == .unexposedAttribute {
      guard let cleanup = CleanupAttribute(attribute, in: unit, macros: macros) else { continue }
      if let function = functionsByName[cleanup.function] {
        let cleanup = Cleanup(declarations.name(of: function, in: unit))
        return [cleanup] + destruction.cleanups
      }
      addGap("a 'cleanup' function that is not found", at: attribute)
    }
    return destruction.cleanups
  }

  /// The functions at the top level by name, looked up when first needed.
  private var functionsByName: [String: Cursor] {
    mutating get {
      if let known = knownFunctionsByName { return known }
      var found: [String: Cursor] = [:]
      for cursor in unit.cursor.children where cursor.kind == .function {
        found[cursor.spelling] = cursor
      }
      knownFunctionsByName = found
      return found
    }
  }

}
