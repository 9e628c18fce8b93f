/// The type of a value in C, as far as the analysis needs it.
///
/// Aliases are kept (`named`), because runtimes are described by the names of their types.
public indirect enum Type: Hashable, Sendable {
  case void
  /// Integers, characters, `_Bool` and enumerations.
  case integer(bits: Int, isSigned: Bool)
  case floating
  case pointer(to: Type)
  /// An array; `count` is `nil` where it is not known (flexible, variable length, parameter).
  case array(of: Type, count: Int?)
  /// A structure or union, by its name in `Module.records`.
  case record(String)
  case function(result: Type, parameters: [Type], isVariadic: Bool)
  /// A `typedef` name and what it stands for.
  case named(String, Type)
  /// Vectors, complex numbers and whatever else the analysis does not look into.
  case other

  /// A pointer to something of which nothing is known.
  public static let untypedPointer = Self.pointer(to: .other)

  /// The type without the aliases around it.
  public var unaliased: Type {
    var type = self
    while case .named(_, let next) = type { type = next }
    return type
  }

  /// The `typedef` names around the type, outermost first, and the record's own name at last.
  public var names: [String] {
    var names: [String] = []
    var type = self
    while case .named(let name, let next) = type {
      names.append(name)
      type = next
    }
    if case .record(let name) = type { names.append(name) }
    return names
  }

  /// What a pointer points to, or what an array consists of.
  public var pointee: Type? {
    switch unaliased {
    case .pointer(let target): target
    case .array(let element, _): element
    default: nil
    }
  }

  /// Whether this is a pointer, seen through aliases.
  public var isPointer: Bool {
    if case .pointer = unaliased { return true }
    return false
  }

  /// Whether this is a floating-point number.
  public var isFloating: Bool { unaliased == .floating }

  /// Whether this is an integer or a floating-point number.
  public var isNumber: Bool {
    if case .integer = unaliased { return true }
    return isFloating
  }

  /// Whether this is a structure, union or array: a value with parts.
  public var isAggregate: Bool {
    switch unaliased {
    case .record, .array: true
    default: false
    }
  }
}
