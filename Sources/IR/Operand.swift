/// A value that an instruction takes: already there, computed without effect.
public indirect enum Operand: Hashable, Sendable {
  /// The value in a place: a read of it, and of every pointer that it goes through.
  case copy(Place)
  /// The address of a place. Pointers on the way to the last dereference are read; the place itself
  /// is not accessed: `&p->f` is `address(p, dereference, field f)`.
  case address(Place)
  /// An integer, character, enumerator or null pointer constant.
  case constant(Int)
  case function(FunctionName)
  /// The address of a string literal.
  case string(String)
  /// A floating-point constant; never one that is not a number.
  case floating(Double)
  /// A value that is not modelled.
  case unknown
}
