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
    if isOperatorCall(cursor, calleeCursor), let callee = cursor.referenced {
      let arguments = readArguments(cursor.arguments, of: callee.type, callee)
      return readResult(.call(.direct(name(of: callee)), arguments), of: callee.type, cursor)
    }
    let callee = read(calleeCursor)
    let argumentCursors = Array(children.dropFirst())
    guard case .function(let name) = callee.kind else {
      let type = calleeCursor.type.canonical
      let function = type.kind == .pointer ? type.pointee : type
      let arguments = readArguments(argumentCursors, of: function, nil)
      return readResult(.call(.indirect(callee), arguments), of: function, cursor)
    }
    if name.file == nil && name.name.hasPrefix("__builtin_") {
      return readBuiltinCall(name.name, argumentCursors, cursor)
    }
    let type = (cursor.referenced ?? calleeCursor).type
    let arguments = readArguments(argumentCursors, of: type, cursor.referenced)
    if let value = arguments.first, BuiltinFunction.castsReference(name.name) {
      return node(.dereference(value), cursor)
    }
    return readResult(.call(.direct(name), arguments), of: type, cursor)
  }

  /// Returns the name of a function that is referred to. An instance of a template is lowered then.
  mutating func name(of function: Cursor) -> FunctionName {
    let name = declarations.name(of: function, in: unit)
    if unit.isCPlusPlus, let definition = function.definition, definition.template != nil,
      !loweredNames.contains(name)
    {
      pendingInstances.append(definition)
    }
    return name
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
    let written = cursor.arguments
    if method.isStaticMethod {
      let arguments = readArguments(written, of: method.type, method)
      return readResult(.call(.direct(name(of: method)), arguments), of: method.type, cursor)
    }
    if isImplicitAssignment(method), written.count == 2 {
      if copiesByFunctions(cursor.type) {
        addGap("an assignment that the compiler makes from those of the members", at: cursor)
      }
      return node(.assignment(read(written[0]), read(written[1])), cursor)
    }
    var object: SyntaxNode?
    var rest = written[...]
    if method.spelling.hasPrefix("operator"), method.arguments.count < written.count {
      object = addressOfObject(read(rest.removeFirst()))
    } else if let callee = children.first, callee.kind == .memberExpression {
      if let base = operands(of: callee).first {
        object = addressOfObject(read(base))
      } else {
        object = thisNode(cursor)
      }
    }
    let arguments =
      (object.map { [$0] } ?? []) + readArguments(Array(rest), of: method.type, method)
    let callee = methodCallee(method, of: object, cursor)
    return readResult(.call(callee, arguments), of: method.type, cursor)
  }

  /// Returns what a call of a method calls: of a virtual one it is known only if the object is a
  /// variable.
  private mutating func methodCallee(
    _ method: Cursor, of object: SyntaxNode?, _ cursor: Cursor
  ) -> SyntaxNode.Callee {
    let name = name(of: method)
    guard method.isVirtualMethod else { return .direct(name) }
    if case .address(let place) = object?.kind, place.placeOperands.isEmpty {
      return .direct(name)
    }
    addGap("a virtual call is not followed", at: cursor)
    return .indirect(SyntaxNode(.unknown, type: .pointer(to: .other), cursor: cursor))
  }

  /// Whether a method is the assignment that the compiler makes for a class: it copies the members.
  /// What the compiler declares stands where the class does.
  private func isImplicitAssignment(_ method: Cursor) -> Bool {
    guard method.spelling == "operator=", let parent = method.semanticParent else { return false }
    return method.isMadeByCompiler || method.location.inFile == parent.location.inFile
  }

  /// Returns the pointer to an object whose method is called.
  private mutating func addressOfObject(_ object: SyntaxNode) -> SyntaxNode {
    object.type.isPointer ? object : reference(to: object)
  }

  /// Reads the construction of an object. A copy that the compiler makes is the value itself, and
  /// so is what no name refers to yet: it is made in its place.
  private mutating func readConstruction(_ cursor: Cursor, _ constructor: Cursor) -> SyntaxNode {
    let written = cursor.arguments
    let type = cursor.type.canonical
    let isForeign = type.declaration.location.isInSystemHeader
    if written.count == 1, isForeign || constructor.isMadeByCompiler {
      let value = read(written[0])
      if constructor.isMadeByCompiler || value.type.unaliased == self.type(of: cursor).unaliased {
        if copiesByFunctions(type) {
          addGap("a copy that the compiler makes from those of the members", at: cursor)
        }
        return value
      }
    }
    if constructor.isMadeByCompiler && !isForeign {
      return node(.defaultConstruction(type), cursor)
    }
    if written.count == 1 {
      let value = read(written[0])
      if !value.isPlace, value.type.unaliased == self.type(of: cursor).unaliased { return value }
    }
    let arguments = readArguments(written, of: constructor.type, constructor)
    return node(.construction(name(of: constructor), arguments), cursor)
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
