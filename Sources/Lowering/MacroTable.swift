import Clang

/// The macros of a translation unit by name.
struct MacroTable {

  private let definitions: [String: Cursor]

  /// The macros of a unit; of several definitions the last one.
  init(_ unit: TranslationUnit) {
    var definitions: [String: Cursor] = [:]
    unit.cursor.forEachChild { (cursor) in
      if cursor.kind == .macroDefinition { definitions[cursor.spelling] = cursor }
    }
    self.definitions = definitions
  }

  /// Returns the macros that the body of a macro uses, and those that they use.
  func definitions(
    usedBy definition: MacroDefinition, in unit: TranslationUnit
  ) -> [MacroDefinition] {
    var found: [MacroDefinition] = []
    var names: Set<String> = []
    var pending = [definition]
    while let next = pending.popLast(), found.count < 64 {
      for name in next.body where definitions[name] != nil && names.insert(name).inserted {
        guard let cursor = definitions[name], let used = MacroDefinition(cursor, in: unit) else {
          continue
        }
        found.append(used)
        pending.append(used)
      }
    }
    return found
  }

}
