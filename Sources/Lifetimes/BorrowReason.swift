/// Why a handle is not the function's own.
public enum BorrowReason: Hashable, Sendable, Codable {
  /// It was passed in by the caller.
  case parameter
  /// It belongs to the context.
  case constant
  /// It was taken from the arguments.
  case argumentElement
  /// It is held by something else that the function was given.
  case memory
  /// A declaration says so.
  case declared

  /// A phrase to be read after "it".
  public var phrase: String {
    switch self {
    case .parameter: "belongs to the caller"
    case .constant: "is a constant of the context"
    case .argumentElement: "is an argument, which belongs to the caller"
    case .memory: "belongs to where it was read from"
    case .declared: "is borrowed"
    }
  }
}
