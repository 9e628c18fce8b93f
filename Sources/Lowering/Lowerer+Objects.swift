import Clang
import IR
import Source

// The begin and the end of the life of C++'s objects.

extension Lowerer {

  /// Returns what ends the life of an object of a type.
  mutating func destruction(of type: ClangType) -> Destruction {
    guard unit.isCPlusPlus else { return Destruction() }
    let type = type.canonical
    if let known = destructions[type.identity] { return known }
    destructions[type.identity] = Destruction()
    let destruction = makeDestruction(type)
    destructions[type.identity] = destruction
    return destruction
  }

  /// Looks for the destructors of a type, of its members and of its bases.
  private mutating func makeDestruction(_ type: ClangType) -> Destruction {
    if type.kind == .constantArray { return destruction(ofElementsOf: type) }
    guard type.kind == .record else { return Destruction() }
    let declaration = type.declaration
    guard !declaration.location.isInSystemHeader else { return Destruction() }
    let children = (declaration.template ?? declaration).children
    let own = children.first { $0.kind == .destructor && !$0.isMadeByCompiler }
    guard let own else { return destruction(ofPartsOf: type) }
    let cleanup = Cleanup(declarations.name(of: own, in: unit), type: types.type(type))
    // libclang shows the destructor of the template, but not that of the instance.
    let isInstance = declaration.template != nil
    return Destruction(
      cleanups: [cleanup],
      gap: isInstance ? "the destructor of an instance of a template is not known" : nil)
  }

  /// Returns what ends the life of an array.
  private mutating func destruction(ofElementsOf type: ClangType) -> Destruction {
    let element = destruction(of: type.element)
    if element.isTrivial { return element }
    guard element.gap == nil, type.count <= 16 else {
      return Destruction(gap: "the destructors of an array's elements are not followed")
    }
    let elementType = types.type(type.element)
    return Destruction(
      cleanups: (0 ..< max(0, type.count)).reversed().flatMap { (index) in
        element.cleanups.map { $0.behind([.index(.constant(index))], type: elementType) }
      })
  }

  /// Returns what ends the life of the members, last one first, and then of the bases.
  mutating func destruction(ofPartsOf type: ClangType) -> Destruction {
    var result = Destruction()
    let declaration = type.declaration
    guard declaration.kind != .union else { return result }
    let record = Type.record(types.recordName(declaration))
    for field in type.fields.reversed() {
      let part = destruction(of: field.type)
      if part.isTrivial { continue }
      let path = types.path(toField: field, in: record)
      let fieldType = self.type(of: field)
      result.cleanups += part.cleanups.map { $0.behind(path, type: fieldType) }
      result.gap = result.gap ?? part.gap
    }
    for base in declaration.children.reversed() where base.kind == .baseSpecifier {
      let part = destruction(of: base.type)
      result.cleanups += part.cleanups
      result.gap = result.gap ?? part.gap
    }
    return result
  }

  /// Whether a copy that the compiler makes calls what the user wrote for a member.
  mutating func copiesByFunctions(_ type: ClangType) -> Bool {
    let type = type.canonical
    if type.kind == .constantArray { return copiesByFunctions(type.element) }
    guard type.kind == .record, !type.declaration.location.isInSystemHeader else { return false }
    return type.fields.contains { (field) in
      let type = field.type.canonical
      return hasOwnCopy(type) || copiesByFunctions(type)
    }
  }

  /// Whether a class says itself how it is copied.
  private func hasOwnCopy(_ type: ClangType) -> Bool {
    guard type.kind == .record, !type.declaration.location.isInSystemHeader else { return false }
    let declaration = type.declaration
    return declaration.children.contains { (child) in
      guard child.kind == .constructor, !child.isMadeByCompiler, let first = child.arguments.first,
        child.arguments.count == 1, first.type.isReference
      else { return false }
      return first.type.canonical.pointee.declaration.identity == declaration.identity
    }
  }

}

extension Lowerer {

  /// Makes an object of which nothing is said: by the constructor that takes nothing, or member by
  /// member.
  mutating func constructDefault(_ place: Place, _ type: ClangType, at cursor: Cursor) {
    let type = type.canonical
    guard type.kind == .record, !type.declaration.location.isInSystemHeader else { return }
    let declaration = type.declaration
    let own = declaration.children.first { (child) in
      child.kind == .constructor && !child.isMadeByCompiler
        && child.arguments.allSatisfy { $0.children.contains(where: \.kind.isExpression) }
    }
    if let own {
      let left = own.arguments.compactMap { $0.children.last(where: \.kind.isExpression) }
      let arguments = zip(left, own.type.parameters).map { readInitializer($0, of: $1) }
      let node = SyntaxNode(.unknown, type: place.type, cursor: cursor)
      construct(node, declarations.name(of: own, in: unit), arguments, at: place)
      return
    }
    if declaration.template?.children.contains(where: { $0.kind == .constructor }) == true {
      addGap("the constructor of an instance of a template is not known", at: cursor)
      return
    }
    _ = nested(at: cursor) { $0.constructParts(of: place, type, except: [], at: cursor) }
  }

