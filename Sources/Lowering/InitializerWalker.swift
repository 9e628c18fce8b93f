import IR

/// The assignment of the items of an initialiser list to the parts of a type, as C defines it:
/// with designators, and with braces left out.
struct InitializerWalker {

  /// One part and the value that it gets.
  struct Part {
    let path: [Place.Projection]
    let type: Type
    let value: SyntaxNode
  }

  /// A record or array that is being filled.
  private struct Frame {
    let type: Type
    let path: [Place.Projection]
    var index: Int
  }

  let types: TypeTable

  /// The parts that get a value, in order; a later one overrides an earlier one.
  private(set) var parts: [Part] = []

  /// Whether some part of the whole gets no value from the list.
  private(set) var leavesOut = false

  /// Ranges are written out up to this length; a longer one makes the whole unknown.
  private let longestRange = 256

  /// Whether a range was too long to be written out.
  private(set) var hasLongRange = false

  /// How deeply lists nest; a deeper one is not followed.
  private let deepest = 200

  init(types: TypeTable) { self.types = types }

  /// Assigns the items of a list to the parts of a type.
  mutating func walk(_ list: SyntaxNode, type: Type, path: [Place.Projection] = []) {
    walk(list, type: type, path: path, depth: 0)
  }

}

extension InitializerWalker {

  /// Assigns the items of a list in braces.
  private mutating func walk(
    _ list: SyntaxNode, type: Type, path: [Place.Projection], depth: Int
  ) {
    guard case .initializerList(let items) = list.kind, depth < deepest else {
      parts.append(Part(path: path, type: type, value: list))
      return
    }
    guard type.isAggregate else {
      if let first = items.first { walk(first.value, type: type, path: path, depth: depth + 1) }
      return
    }
    if items.count == 1, items[0].designators.isEmpty, isString(items[0].value, for: type) {
      parts.append(Part(path: path, type: type, value: items[0].value))
      return
    }
    var frames = [Frame(type: type, path: path, index: 0)]
    for item in items { place(item, in: &frames, depth: depth) }
    if frames.contains(where: { !isFull($0) }) { leavesOut = true }
  }

  /// Assigns one item to the part that is next, or that it designates.
  private mutating func place(_ item: SyntaxNode.Item, in frames: inout [Frame], depth: Int) {
    if !item.designators.isEmpty {
      placeDesignated(item, in: &frames, depth: depth)
      return
    }
    while let top = frames.last, frames.count > 1, isFull(top) { frames.removeLast() }
    guard let top = frames.last, !isFull(top) else { return }
    guard let (path, type) = part(of: top, at: top.index) else { return }
    if type.isAggregate, !accepts(item.value, as: type) {
      // Braces are left out: the item is for the first part of the part.
      frames[frames.count - 1].index += 1
      frames.append(Frame(type: type, path: path, index: 0))
      place(item, in: &frames, depth: depth + 1)
      return
    }
    frames[frames.count - 1].index += 1
    walk(item.value, type: type, path: path, depth: depth + 1)
  }

  /// Assigns an item to the part that it designates; the next item goes behind that.
  private mutating func placeDesignated(
    _ item: SyntaxNode.Item, in frames: inout [Frame], depth: Int
  ) {
    leavesOut = true
    frames.removeSubrange(1...)
    var targets = [frames[0].path]
    var type = frames[0].type
    for (level, designator) in item.designators.enumerated() {
      var next: [[Place.Projection]] = []
      guard let step = resolve(designator, in: type) else { return }
      for target in targets { next += step.paths.map { target + $0 } }
      if level > 0, let path = targets.last {
        frames.append(Frame(type: type, path: path, index: step.last + 1))
      } else {
        frames[0].index = step.last + 1
      }
      targets = next
      type = step.type
    }
    for target in targets { walk(item.value, type: type, path: target, depth: depth + 1) }
  }

  /// Returns the parts of a type that a designator means.
  private mutating func resolve(
    _ designator: SyntaxNode.Designator, in type: Type
  ) -> (paths: [[Place.Projection]], last: Int, type: Type)? {
    switch (designator, type.unaliased) {
    case (.index(let range), .array(let element, _)):
      guard range.count <= longestRange else {
        hasLongRange = true
        return ([[.index(.unknown)]], range.upperBound, element)
      }
      return (range.map { [.index(.constant($0))] }, range.upperBound, element)
    case (.field(let field), .record(let record)):
      guard let path = types.path(toFieldWith: field, in: record),
        case .field(let first, _) = path[0],
        let index = types.records[record]?.fields.firstIndex(where: { $0.name == first }),
        let type = types.type(at: path)
      else { return nil }
      return ([path], index, type)
    default: return nil
    }
  }

}

extension InitializerWalker {

  /// Returns how many parts an initialiser without designators can fill; `nil` if any number.
  private func partCount(of type: Type) -> Int? {
    switch type.unaliased {
    case .array(_, let count): return count
    case .record(let name):
      guard let record = types.records[name] else { return 0 }
      return record.isUnion ? min(1, record.fields.count) : record.fields.count
    default: return 1
    }
  }

  /// Whether every part of a frame was passed.
  private func isFull(_ frame: Frame) -> Bool {
    guard let count = partCount(of: frame.type) else { return false }
    return frame.index >= count
  }

  /// Returns the part of an aggregate with a number.
  private func part(of frame: Frame, at index: Int) -> (path: [Place.Projection], type: Type)? {
    switch frame.type.unaliased {
    case .array(let element, _):
      return (frame.path + [.index(.constant(index))], element)
    case .record(let name):
      guard let fields = types.records[name]?.fields, fields.indices ~= index else { return nil }
      return (frame.path + [.field(fields[index].name, record: name)], fields[index].type)
    default: return nil
    }
  }

  /// Whether a value is for the whole aggregate and not for its first part.
  private func accepts(_ value: SyntaxNode, as type: Type) -> Bool {
    if case .initializerList = value.kind { return true }
    if isString(value, for: type) { return true }
    if case .array = type.unaliased { return false }
    return value.type.unaliased == type.unaliased
  }

  /// Whether a value is a string literal that initialises an array of characters.
  private func isString(_ value: SyntaxNode, for type: Type) -> Bool {
    guard case .string = value.kind, case .array(let element, _) = type.unaliased,
      case .integer = element.unaliased
    else { return false }
    return true
  }

}
