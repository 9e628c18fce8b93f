import Clang
import IR
import Source

// Variables with static storage.

extension Lowerer {

  /// Returns the name of a variable with static storage.
  mutating func globalName(_ declaration: Cursor) -> String {
    if let name = globalNames[declaration.identity] { return name }
    let canonical = declaration.canonical
    if let name = globalNames[canonical.identity] {
      globalNames[declaration.identity] = name
      return name
    }
    let name = makeGlobalName(declaration)
    globalNames[declaration.identity] = name
    globalNames[canonical.identity] = name
    pendingGlobals.append((name, declaration))
    globals[name] = placeholder(name, declaration)
    return name
  }

  /// Reads the initialisers of the variables that were met, until no new one is met.
  mutating func readPendingGlobals() {
    while let next = pendingGlobals.popLast() { readGlobal(next.name, next.declaration) }
  }

  /// Whether other translation units cannot name a variable.
  private func isInternal(_ declaration: Cursor) -> Bool {
    if declaration.hasInternalLinkage { return true }
    if declaration.isStaticMember { return false }
    let isLocal = isInFunction(declaration)
    return declaration.storageClass == .static || (isLocal && declaration.storageClass != .external)
  }

  private func isInFunction(_ declaration: Cursor) -> Bool {
    let parent = declaration.semanticParent?.kind
    return parent == .function || parent == .method
  }

  /// Returns a name that no other variable has.
  private func makeGlobalName(_ declaration: Cursor) -> String {
    guard isInternal(declaration) else {
      return isInFunction(declaration) ? declaration.spelling : declaration.qualifiedName
    }
    let place = (declaration.definition ?? declaration).location.inFile
    var name = place.file.map { unit.path(of: $0) + "::" } ?? ""
    if isInFunction(declaration), let parent = declaration.semanticParent {
      name += parent.spelling + "::"
    }
    name += declaration.spelling
    var unique = name
    var number = 2
    while globals[unique] != nil {
      unique = "\(name).\(number)"
      number += 1
    }
    return unique
  }

  /// Returns a variable without its initialiser.
  private mutating func placeholder(_ name: String, _ declaration: Cursor) -> Global {
    let shown = declaration.definition ?? declaration
    let spelling = shown.spelling
    let type = shown.type
    return Global(
      name: name, sourceName: spelling, type: types.type(type), isConstant: isConstant(type),
      isThreadLocal: declaration.isThreadLocal, isInternal: isInternal(declaration),
      initialValues: isDefined(declaration) ? [] : nil,
      range: nameRange(shown.location.inFile, spelling))
  }

  /// Whether a variable, or each element of an array, is constant.
  private func isConstant(_ type: ClangType) -> Bool {
    if type.isConstant { return true }
    switch type.kind {
    case .constantArray, .incompleteArray: return isConstant(type.element)
    default: return false
    }
  }

  /// Whether a variable is defined in this file, perhaps without an initialiser.
  private func isDefined(_ declaration: Cursor) -> Bool {
    if declaration.definition != nil { return true }
    if declaration.isStaticMember { return false }
    return declaration.storageClass != .external || declaration.canonical.storageClass != .external
  }

  /// Reads the initialiser of a variable.
  private mutating func readGlobal(_ name: String, _ declaration: Cursor) {
    guard let global = globals[name],
      let initializer = (declaration.definition ?? declaration).initializer
    else { return }
    let value = readInitializer(initializer, of: declaration.type)
    let values = initialValues(of: value, type: global.type)
    globals[name] = Global(
      name: name, sourceName: global.sourceName, type: global.type, isConstant: global.isConstant,
      isThreadLocal: global.isThreadLocal, isInternal: global.isInternal, initialValues: values,
      range: global.range)
  }

  /// Returns the scalars that an initialiser sets to something other than zero.
  private mutating func initialValues(
    of node: SyntaxNode, type: Type, path: [Place.Projection] = []
  ) -> [Global.InitialValue] {
    switch node.kind {
    case .compoundLiteral(let list): return initialValues(of: list, type: type, path: path)
    case .initializerList: break
    default:
      let value = staticValue(of: node)
      return value == .constant(0) ? [] : [.init(path: path, value: value, type: type)]
    }
    types.complete(type)
    var walker = InitializerWalker(types: types)
    walker.walk(node, type: type)
    var values: [Global.InitialValue] = []
    for part in walker.parts {
      if case .initializerList = part.value.kind { continue }
      values += initialValues(of: part.value, type: part.type, path: path + part.path)
    }
    return values
  }

}

extension Lowerer {

  /// Returns the value of a constant expression.
  private mutating func staticValue(of node: SyntaxNode) -> Operand {
    switch node.kind {
    case .constant(let value): return .constant(value)
    case .floating(let value): return .floating(value)
    case .string(let text): return .string(text)
    case .function(let name): return .function(name)
    case .conversion(let operand): return staticValue(of: operand)
    case .address(let operand): return staticPlace(of: operand).map { .address($0) } ?? .unknown
    case .decay(let array):
      guard let place = staticPlace(of: array) else { return .unknown }
      let element = array.type.pointee ?? .other
      return .address(place.appending([.index(.constant(0))], type: element))
    case .binary(.add, let pointer, let index): return staticElement(of: pointer, index)
    default: return .unknown
    }
  }

  /// Returns the address of an element behind a pointer to the first one.
  private mutating func staticElement(of pointer: SyntaxNode, _ index: SyntaxNode) -> Operand {
    guard case .address(let place) = staticValue(of: pointer), let number = index.constant,
      case .index(.constant(let first)) = place.projections.last
    else { return .unknown }
    let array = Place(place.base, Array(place.projections.dropLast()), type: .other)
    return .address(array.appending([.index(.constant(first &+ number))], type: place.type))
  }

  /// Returns the place of a variable with static storage or of a part of it.
  private mutating func staticPlace(of node: SyntaxNode) -> Place? {
    switch node.kind {
    case .variable(.global(let name)): return Place(.global(name), type: node.type)
    case .member(let base, let path, isArrow: false):
      return staticPlace(of: base)?.appending(path, type: node.type)
    case .element(let base, let index):
      guard !base.type.isPointer, let number = index.constant else { return nil }
      return staticPlace(of: base)?.appending([.index(.constant(number))], type: node.type)
    case .compoundLiteral(let list): return literalGlobal(list, node)
    default: return nil
    }
  }

  /// Returns the object that a compound literal at file scope makes.
  private mutating func literalGlobal(_ list: SyntaxNode, _ node: SyntaxNode) -> Place {
    let range = range(of: node.cursor)
    let name = "\(range.start.file)::literal@\(range.start.line):\(range.start.column)"
    var unique = name
    var number = 2
    while globals[unique] != nil {
      unique = "\(name).\(number)"
      number += 1
    }
    globals[unique] = Global(
      name: unique, sourceName: "", type: node.type, isConstant: false, isThreadLocal: false,
      isInternal: true, initialValues: [], range: range)
    let values = initialValues(of: list, type: node.type)
    globals[unique] = Global(
      name: unique, sourceName: "", type: node.type, isConstant: false, isThreadLocal: false,
      isInternal: true, initialValues: values, range: range)
    return Place(.global(unique), type: node.type)
  }

}
