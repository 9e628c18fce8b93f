import Clang
import IR

/// What a C++ lambda captures: the members of the object that it makes.
struct Closure {

  /// One captured variable.
  struct Capture {
    let name: String
    /// The type of the member: that of the variable, or of a pointer to it.
    let type: Type
    let isReference: Bool
  }

  /// The name of the object's record.
  let record: String
  /// The captured variables by their declarations.
  var captures: [Cursor.Identity: Capture] = [:]
  /// The type of the pointer to the object whose method makes the lambda, if that is captured.
  var this: Type?

}
