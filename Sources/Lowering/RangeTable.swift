import Clang
import Source

/// Positions of code as the user sees it: where a macro is used, not where its body is.
struct RangeTable {

  /// The use of a macro in a file.
  private struct Expansion {
    let start: FileLocation
    let end: FileLocation
    let cursor: Cursor
    /// The index of the use in whose arguments this one stands.
    var parent: Int?
  }

  private let unit: TranslationUnit
  /// The uses that were not yet sorted into files.
  private var mainFileUses: [Cursor] = []
  private var otherUses: [Cursor] = []
  private var expansions: [FileID: [Expansion]] = [:]
  /// The file that was asked for last.
  private var last: (file: FileID, uses: [Expansion])?
  private var macros: [Cursor.Identity: SourceRange.MacroUse] = [:]

  init(_ unit: TranslationUnit) { self.unit = unit }

  /// Adds the use of a macro.
  mutating func add(expansion: Cursor) {
    if expansion.location.isInMainFile {
      mainFileUses.append(expansion)
    } else {
      otherUses.append(expansion)
    }
  }

  /// Returns where a node stands.
  mutating func range(of cursor: Cursor) -> SourceRange {
    let extent = cursor.extent
    return range(from: extent.start, to: extent.end)
  }

  /// Returns the stretch between two locations.
  mutating func range(from start: Location, to end: Location) -> SourceRange {
    range(from: start.inFile, to: end.inFile)
  }

  /// Returns the stretch between two places in a file.
  mutating func range(from start: FileLocation, to end: FileLocation) -> SourceRange {
    guard let file = start.file, let first = unit.position(of: start) else { return .nowhere }
    guard end.file == file, end.offset >= start.offset, let last = unit.position(of: end) else {
      return SourceRange(start: first, end: first)
    }
    guard let index = producer(file: file, start: start.offset, end: end.offset) else {
      return widened(file: file, first: first, last: last, start: start, end: end)
    }
    let use = uses(in: file)[index]
    return SourceRange(
      start: unit.position(of: use.start) ?? first, end: unit.position(of: use.end) ?? last,
      macro: macro(of: use.cursor))
  }

  /// Returns where the outermost use of a macro begins that covers one place and not another one.
  mutating func useStart(covering place: FileLocation, not other: FileLocation) -> FileLocation? {
    guard let file = place.file else { return nil }
    var result: FileLocation?
    var candidate = innermost(in: file, at: place.offset)
    while let index = candidate {
      let use = uses(in: file)[index]
      let coversOther =
        other.file == file && other.offset >= use.start.offset && other.offset < use.end.offset
      if coversOther { break }
      result = use.start
      candidate = use.parent
    }
    return result
  }

  /// Returns the innermost use of a macro that covers two places.
  mutating func use(coveringBoth place: FileLocation, _ other: FileLocation) -> Cursor? {
    guard let file = place.file, other.file == file else { return nil }
    var candidate = innermost(in: file, at: place.offset)
    while let index = candidate {
      let use = uses(in: file)[index]
      if other.offset >= use.start.offset && other.offset < use.end.offset { return use.cursor }
      candidate = use.parent
    }
    return nil
  }

  /// Returns the use of a macro that produced a stretch of code, if one did.
  mutating func macroUse(at start: FileLocation, _ end: FileLocation) -> Cursor? {
    guard let file = start.file else { return nil }
    return producer(file: file, start: start.offset, end: end.offset)
      .map { uses(in: file)[$0].cursor }
  }

}

extension RangeTable {

  /// Returns the innermost use of a macro whose body produced the stretch: the body's code begins
  /// where the use begins, or ends where it ends; an argument does neither.
  private mutating func producer(file: FileID, start: Int, end: Int) -> Int? {
    var candidate = innermost(in: file, at: start)
    while let index = candidate {
      let use = uses(in: file)[index]
      if end <= use.end.offset && (start == use.start.offset || end == use.end.offset) {
        return index
      }
      candidate = use.parent
    }
    return nil
  }

  /// Returns the stretch with its ends moved out of the macros in which they are.
  private mutating func widened(
    file: FileID, first: SourcePosition, last: SourcePosition, start: FileLocation,
    end: FileLocation
  ) -> SourceRange {
    var first = first
    var last = last
    if let index = innermost(in: file, at: start.offset) {
      let use = uses(in: file)[index]
      if use.end.offset < end.offset, let outer = unit.position(of: use.start) { first = outer }
    }
    if end.offset > 0, let index = innermost(in: file, at: end.offset - 1) {
      let use = uses(in: file)[index]
      if use.start.offset > start.offset, let outer = unit.position(of: use.end) { last = outer }
    }
    return SourceRange(start: first, end: last)
  }

  /// Returns the innermost use of a macro that covers a byte.
  private mutating func innermost(in file: FileID, at offset: Int) -> Int? {
    let uses = uses(in: file)
    var low = 0
    var high = uses.count
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].start.offset <= offset { low = middle + 1 } else { high = middle }
    }
    var candidate = low > 0 ? low - 1 : nil
    while let index = candidate, uses[index].end.offset <= offset { candidate = uses[index].parent }
    return candidate
  }

  /// Returns the uses of macros in a file, in order.
  private mutating func uses(in file: FileID) -> [Expansion] {
    if let last, last.file == file { return last.uses }
    let uses = lookUp(file)
    last = (file, uses)
    return uses
  }

  /// Returns the uses of macros in a file that was not asked for last.
  private mutating func lookUp(_ file: FileID) -> [Expansion] {
    if let known = expansions[file] { return known }
    if file == unit.mainFile {
      sort(mainFileUses)
      mainFileUses = []
    } else {
      sort(otherUses)
      otherUses = []
    }
    if expansions[file] == nil { expansions[file] = [] }
    return expansions[file, default: []]
  }

  /// Sorts uses of macros into their files.
  private mutating func sort(_ uses: [Cursor]) {
    var found: [FileID: [Expansion]] = [:]
    for cursor in uses {
      let extent = cursor.extent
      let start = extent.start.inFile
      guard let file = start.file else { continue }
      found[file, default: []].append(
        Expansion(start: start, end: extent.end.inFile, cursor: cursor))
    }
    for (file, unsorted) in found {
      var sorted = unsorted.sorted {
        ($0.start.offset, -$0.end.offset) < ($1.start.offset, -$1.end.offset)
      }
      var open: [Int] = []
      for index in sorted.indices {
        while let last = open.last, sorted[last].end.offset <= sorted[index].start.offset {
          open.removeLast()
        }
        sorted[index].parent = open.last
        open.append(index)
      }
      expansions[file] = sorted
    }
  }

  /// Returns the name of a macro and where it is defined.
  private mutating func macro(of use: Cursor) -> SourceRange.MacroUse {
    if let known = macros[use.identity] { return known }
    let definition = use.referenced.flatMap { unit.position(of: $0.location.inFile) }
    let macro = SourceRange.MacroUse(name: use.spelling, definition: definition)
    macros[use.identity] = macro
    return macro
  }

}

extension SourceRange {

  /// The range of what has no place in a file.
  static let nowhere = SourceRange(
    start: SourcePosition(file: "", line: 0, column: 0),
    end: SourcePosition(file: "", line: 0, column: 0))

}
