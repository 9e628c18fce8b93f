/// A stretch of a source file, and the macro that it was expanded from, if any.
///
/// For code that a macro produced, `start` and `end` are those of the macro's use in the file that
/// the user reads, never those of the macro's definition.
public struct SourceRange: Hashable, Sendable, Codable {

  /// Where the stretch begins.
  public let start: SourcePosition

  /// The position behind its last byte; in the same file as `start`.
  public let end: SourcePosition

  /// The outermost macro whose expansion produced this code.
  public let macro: MacroUse?

  /// A macro, and where it is defined.
  public struct MacroUse: Hashable, Sendable, Codable {
    /// The name of the macro.
    public let name: String
    /// Where the macro is defined; `nil` if it is built in.
    public let definition: SourcePosition?
    public init(name: String, definition: SourcePosition?) {
      self.name = name
      self.definition = definition
    }
  }

  public init(start: SourcePosition, end: SourcePosition, macro: MacroUse? = nil) {
    self.start = start
    self.end = end
    self.macro = macro
  }

}

extension SourceRange: Comparable {

  public static func < (l: Self, r: Self) -> Bool { (l.start, l.end) < (r.start, r.end) }

}
