import Clang
import IR
import Source

// C++'s `new`, `delete` and `throw`.

extension Lowerer {

  /// Reads `new T`, `new T(…)` and `new (place) T(…)`.
  mutating func readNew(_ cursor: Cursor) -> SyntaxNode {
    let children = cursor.children
    let named = children.firstIndex { $0.kind.isReference } ?? children.endIndex
    let type = cursor.type.canonical.pointee
    var before = children[..<named].filter(\.kind.isExpression)
    var initializer = children[named...].last { $0.kind.isExpression }
    if type.kind != .record, named == children.endIndex {
      // A type that is a keyword is not among the children: what is in parentheses in front of it
      // is told by its end.
      let placed = placement(of: cursor, among: before)
      initializer = before.count > placed ? before.last : nil
      before = Array(before.prefix(placed))
    }
    if before.count > 1 { addGap("a 'new' with several arguments", at: cursor) }
    if isArray(cursor) {
      addGap("a 'new' of an array", at: cursor)
      initializer = nil
    }
    let value = initializer.map { readInitializer($0, of: type) }
    return node(.creation(at: before.first.map { read($0) }, value), cursor)
  }

  /// Returns how many of the operands of `new` say where the object is made.
  private func placement(of cursor: Cursor, among operands: [Cursor]) -> Int {
    guard let first = operands.first else { return 0 }
    let tokens = unit.tokens(from: cursor.start, to: first.start).map(\.spelling)
    guard let keyword = tokens.firstIndex(of: "new") else { return 0 }
    return tokens.dropFirst(keyword + 1).first == "(" ? 1 : 0
  }

  /// Whether `new` makes an array.
  private func isArray(_ cursor: Cursor) -> Bool {
    let extent = cursor.extent
    return unit.tokens(from: extent.start, to: extent.end).contains { $0.spelling == "[" }
      && cursor.children.allSatisfy { $0.kind != .call || $0.type.kind != .record }
  }

  /// Makes an object where a pointer says or in memory of its own, and returns its address.
  mutating func create(
    _ node: SyntaxNode, at place: SyntaxNode?, _ initializer: SyntaxNode?
  ) -> Operand {
    let range = range(of: node.cursor)
    let pointer = body.makeTemporary(node.type, at: range)
    if let place {
      store(place, to: pointer)
    } else {
      let size = Type.integer(bits: 64, isSigned: false)
      let call = Call(
        .direct(BuiltinFunction.allocation), arguments: [.unknown], argumentTypes: [size],
        argumentRanges: [range], result: pointer, resultType: node.type)
      body.append(.call(call), at: range)
      // Other than `malloc`, it gives memory or throws.
      let made = body.makeBlock()
      let failed = body.makeBlock()
      body.terminate(.branch(.copy(pointer), nonzero: made, zero: failed), at: range)
      body.enter(failed)
      body.terminate(.unreachable, at: range)
      body.enter(made)
    }
    if let initializer {
      let object = pointer.appending([.dereference], type: node.type.pointee ?? .other)
      initialize(object, with: initializer)
    }
    return .copy(pointer)
  }

  /// Destroys what a pointer points to, unless it is null, and frees the memory.
  mutating func delete(_ pointer: SyntaxNode, at cursor: Cursor) {
    let range = range(of: cursor)
    let address = temporaryPlace(of: pointer)
    let type = pointer.cursor.type.canonical.pointee
    let destruction = destruction(of: type)
    if let gap = destruction.gap { addGap(gap, at: cursor) }
    if !destruction.cleanups.isEmpty {
      let inside = body.makeBlock()
      let end = body.makeBlock()
      body.terminate(.branch(.copy(address), nonzero: inside, zero: end), at: range)
      body.enter(inside)
      destroy(address, type, destruction, at: cursor)
      body.jump(andEnter: end, at: range)
    }
    let call = Call(
      .direct(BuiltinFunction.release), arguments: [.copy(address)],
      argumentTypes: [pointer.type], argumentRanges: [self.range(of: pointer.cursor)], result: nil,
      resultType: .void)
    body.append(.call(call), at: range)
  }

  /// Calls the destructors of what a pointer points to.
  private mutating func destroy(
    _ address: Place, _ type: ClangType, _ destruction: Destruction, at cursor: Cursor
  ) {
    let isVirtual = type.declaration.children.contains {
      $0.kind == .destructor && $0.isVirtualMethod
    }
    let start = cursor.start
    let tokens = unit.tokens(from: start, to: cursor.end).prefix(2).map(\.spelling)
    if isVirtual || tokens == ["delete", "["] {
      addGap("the destructors that a 'delete' calls are not known", at: cursor)
      return
    }
    let object = address.appending([.dereference], type: types.type(type))
    let range = range(of: cursor)
    cleanUp(object, destruction.cleanups, of: range, at: range)
  }

  /// Reads `throw`: control leaves the function, and where to is not followed.
  mutating func readThrow(_ cursor: Cursor) -> SyntaxNode {
    addGap("exceptions are not followed", at: cursor)
    let leaving = node(.unreachable, cursor)
    guard let value = operands(of: cursor).first else { return leaving }
    return node(.comma(read(value), leaving), cursor)
  }

}
