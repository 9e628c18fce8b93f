import Clang
import IR
import Source

// One function.

extension Lowerer {

  /// Lowers the definition of a function.
  mutating func lower(function cursor: Cursor) {
    let name = declarations.name(of: cursor, in: unit)
    if unit.isCPlusPlus && cursor.isMadeByCompiler { return }
    guard let compound = cursor.children.last(where: { $0.kind == .compound || $0.kind == .try }),
      loweredNames.insert(name).inserted
    else { return }
    body = BodyBuilder()
    body.functionName = name.name
    let type = cursor.type
    if cursor.kind != .function { declareThis(cursor) }
    for parameter in cursor.arguments { declareParameter(parameter) }
    let count = body.locals.count
    body.result = type.result
    let end = lastByte(of: compound)
    inScope(endingAt: compound) { (lowerer) in
      lowerer.declareDestructions(cursor)
      if cursor.kind == .constructor { lowerer.lowerInitializers(of: cursor) }
      lowerer.lower(statement: compound)
    }
    body.terminate(.return(nil), at: end)
    completeJumps()
    addParseErrors(cursor)
    functions.append(
      Function(
        name: name, range: nameRange(cursor.location.inFile, cursor.spelling), end: end,
        result: types.type(type.result), parameterCount: count, isVariadic: cursor.isVariadic,
        locals: body.locals, blocks: body.finishedBlocks(end: end), gaps: body.gaps))
    body = BodyBuilder()
  }

  /// Adds a parameter.
  private mutating func declareParameter(_ cursor: Cursor) {
    let name = cursor.spelling
    let range = nameRange(cursor.location.inFile, name)
    body.variables[cursor.identity] = body.makeLocal(
      name, type(of: cursor).decayed, .parameter, at: range)
  }

  /// Adds the object whose method this is.
  private mutating func declareThis(_ cursor: Cursor) {
    guard !cursor.isStaticMethod, let parent = cursor.semanticParent else { return }
    body.closure = closures[parent.canonical.identity]
    let record = types.recordName(parent)
    body.this = body.makeLocal(
      "this", .pointer(to: .record(record)), .parameter, at: range(of: cursor))
  }

  /// Notes what ends with a C++ function: the parameters that are objects, and in a destructor the
  /// parts of the object.
  private mutating func declareDestructions(_ cursor: Cursor) {
    guard unit.isCPlusPlus else { return }
    for parameter in cursor.arguments {
      let destruction = destruction(of: parameter.type)
      if let gap = destruction.gap { addGap(gap, at: parameter) }
      if let local = body.variables[parameter.identity], !destruction.cleanups.isEmpty {
        body.scopes.declare(local, cleanups: destruction.cleanups)
      }
    }
    guard cursor.kind == .destructor, let this = body.this, let parent = cursor.semanticParent
    else { return }
    let parts = destruction(ofPartsOf: parent.type.canonical)
    if let gap = parts.gap { addGap(gap, at: cursor) }
    let type = Type.record(types.recordName(parent))
    if !parts.cleanups.isEmpty {
      let cleanups = parts.cleanups.map { $0.behind([.dereference], type: type) }
      body.scopes.declare(this, cleanups: cleanups)
    }
  }

  /// Notes the errors of the parser inside the function: what they concern is missing.
  private mutating func addParseErrors(_ cursor: Cursor) {
    for error in parseErrors.errors(in: range(of: cursor)) {
      guard let position = error.position else { continue }
      body.gaps.append(
        Function.Gap(
          "parse error: \(error.message)", at: SourceRange(start: position, end: position)))
    }
  }

}
