/// What a type of a runtime is for, as its contract declares it.
public enum TypeRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// An object's handle; zero is the null handle.
  case handle
  /// What a pointer to it gives access to the runtime.
  case context
  /// An object reference inside an object's struct.
  case field
  /// An object reference in a variable with static storage.
  case global
  /// A set of handles that is closed as a whole.
  case tracker
  /// An object under construction.
  case builder
  /// What leaving the runtime gives and re-entering takes.
  case token
  /// What describes a type to the runtime.
  case typeSpecification = "type-spec"
  /// A counted reference of another interface.
  case object

  /// Whether a value of such a type has no members that a program may look at.
  var isOpaque: Bool {
    switch self {
    case .handle, .field, .global, .tracker, .builder, .token: true
    case .context, .typeSpecification, .object: false
    }
  }
}
