import Clang
import IR

// Calls, and what the compiler's own functions stand for.

extension Lowerer {

  /// Reads a call.
  mutating func readCall(_ cursor: Cursor) -> SyntaxNode {
    let children = operands(of: cursor).filter(\.kind.isExpression)
    if let method = cursor.referenced, method.kind != .function {
      switch method.kind {
      case .method, .conversionFunction, .destructor:
        return readMethodCall(cursor, method, children)
      case .constructor: return readConstruction(cursor, method)
      default: break
      }
    }
    guard let calleeCursor = children.first else { return readUnknown(cursor) }
    var argumentCursors = Array(children.dropFirst())
    if isOperatorCall(cursor, calleeCursor) {
      argumentCursors = cursor.arguments
      let callee = cursor.referenced.map { declarations.name(of: $0, in: unit) }
      if let callee {
        return node(.call(.direct(callee), argumentCursors.map { read($0) }), cursor)
      }
    }
    let callee = read(calleeCursor)
    if case .function(let name) = callee.kind {
      if name.file == nil && name.name.hasPrefix("__builtin_") {
        return readBuiltinCall(name.name, argumentCursors, cursor)
      }
      return node(.call(.direct(name), argumentCursors.map { read($0) }), cursor)
    }
    return node(.call(.indirect(callee), argumentCursors.map { read($0) }), cursor)
  }

  /// Whether a call is an overloaded operator, whose callee is not the first child.
  private func isOperatorCall(_ cursor: Cursor, _ first: Cursor) -> Bool {
    guard let callee = cursor.referenced, callee.kind == .function else { return false }
    return callee.spelling.hasPrefix("operator") && cursor.arguments.count > 0
      && first.start.inFile == cursor.arguments[0].start.inFile
  }

  /// Reads a call of a method: the object's address is the first argument.
  private mutating func readMethodCall(
    _ cursor: Cursor, _ method: Cursor, _ children: [Cursor]
  ) -> SyntaxNode {
    let name = declarations.name(of: method, in: unit)
    var arguments = cursor.arguments.map { read($0) }
    if method.isStaticMethod { return node(.call(.direct(name), arguments), cursor) }
    if isImplicitAssignment(method), arguments.count == 2 {
      return node(.assignment(arguments[0], arguments[1]), cursor)
    }
    if method.spelling.hasPrefix("operator"), method.arguments.count < arguments.count {
      arguments[0] = addressOfObject(arguments[0])
    } else if let callee = children.first, callee.kind == .memberExpression {
      if let base = operands(of: callee).first {
        arguments.insert(addressOfObject(read(base)), at: 0)
      } else if let this = body.this {
        let type = body.locals[this.index].type
        arguments.insert(SyntaxNode(.variable(.local(this)), type: type, cursor: cursor), at: 0)
      }
    }
    return node(.call(.direct(name), arguments), cursor)
  }

  /// Whether a method is the assignment that the compiler makes for a class: it copies the members.
  /// What the compiler declares stands where the class does.
  private func isImplicitAssignment(_ method: Cursor) -> Bool {
    guard method.spelling == "operator=", let parent = method.semanticParent else { return false }
    return method.location.inFile == parent.location.inFile
  }

  /// Returns the pointer to an object whose method is called.
  private func addressOfObject(_ object: SyntaxNode) -> SyntaxNode {
    if object.type.isPointer { return object }
    return SyntaxNode(.address(object), type: .pointer(to: object.type), cursor: object.cursor)
  }

  /// Reads the construction of an object; a copy is the value itself.
  private mutating func readConstruction(_ cursor: Cursor, _ constructor: Cursor) -> SyntaxNode {
    let arguments = cursor.arguments.map { read($0) }
    if arguments.count == 1, arguments[0].type.unaliased == type(of: cursor).unaliased {
      return arguments[0]
    }
    let name = declarations.name(of: constructor, in: unit)
    return node(.construction(name, arguments), cursor)
  }

  /// Reads a call of one of the compiler's own functions.
  private mutating func readBuiltinCall(
    _ name: String, _ arguments: [Cursor], _ cursor: Cursor
  ) -> SyntaxNode {
    switch name {
    case "__builtin_expect", "__builtin_expect_with_probability", "__builtin_assume_aligned",
      "__builtin_launder":
      guard let first = arguments.first else { return readUnknown(cursor) }
      return read(first)
    case "__builtin_unreachable", "__builtin_trap", "__builtin_debugtrap":
      return node(.unreachable, cursor)
    case "__builtin_constant_p": return node(.constant(0), cursor)
    case "__builtin_object_size", "__builtin_dynamic_object_size", "__builtin_classify_type":
      return node(cursor.integerValue.map { .constant($0) } ?? .unknown, cursor)
    case "__builtin_assume", "__builtin_prefetch", "__builtin_va_start", "__builtin_va_end",
      "__builtin_va_copy":
      return node(.unknown, cursor)
    default: break
    }
    if name != "__builtin_alloca", let value = cursor.integerValue {
      return node(.constant(value), cursor)
    }
    let callee = FunctionName(BuiltinFunction.libraryName(of: name) ?? name)
    let count = BuiltinFunction.argumentCount(of: name) ?? arguments.count
    return node(.call(.direct(callee), arguments.prefix(count).map { read($0) }), cursor)
  }

}
