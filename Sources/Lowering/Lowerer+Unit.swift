import Clang
import IR
import Source

// The top level of a translation unit.

extension Lowerer {

  /// Lowers everything.
  mutating func lowerUnit() -> Module {
    var scan = TopLevel(unit, options: options)
    for expansion in scan.expansions { ranges.add(expansion: expansion) }
    parseErrors = ParseErrors(unit)
    for declaration in scan.functions { declarations.add(declaration, in: unit) }
    for typedef in scan.forgettableAliases { types.addRecordAlias(typedef) }
    for typedef in scan.aliases { types.addAlias(typedef) }
    for record in scan.records { _ = types.recordName(record) }
    for variable in scan.variables where variable.storageClass != .external {
      _ = globalName(variable)
    }
    readPendingGlobals()
    for definition in scan.definitions { lower(function: definition) }
    while let instance = pendingInstances.popLast() {
      if scan.isUsers(instance) { lower(function: instance) }
    }
    readPendingGlobals()
    let declared = functionDeclarations(all: scan.declaredFunctions)
    completeRecords(scan)
    let ordered = functions.sorted { ($0.range, $0.name) < ($1.range, $1.name) }
    return Module(
      file: unit.path, functions: PackedFunctions(ordered),
      declarations: PackedDeclarations(
        declared.sorted { ($0.range, $0.name) < ($1.range, $1.name) }),
      globals: globals.values.sorted { ($0.range, $0.name) < ($1.range, $1.name) },
      records: types.records, annotatedTypes: types.annotatedTypes,
      functionTypes: functionTypes(), includedFiles: unit.includedFiles)
  }

  /// Converts the records of which values are kept, and those that the user declares.
  private mutating func completeRecords(_ scan: TopLevel) {
    for function in functions { for local in function.locals { types.complete(local.type) } }
    for global in globals.values.sorted(by: { $0.name < $1.name }) { types.complete(global.type) }
    var scan = scan
    let keepsAll = options.allDeclarations
    types.convertRecords { keepsAll || scan.isUsers($0) }
  }

  /// Returns the declarations of the functions that were referred to.
  private mutating func functionDeclarations(all: [Cursor]) -> [FunctionDeclaration] {
    if options.allDeclarations { for cursor in all { declarations.add(cursor, in: unit) } }
    return declarations.entries.values.map { declaration(of: $0) }
  }

  /// Returns what the annotated aliases say of the functions that have their types.
  private mutating func functionTypes() -> [FunctionDeclaration] {
    types.annotatedAliases.compactMap { (alias) in
      let type = types.type(alias.aliasedType)
      guard case .function(let result, _, let isVariadic) = (type.pointee ?? type).unaliased else {
        return nil
      }
      return FunctionDeclaration(
        name: .init(alias.spelling), result: result,
        parameters: alias.parameters.map { (parameter) in
          .init(
            name: parameter.spelling, type: self.type(of: parameter).decayed,
            annotations: parameter.annotations)
        },
        isVariadic: isVariadic, isNoReturn: false, isDefined: false,
        annotations: alias.annotations, range: range(ofName: alias))
    }.sorted { ($0.range, $0.name) < ($1.range, $1.name) }
  }

  /// Merges what the declarations of a function say.
  private mutating func declaration(of entry: DeclarationTable.Entry) -> FunctionDeclaration {
    let definition = entry.canonical.definition
    var cursors = [entry.canonical]
    for cursor in entry.redeclarations + (definition.map { [$0] } ?? [])
    where !cursors.contains(where: { $0.identity == cursor.identity }) {
      cursors.append(cursor)
    }
    let shown = definition ?? cursors.last ?? entry.canonical
    let type = entry.canonical.type
    return FunctionDeclaration(
      name: entry.name, result: types.type(type.result), parameters: parameters(cursors, shown),
      isVariadic: entry.canonical.isVariadic, isNoReturn: entry.isNoReturn,
      isDefined: definition != nil, annotations: merged(cursors.map { $0.annotations }),
      range: range(ofName: entry.canonical))
  }

  /// Returns the range of the name in a declaration, which may be in a header.
  private func range(ofName declaration: Cursor) -> SourceRange {
    guard let start = unit.position(of: declaration.location.inFile) else { return .nowhere }
    let length = declaration.spelling.utf8.count
    let end = SourcePosition(
      file: start.file, line: start.line, column: start.column + length)
    return SourceRange(start: start, end: end)
  }

  /// Merges what the declarations of a function say about its parameters; the names are those of
  /// the declaration that is shown.
  private mutating func parameters(
    _ cursors: [Cursor], _ shown: Cursor
  ) -> [FunctionDeclaration.Parameter] {
    let declared = cursors.map(\.arguments)
    return shown.arguments.enumerated().map { (index, parameter) in
      let names =
        [parameter.spelling]
        + declared.compactMap {
          $0.indices ~= index ? $0[index].spelling : nil
        }
      let texts = declared.map { $0.indices ~= index ? $0[index].annotations : [] }
      return FunctionDeclaration.Parameter(
        name: names.first { !$0.isEmpty } ?? "", type: type(of: parameter).decayed,
        annotations: merged(texts))
    }
  }

  /// Returns the texts without those that occur before.
  private func merged(_ lists: [[String]]) -> [String] {
    var result: [String] = []
    for text in lists.joined() where !result.contains(text) { result.append(text) }
    return result
  }

}