  /// Makes the bases and the members of an object, but for those in `except`.
  mutating func constructParts(
    of place: Place, _ type: ClangType, except: Set<Cursor.Identity>, at cursor: Cursor
  ) {
    let declaration = type.declaration
    guard declaration.kind != .union else { return }
    let record = Type.record(types.recordName(declaration))
    for base in declaration.children where base.kind == .baseSpecifier {
      let identity = base.type.canonical.declaration.canonical.identity
      if !except.contains(identity) { constructDefault(place, base.type, at: cursor) }
    }
    for field in type.fields where !except.contains(field.identity) {
      let part = place.appending(
        types.path(toField: field, in: record), type: self.type(of: field))
      if let value = defaultInitializer(of: field) {
        initialize(part, with: readInitializer(value, of: field.type))
      } else {
        constructDefault(part, field.type, at: cursor)
      }
    }
  }

  /// Returns the initialiser of a member in its class. The size of an array or bit field and the
  /// arguments of a template stand at the same place.
  func defaultInitializer(of field: Cursor) -> Cursor? {
    guard !field.isBitField, let value = field.children.last(where: \.kind.isExpression) else {
      return nil
    }
    switch field.type.canonical.kind {
    case .constantArray: return value.kind == .initializerList ? value : nil
    case .record: return value.type.canonical.kind == .record ? value : nil
    default: return value
    }
  }

  /// Lowers what stands before the body of a constructor, and what the compiler adds to it.
  mutating func lowerInitializers(of constructor: Cursor) {
    guard let this = body.this, let parent = constructor.semanticParent else { return }
    let type = parent.type.canonical
    let object = body.place(this).appending(
      [.dereference], type: .record(types.recordName(parent)))
    let written = writtenInitializers(of: constructor)
    body.statementRange = range(of: constructor)
    if written.contains(where: { $0.target.canonical.identity == parent.canonical.identity }) {
      for (_, value) in written { initialize(object, with: read(value)) }
      return
    }
    let named = written.map { $0.target.kind == .field ? $0.target : $0.target.canonical }
    for (target, value) in written where target.kind != .field {
      initialize(object, with: read(value))
    }
    constructParts(of: object, type, except: Set(named.map(\.identity)), at: constructor)
    for (target, value) in written where target.kind == .field {
      let part = object.appending(
        types.path(toField: target, in: object.type), type: self.type(of: target))
      initialize(part, with: readInitializer(value, of: target.type))
      endTemporaries()
    }
  }

  /// Returns the members and bases that a constructor names before its body, and their values.
  private func writtenInitializers(
    of constructor: Cursor
  ) -> [(target: Cursor, value: Cursor)] {
    var target: Cursor?
    var written: [(Cursor, Cursor)] = []
    for child in constructor.children {
      if child.kind == .memberReference || child.kind == .typeReference {
        target = child.referenced
      } else if child.kind.isExpression, let named = target {
        written.append((named, child))
        target = nil
      }
    }
    return written
  }

}

extension Lowerer {

  /// Notes that an object without a name is to be destroyed where the expression ends.
  mutating func addTemporary(_ place: Place, of cursor: Cursor) {
    guard unit.isCPlusPlus, case .local(let local) = place.base, place.projections.isEmpty,
      body.locals[local.index].kind == .temporary
    else { return }
    let destruction = destruction(of: cursor.type)
    if let gap = destruction.gap { addGap(gap, at: cursor) }
    guard !destruction.cleanups.isEmpty, !body.temporaries.contains(where: { $0.local == local })
    else { return }
    body.temporaries.append(ScopeTable.Entry(local: local, cleanups: destruction.cleanups))
  }

  /// Destroys the objects without names that an expression made, newest first. The newest is that
  /// to which a reference was bound, and lives on if `extendingLife`.
  mutating func endTemporaries(extendingLife: Bool = false) {
    guard !body.temporaries.isEmpty else { return }
    var ended = body.temporaries
    body.temporaries = []
    if extendingLife, let kept = ended.popLast() {
      body.scopes.declare(kept.local, cleanups: kept.cleanups)
    }
    let range = body.statementRange
    for entry in ended.reversed() {
      cleanUp(
        body.place(entry.local), entry.cleanups, of: body.locals[entry.local.index].range,
        at: range)
    }
  }

  /// Lowers what only some paths evaluate; what it makes cannot be destroyed where the paths have
  /// met again.
  mutating func onSomePaths(at cursor: Cursor, _ contents: (inout Lowerer) -> Void) {
    let count = body.temporaries.count
    contents(&self)
    guard body.temporaries.count > count else { return }
    body.temporaries.removeSubrange(count...)
    addGap("the destructor of an object that only some paths make", at: cursor)
  }

}
