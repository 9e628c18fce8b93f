import Source

/// What the packed parts of a module name again and again: each once, known by its position.
struct PackTables: Sendable {
  var strings: [String] = []
  /// The names of records.
  var records: [String] = []
  var types: [Type] = []
  var macros: [SourceRange.MacroUse] = []
}
