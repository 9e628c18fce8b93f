import Clang

/// The arguments of a use of a macro.
struct MacroArguments {

  private let unit: TranslationUnit
  private let start: FileLocation
  private let end: FileLocation

  /// The arguments of a use.
  init(of use: Cursor, in unit: TranslationUnit) {
    self.unit = unit
    let extent = use.extent
    start = extent.start.inFile
    end = extent.end.inFile
  }

  /// Whether a place is in the parentheses of the use.
  func cover(_ place: FileLocation) -> Bool {
    place.file == start.file && place.offset > start.offset && place.offset < end.offset
  }

  /// Returns the parameter for which the argument at a place stands.
  func parameter(at place: FileLocation, of definition: MacroDefinition) -> String? {
    guard cover(place), let file = place.file else { return nil }
    let index: Int? = unit.withContents(of: file) { self.index(in: $0, to: place.offset) }
    guard let index, definition.parameters.indices ~= index else { return nil }
    return definition.parameters[index]
  }

  /// Returns the number of the argument in which a byte stands.
  private func index(in bytes: UnsafeBufferPointer<UInt8>, to place: Int) -> Int? {
    guard start.offset < place, place <= bytes.count else { return nil }
    var depth = 0
    var index = 0
    for token in CText(bytes).tokens(from: start.offset, to: place) {
      switch token {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case ",": if depth == 1 { index += 1 }
      default: break
      }
    }
    return depth >= 1 ? index : nil
  }

}
