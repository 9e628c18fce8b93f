import IR

extension Type {

  /// Whether this is an integer with a sign.
  var isSignedInteger: Bool {
    if case .integer(_, let isSigned) = unaliased { return isSigned }
    return false
  }

  /// The type as that of a parameter or a value: arrays and functions become pointers.
  var decayed: Type {
    switch unaliased {
    case .array(let element, _): .pointer(to: element)
    case .function: .pointer(to: self)
    default: self
    }
  }

}
