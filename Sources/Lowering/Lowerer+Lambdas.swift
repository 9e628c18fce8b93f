import Clang
import IR

// C++'s lambdas, whose bodies are not followed.

extension Lowerer {

  /// Reads a lambda. It may change every variable of the function that it names, now or whenever it
  /// is called.
  mutating func readLambda(_ cursor: Cursor) -> SyntaxNode {
    addGap("a lambda is not understood", at: cursor)
    var seen: Set<Local.ID> = []
    var operands: [SyntaxNode] = []
    var pending = cursor.children
    while let part = pending.popLast() {
      pending += part.children
      guard part.kind == .declarationReference || part.kind == .variableReference,
        let declaration = part.referenced, let local = body.variables[declaration.identity],
        seen.insert(local).inserted
      else { continue }
      let type = body.locals[local.index].type
      let variable = SyntaxNode(.variable(.local(local)), type: type, cursor: cursor)
      operands.append(
        SyntaxNode(.address(variable), type: .pointer(to: type), cursor: cursor))
    }
    return node(.opaque("a lambda", operands), cursor)
  }

}
