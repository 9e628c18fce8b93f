/// An `#include` of a source file, or another directive that makes the compiler open a file.
struct IncludeDirective: Hashable, Sendable {

  /// What follows the name of the directive.
  enum Operand: Hashable, Sendable {
    /// A path in quotes, so that the file's own folder is searched first.
    case quoted(String)
    /// A path in angle brackets.
    case angled(String)
    /// The name of a macro that stands for the path.
    case macro(String)
    /// Something else that becomes a path only in the preprocessor.
    case computed
  }

  /// Which file is meant.
  let operand: Operand
  /// Whether the file is read as source text, and not as data.
  let isSource: Bool
  /// The line on which it stands, counted from 1.
  let line: Int

}
