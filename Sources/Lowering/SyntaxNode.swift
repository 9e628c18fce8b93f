import Clang
import IR

/// An expression as C means it: parentheses gone, implicit conversions resolved, operators told.
///
/// It is read from libclang's tree once, and may be lowered twice where the order of evaluation is
/// open.
struct SyntaxNode {

  /// The forms of expressions.
  indirect enum Kind {
    case constant(Int)
    case floating(Double)
    /// A value that is not modelled, computed without effect.
    case unknown
    case string(String)
    case function(FunctionName)
    case variable(Place.Base)
    /// A member of a record, or of what a pointer points to; the path goes through members without
    /// a name.
    case member(SyntaxNode, path: [Place.Projection], isArrow: Bool)
    /// An element of an array, or of what a pointer points to.
    case element(SyntaxNode, index: SyntaxNode)
    case dereference(SyntaxNode)
    case address(SyntaxNode)
    /// An array as a pointer to its first element.
    case decay(SyntaxNode)
    case conversion(SyntaxNode)
    case unary(UnaryOperator, SyntaxNode)
    case binary(BinaryOperator, SyntaxNode, SyntaxNode)
    case logical(LogicalOperator, SyntaxNode, SyntaxNode)
    case assignment(SyntaxNode, SyntaxNode)
    case compoundAssignment(BinaryOperator, SyntaxNode, SyntaxNode)
    /// `++` and `--`.
    case step(SyntaxNode, by: Int, isPrefix: Bool)
    case conditional(SyntaxNode, SyntaxNode, SyntaxNode)
    /// GNU's `a ?: b`.
    case fallback(SyntaxNode, SyntaxNode)
    case comma(SyntaxNode, SyntaxNode)
    case call(Callee, [SyntaxNode])
    /// A C++ constructor, which gets the object's address.
    case construction(FunctionName, [SyntaxNode])
    /// A C++ object of which nothing is said, and whose constructor the compiler makes.
    case defaultConstruction(ClangType)
    /// C++'s `new`: where the object is made, if that is said, and its initialiser.
    case creation(at: SyntaxNode?, SyntaxNode?)
    /// C++'s `delete` of what a pointer points to.
    case deletion(SyntaxNode)
    /// `__builtin_unreachable()` and its like.
    case unreachable
    case statementExpression(Cursor)
    /// A compound literal; the node is its initialiser.
    case compoundLiteral(SyntaxNode)
    case initializerList([Item])
    case variableArgument(SyntaxNode)
    case labelAddress(String)
    /// A cast to `void`.
    case discarded(SyntaxNode)
    /// A construct that is not looked into: the operands are evaluated, and what the pointers among
    /// them point to may be written.
    case opaque(String, [SyntaxNode])
  }

  /// The operators that evaluate their second operand only if the first does not decide.
  enum LogicalOperator {
    case and, or
  }

  /// What is called.
  enum Callee {
    case direct(FunctionName)
    case indirect(SyntaxNode)
  }

  /// One item of an initialiser list.
  struct Item {
    let designators: [Designator]
    let value: SyntaxNode
  }

  /// What an item of an initialiser list says it is for.
  enum Designator {
    case field(Cursor.Identity)
    case index(ClosedRange<Int>)
  }

  /// What the evaluation of an expression does.
  struct Effects: OptionSet {
    let rawValue: UInt8
    static let calls = Effects(rawValue: 1)
    static let writes = Effects(rawValue: 2)
    static let readsMemory = Effects(rawValue: 4)
    static let takesAddresses = Effects(rawValue: 8)
    /// Whether evaluation order can be observed.
    var hasSideEffects: Bool { !isDisjoint(with: [.calls, .writes]) }
  }

  let kind: Kind
  let type: Type
  let cursor: Cursor
  let effects: Effects

  init(_ kind: Kind, type: Type, cursor: Cursor) {
    self.kind = kind
    self.type = type
    self.cursor = cursor
    effects = kind.effects
  }

  /// Whether it names an object in memory.
  var isPlace: Bool {
    switch kind {
    case .variable, .element, .dereference, .compoundLiteral: true
    case .member(let base, _, let isArrow): isArrow || base.isPlace
    default: false
    }
  }

  /// Whether it is a local variable as a whole.
  var isLocal: Bool {
    if case .variable(.local) = kind { return true }
    return false
  }

  /// The value of a constant.
  var constant: Int? {
    if case .constant(let value) = kind { return value }
    return nil
  }

}

extension SyntaxNode.Kind {

  /// Whether the expression can have an array as its value; any other array is a pointer.
  var canBeArray: Bool {
    switch self {
    case .string, .variable, .member, .element, .dereference, .compoundLiteral, .initializerList:
      true
    default: false
    }
  }

  /// What the evaluation does, reading the value of what is named.
  fileprivate var effects: SyntaxNode.Effects {
    switch self {
    case .constant, .floating, .unknown, .string, .function, .variable, .labelAddress: []
    case .address(let operand), .decay(let operand): [operand.effectsOfPlace, .takesAddresses]
    case .member(let base, _, let isArrow): isArrow ? [base.effects, .readsMemory] : base.effects
    case .element(let base, let index):
      base.type.isPointer
        ? [base.effects, index.effects, .readsMemory] : [base.effects, index.effects]
    case .dereference(let operand): [operand.effects, .readsMemory]
    case .conversion(let operand), .unary(_, let operand), .compoundLiteral(let operand),
      .discarded(let operand):
      operand.effects
    case .binary(_, let l, let r), .logical(_, let l, let r), .comma(let l, let r),
      .fallback(let l, let r):
      [l.effects, r.effects]
    case .assignment(let l, let r): [l.effectsOfPlace, r.effects, .writes]
    case .compoundAssignment(_, let l, let r): [l.effects, r.effects, .writes]
    case .step(let operand, _, _), .variableArgument(let operand): [operand.effects, .writes]
    case .conditional(let condition, let l, let r): [condition.effects, l.effects, r.effects]
    case .call(let callee, let arguments): callee.effects(with: arguments)
    case .construction(_, let operands): .init(operands.map(\.effects) + [.calls])
    case .creation(let place, let initializer):
      .init([place, initializer].compactMap { $0?.effects } + [.calls])
    case .deletion(let pointer): [pointer.effects, .calls]
    case .unreachable, .defaultConstruction: [.calls]
    case .statementExpression: [.calls, .writes]
    case .initializerList(let items): .init(items.map(\.value.effects))
    case .opaque(_, let operands): .init(operands.map(\.effects) + [.writes])
    }
  }

}

extension SyntaxNode {

  /// What finding the place does, without a read of the value in it.
  var effectsOfPlace: Effects {
    switch kind {
    case .member(let base, _, let isArrow): isArrow ? base.effects : base.effectsOfPlace
    case .element(let base, let index):
      base.type.isPointer
        ? [base.effects, index.effects] : [base.effectsOfPlace, index.effects]
    case .dereference(let operand): operand.effects
    default: effects
    }
  }

}

extension SyntaxNode.Callee {

  /// What the evaluation of a call does.
  fileprivate func effects(with arguments: [SyntaxNode]) -> SyntaxNode.Effects {
    var effects: SyntaxNode.Effects = [.calls]
    if case .indirect(let callee) = self { effects.formUnion(callee.effects) }
    for argument in arguments { effects.formUnion(argument.effects) }
    return effects
  }

}
