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

  /// Returns the macro in whose definition a place is.
  func definition(around place: FileLocation, in unit: TranslationUnit) -> MacroDefinition? {
    guard let file = place.file else { return nil }
    let name: String? = unit.withContents(of: file) {
      CText($0).macroName(around: place.offset)
    }
    guard let cursor = name.flatMap({ definitions[$0] }),
      let definition = MacroDefinition(cursor, in: unit), definition.covers(place)
    else { return nil }
    return definition
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
