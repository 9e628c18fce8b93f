import Clang

// The names that C++ gives to what is declared inside of classes and namespaces.

extension Cursor {

  /// The name with those of the classes and namespaces around it.
  var qualifiedName: String {
    var name = isLambda ? "lambda" : spelling
    var parent = semanticParent
    while let scope = parent, scope.isNamedScope {
      let spelling = scope.spelling
      if !spelling.isEmpty && !spelling.contains("(") { name = spelling + "::" + name }
      parent = scope.semanticParent
    }
    return name
  }

  /// Whether a function is the body of a C++ lambda: the operator of a class without a name.
  var isLambda: Bool {
    guard kind == .method, spelling == "operator()", let parent = semanticParent?.spelling
    else { return false }
    return parent.isEmpty || parent.contains("(")
  }

  /// Whether a variable belongs to a class and not to an object.
  var isStaticMember: Bool {
    kind == .variable && semanticParent?.isNamedScope == true && semanticParent?.kind != .namespace
  }

  /// Whether what is declared in here is named by way of it.
  private var isNamedScope: Bool {
    [.namespace, .class, .structure, .classTemplate].contains(kind)
  }

}
