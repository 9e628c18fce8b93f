import Clang
import IR

// C++'s loops over the elements of something.

extension Lowerer {

  /// Lowers `for (x : range)`.
  mutating func lowerRangeFor(_ cursor: Cursor) {
    let parts = statements(of: cursor)
    guard parts.count >= 3,
      let variable = parts.first(where: { $0.kind == .variable })
    else {
      addGap("a loop whose parts are missing", at: cursor)
      return
    }
    inScope(endingAt: cursor) { (lowerer) in
      for part in parts where part.kind == .declarationStatement {
        lowerer.lower(statement: part)
      }
      let range = lowerer.read(parts[parts.count - 2])
      guard case .array(let element, let count?) = range.type.unaliased, range.isPlace else {
        lowerer.lowerUnknownRange(range, variable, parts[parts.count - 1])
        return
      }
      let array = lowerer.arrayPlace(range)
      lowerer.lowerRange(array, element, count, variable, parts[parts.count - 1])
    }
  }

  /// Returns the place of the array of a loop, which is found once.
  private mutating func arrayPlace(_ range: SyntaxNode) -> Place {
    if range.placeOperands.allSatisfy(\.isLocal) { return place(of: range) }
    let pointer = reference(to: range)
    let address = copied(
      value(of: pointer), type: pointer.type, at: self.range(of: range.cursor))
    return address.appending([.dereference], type: range.type)
  }

  /// Lowers a loop over an array: by an index, and a pointer to the element.
  private mutating func lowerRange(
    _ array: Place, _ element: Type, _ count: Int, _ variable: Cursor, _ statement: Cursor
  ) {
    let range = nameRange(variable.location.inFile, variable.spelling)
    let local = body.makeLocal(
      "__index", .integer(bits: 64, isSigned: true), .variable, at: range)
    let index = body.place(local)
    body.append(.storageLive(local), at: range)
    body.scopes.declare(local, cleanups: [])
    body.append(.assign(index, .operand(.constant(0))), at: range)
    let head = body.makeBlock()
    let inside = body.makeBlock()
    let step = body.makeBlock()
    let end = body.makeBlock()
    body.jump(andEnter: head, at: range)
    let isLeft = body.makeTemporary(.integer(bits: 1, isSigned: false), at: range)
    body.append(.assign(isLeft, .binary(.less, .copy(index), .constant(count))), at: range)
    body.terminate(.branch(.copy(isLeft), nonzero: inside, zero: end), at: range)
    body.enter(inside)
    let pointer = body.makeTemporary(.pointer(to: element), at: range)
    let address = array.appending([.index(.copy(index))], type: element)
    body.append(.assign(pointer, .operand(.address(address))), at: range)
    if let begin = iterator(in: variable), case .local(let local) = pointer.base {
      body.variables[begin.identity] = local
      body.iterators.insert(begin.identity)
    }
    lowerRound(statement, next: step, end: end) {
      $0.declareLocal(variable, initializer: variable.initializer)
    }
    body.enter(step)
    body.append(.assign(index, .binary(.add, .copy(index), .constant(1))), at: range)
    body.terminate(.jump(head), at: range)
    body.enter(end)
  }

  /// Lowers a loop over an object: any number of rounds, with elements that are not known.
  private mutating func lowerUnknownRange(
    _ range: SyntaxNode, _ variable: Cursor, _ statement: Cursor
  ) {
    addGap("the elements of a range that is no array are not known", at: range.cursor)
    evaluate(range)
    let head = body.makeBlock()
    let inside = body.makeBlock()
    let end = body.makeBlock()
    body.jump(andEnter: head, at: body.statementRange)
    body.terminate(.anyOf([inside, end]), at: body.statementRange)
    body.enter(inside)
    lowerRound(statement, next: head, end: end) { (lowerer) in
      lowerer.declareLocal(variable, initializer: nil)
      guard let local = lowerer.body.variables[variable.identity] else { return }
      let place = lowerer.body.place(local)
      lowerer.body.append(.assign(place, .operand(.unknown)), at: lowerer.body.statementRange)
    }
    body.enter(end)
  }

  /// Lowers one round of a loop: the declaration of its variable, and the statement.
  private mutating func lowerRound(
    _ statement: Cursor, next: BasicBlock.ID, end: BasicBlock.ID,
    _ declare: (inout Lowerer) -> Void
  ) {
    body.scopes.push()
    let outside = body.scopes.outside
    declare(&self)
    lowerBody(
      statement, next: .init(block: next, scopes: outside),
      end: .init(block: end, scopes: outside))
    endScopes(to: outside, at: body.statementRange)
    body.scopes.pop()
    body.terminate(.jump(next), at: body.statementRange)
  }

  /// Whether an expression is the place of a loop's element: the operator in front of it is not
  /// written, and only newer versions of libclang tell it.
  func isIterator(_ cursor: Cursor) -> Bool {
    guard !body.iterators.isEmpty else { return false }
    var cursor = cursor
    while cursor.kind == .unexposedExpression, let only = cursor.children.first { cursor = only }
    return cursor.kind == .declarationReference
      && cursor.referenced.map { body.iterators.contains($0.identity) } ?? false
  }

  /// Returns the variable that the compiler declares for the place of the element.
  private func iterator(in variable: Cursor) -> Cursor? {
    var pending = variable.children
    while let cursor = pending.popLast() {
      if cursor.kind == .declarationReference, let declaration = cursor.referenced,
        declaration.kind == .variable, declaration.spelling.hasPrefix("__begin")
      {
        return declaration
      }
      pending += cursor.children
    }
    return nil
  }

}
