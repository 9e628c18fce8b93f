import Clang
import IR

// Initialiser lists as they are written.

extension Lowerer {

  /// Reads an initialiser list.
  mutating func readInitializerList(_ cursor: Cursor) -> SyntaxNode {
    let items = cursor.children.filter { !$0.kind.isReference }.map { readItem($0) }
    return node(.initializerList(items), cursor)
  }

  /// Reads one item of an initialiser list.
  private mutating func readItem(_ cursor: Cursor) -> SyntaxNode.Item {
    guard cursor.kind == .unexposedExpression, cursor.type.kind == .void else {
      return .init(designators: [], value: read(cursor))
    }
    let children = cursor.children
    guard children.count >= 2, let value = children.last else {
      return .init(designators: [], value: read(cursor))
    }
    let designators = readDesignators(children.dropLast().filter { $0.kind != .typeReference })
    return .init(designators: designators, value: read(value))
  }

  /// Reads `.f`, `[1]` and `[1 ... 3]`.
  private mutating func readDesignators(_ cursors: [Cursor]) -> [SyntaxNode.Designator] {
    var designators: [SyntaxNode.Designator] = []
    var index = 0
    while index < cursors.count {
      let cursor = cursors[index]
      index += 1
      if cursor.kind == .memberReference {
        if let field = cursor.referenced { designators.append(.field(field.identity)) }
        continue
      }
      let low = cursor.integerValue ?? read(cursor).constant ?? 0
      var high = low
      if index < cursors.count, cursors[index].kind != .memberReference,
        isRange(cursor, cursors[index])
      {
        high = cursors[index].integerValue ?? low
        index += 1
      }
      designators.append(.index(min(low, high) ... max(low, high)))
    }
    return designators
  }

  /// Whether two indices are the ends of `[a ... b]`, not those of `[a][b]`.
  private func isRange(_ low: Cursor, _ high: Cursor) -> Bool {
    unit.tokens(from: low.start, to: high.start).contains { $0.spelling == "..." }
  }

}
