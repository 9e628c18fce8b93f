import Clang
import IR
import Source

/// The lowering of one translation unit: what is known of it, and the body at work.
struct Lowerer {

  let unit: TranslationUnit
  let options: LoweringOptions
  var types: TypeTable
  var ranges: RangeTable
  var operators: OperatorTable
  var declarations = DeclarationTable()
  /// The globals in the order in which they were met, by name.
  var globals: [String: Global] = [:]
  /// The names of the globals by their declarations.
  var globalNames: [Cursor.Identity: String] = [:]
  /// The globals whose initialisers are still to be read.
  var pendingGlobals: [(name: String, declaration: Cursor)] = []
  /// The functions that were lowered.
  var functions: [Function] = []
  var loweredNames: Set<FunctionName> = []
  /// The instances of templates that were referred to, and are still to be lowered.
  var pendingInstances: [Cursor] = []
  /// What the lambdas that were met capture, by their classes.
  var closures: [Cursor.Identity: Closure] = [:]
  /// What ends the life of objects, by their types.
  var destructions: [ClangType.Identity: Destruction] = [:]
  /// What the parser complained about.
  var parseErrors = ParseErrors()
  /// The function that is being lowered.
  var body = BodyBuilder()
  /// How deeply the node at work is nested.
  var depth = 0
  /// The macros, once they were needed.
  private var knownMacros: MacroTable?
  /// The functions at the top level by name, once they were needed.
  var knownFunctionsByName: [String: Cursor]?
  /// Names of enumerators and their values.
  private var enumerators: [Cursor.Identity: Int] = [:]

  init(_ unit: TranslationUnit, options: LoweringOptions) {
    self.unit = unit
    self.options = options
    types = TypeTable(unit)
    ranges = RangeTable(unit)
    operators = OperatorTable(unit)
  }

  /// Returns the value of an enumerator.
  mutating func value(ofEnumerator declaration: Cursor) -> Int {
    if let known = enumerators[declaration.identity] { return known }
    let value = declaration.enumeratorValue
    enumerators[declaration.identity] = value
    return value
  }

  /// The macros by name.
  var macros: MacroTable {
    mutating get {
      if let known = knownMacros { return known }
      let table = MacroTable(unit)
      knownMacros = table
      return table
    }
  }

  /// Returns the type of a node.
  mutating func type(of cursor: Cursor) -> Type { types.type(cursor.type) }

  /// Returns where a node stands.
  mutating func range(of cursor: Cursor) -> SourceRange { ranges.range(of: cursor) }

  /// Notes a construct that is not lowered.
  mutating func addGap(_ reason: String, at cursor: Cursor) {
    body.gaps.append(Function.Gap(reason, at: range(of: cursor)))
  }

  /// Runs `body` one level deeper; past the limit notes a gap and returns `nil`.
  mutating func nested<Value>(
    at cursor: Cursor, _ body: (inout Lowerer) -> Value
  ) -> Value? {
    guard depth < options.maximumDepth else {
      addGap("nested too deeply", at: cursor)
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

}
