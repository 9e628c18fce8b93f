import Clang
import IR

// C++'s references: pointers that are dereferenced wherever they are named.

extension Lowerer {

  /// Returns the pointer that a reference to what a node names is.
  mutating func reference(to node: SyntaxNode) -> SyntaxNode {
    let type = Type.pointer(to: node.type)
    switch node.kind {
    case .dereference(let pointer): return pointer
    case .function: return node
    case .comma(let first, let second):
      return SyntaxNode(.comma(first, reference(to: second)), type: type, cursor: node.cursor)
    case .assignment(let target, _), .compoundAssignment(_, let target, _),
      .step(let target, _, isPrefix: true):
      guard target.isPlace else { break }
      return SyntaxNode(.comma(node, reference(to: target)), type: type, cursor: node.cursor)
    case .conditional(let condition, let first, let second) where first.isPlace && second.isPlace:
      let kind = SyntaxNode.Kind.conditional(
        condition, reference(to: first), reference(to: second))
      return SyntaxNode(kind, type: type, cursor: node.cursor)
    default: break
    }
    return SyntaxNode(.address(node), type: type, cursor: node.cursor)
  }

  /// Reads the initialiser of something that has a type: of a reference, what it refers to.
  mutating func readInitializer(_ cursor: Cursor, of type: ClangType) -> SyntaxNode {
    guard type.isReference else { return read(cursor) }
    // `T &x{y}` binds to y.
    if cursor.kind == .initializerList, let item = cursor.children.last, cursor.children.count == 1,
      item.type.canonical.identity == type.canonical.pointee.identity
    {
      return reference(to: read(item))
    }
    return reference(to: read(cursor))
  }

  /// Reads the arguments of a call: those for references, and those that are left out.
  mutating func readArguments(
    _ cursors: [Cursor], of type: ClangType, _ declaration: Cursor?
  ) -> [SyntaxNode] {
    guard unit.isCPlusPlus else { return cursors.map { read($0) } }
    let types = type.canonical.parameters
    var parameters: [Cursor]?
    return cursors.enumerated().map { (index, cursor) in
      guard types.indices ~= index else { return read(cursor) }
      var argument = cursor
      if cursor.isLeftOut {
        if parameters == nil { parameters = declaration?.arguments ?? [] }
        argument = parameters.flatMap { defaultArgument(in: $0, at: index) } ?? cursor
      }
      return readInitializer(argument, of: types[index])
    }
  }

  /// Returns what a parameter is if a call leaves it out.
  private func defaultArgument(in parameters: [Cursor], at index: Int) -> Cursor? {
    guard parameters.indices ~= index else { return nil }
    return parameters[index].children.last { $0.kind.isExpression }
  }

  /// Returns the node of a call, or of what its result refers to.
  mutating func readResult(
    _ kind: SyntaxNode.Kind, of function: ClangType, _ cursor: Cursor
  ) -> SyntaxNode {
    guard unit.isCPlusPlus else { return node(kind, cursor) }
    let result = function.canonical.result
    guard result.isReference else { return node(kind, cursor) }
    let call = SyntaxNode(kind, type: types.type(result), cursor: cursor)
    return node(.dereference(call), cursor)
  }

}

extension Cursor {

  /// Whether an argument is not written.
  fileprivate var isLeftOut: Bool { kind == .unexposedExpression && start.inFile.file == nil }

}
