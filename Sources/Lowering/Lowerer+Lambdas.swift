import Clang
import IR

// C++'s lambdas: an object with what is captured, and a function that gets its address.

extension Lowerer {

  /// Reads a lambda.
  mutating func readLambda(_ cursor: Cursor) -> SyntaxNode {
    let declaration = cursor.type.canonical.declaration
    let uses = capturedUses(in: cursor)
    guard let clause = CaptureClause(cursor, in: unit), uses.isComplete,
      let method = declaration.children.first(where: { $0.kind == .method })
    else { return readUnknownLambda(cursor, uses.nodes) }
    var closure = Closure(record: types.recordName(declaration))
    var fields: [Record.Field] = []
    var items: [SyntaxNode.Item] = []
    for (variable, node) in uses.variables {
      let name = variable.spelling
      let isReference = clause.isReference(name)
      let value = isReference ? reference(to: node) : node
      closure.captures[variable.identity] = .init(
        name: name, type: value.type, isReference: isReference)
      fields.append(.init(name: name, type: value.type))
      items.append(.init(designators: [], value: value))
    }
    if uses.needsThis, let this = thisNode(cursor) {
      closure.this = this.type
      fields.append(.init(name: "this", type: this.type))
      items.append(.init(designators: [], value: this))
    }
    types.define(Record(name: closure.record, isUnion: false, fields: fields))
    closures[declaration.canonical.identity] = closure
    _ = declarations.name(of: method, in: unit)
    pendingInstances.append(method)
    return node(.initializerList(items), cursor)
  }

  /// Reads a lambda that is not followed: it may change what it names.
  private mutating func readUnknownLambda(
    _ cursor: Cursor, _ named: [SyntaxNode]
  ) -> SyntaxNode {
    addGap("a lambda is not understood", at: cursor)
    let operands = named.map { reference(to: $0) }
    return node(.call(.direct(FunctionName("lambda")), operands), cursor)
  }

  /// What a lambda names of the function around it.
  private struct Uses {
    var variables: [(declaration: Cursor, node: SyntaxNode)] = []
    var needsThis = false
    /// Whether all of what it captures are variables.
    var isComplete = true
    var nodes: [SyntaxNode] { variables.map(\.node) }
  }

  /// Looks for what a lambda names of the function around it.
  private mutating func capturedUses(in lambda: Cursor) -> Uses {
    var uses = Uses()
    var seen: Set<Cursor.Identity> = []
    var pending = Array(lambda.children.reversed())
    while let part = pending.popLast() {
      let children = part.children
      pending += children.reversed()
      if part.kind == .this { uses.needsThis = true }
      if part.kind == .memberExpression, !children.contains(where: \.kind.isExpression),
        part.referenced.map({ $0.kind == .field || $0.kind == .method }) ?? false
      {
        uses.needsThis = true
      }
      guard part.kind == .declarationReference || part.kind == .variableReference,
        let declaration = part.referenced, seen.insert(declaration.identity).inserted
      else { continue }
      if isOuter(declaration) {
        uses.variables.append((declaration, readVariable(declaration, part)))
      } else if part.kind == .variableReference {
        uses.isComplete = false
      }
    }
    return uses
  }

  /// Whether a variable belongs to the function at work, or is captured by it.
  private func isOuter(_ declaration: Cursor) -> Bool {
    body.variables[declaration.identity] != nil
      || body.closure?.captures[declaration.identity] != nil
  }

  /// Returns the node of a variable of the function at work, or of one that it captures.
  private mutating func readVariable(_ declaration: Cursor, _ cursor: Cursor) -> SyntaxNode {
    if let captured = readCaptured(declaration, cursor) { return captured }
    guard let local = body.variables[declaration.identity] else { return node(.unknown, cursor) }
    let type = body.locals[local.index].type
    let variable = SyntaxNode(.variable(.local(local)), type: type, cursor: cursor)
    guard declaration.type.isReference, let target = type.pointee else { return variable }
    return SyntaxNode(.dereference(variable), type: target, cursor: cursor)
  }

  /// Returns the node of a variable that the lambda at work captures.
  mutating func readCaptured(_ declaration: Cursor, _ cursor: Cursor) -> SyntaxNode? {
    guard let closure = body.closure, let capture = closure.captures[declaration.identity],
      let member = closureMember(capture.name, capture.type, cursor)
    else { return nil }
    guard capture.isReference, let target = capture.type.pointee else { return member }
    return SyntaxNode(.dereference(member), type: target, cursor: cursor)
  }

  /// Returns the pointer to the object whose method this is, also inside a lambda.
  func thisNode(_ cursor: Cursor) -> SyntaxNode? {
    if let closure = body.closure {
      return closure.this.flatMap { closureMember("this", $0, cursor) }
    }
    guard let this = body.this else { return nil }
    return SyntaxNode(
      .variable(.local(this)), type: body.locals[this.index].type, cursor: cursor)
  }

  /// Returns a member of the object that a lambda is.
  private func closureMember(_ name: String, _ type: Type, _ cursor: Cursor) -> SyntaxNode? {
    guard let this = body.this, let closure = body.closure else { return nil }
    let object = SyntaxNode(
      .variable(.local(this)), type: body.locals[this.index].type, cursor: cursor)
    let path = [Place.Projection.field(name, record: closure.record)]
    return SyntaxNode(.member(object, path: path, isArrow: true), type: type, cursor: cursor)
  }

}
