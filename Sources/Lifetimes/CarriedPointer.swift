import IR

/// A pointer through which a pointer to a function can be found.
struct CarriedPointer: Equatable {

  /// What is at its end.
  enum Kind {
    case function
    /// A struct with pointers to functions in it.
    case table
    /// Something of which the type says nothing.
    case untyped
  }

  let kind: Kind
  /// How many pointers lead there. One of which the type says nothing may lead to another.
  let depth: Int

  /// Describes a type; `nil` if no pointer to a function is found through its values.
  init?(_ type: Type, tables: Set<String>) {
    var depth = 0
    var type = type.unaliased
    while true {
      switch type {
      case .pointer(let target):
        depth += 1
        type = target.unaliased
        continue
      case .array(let element, _):
        type = element.unaliased
        continue
      case .function: kind = .function
      case .record(let name):
        guard tables.contains(name) else { return nil }
        kind = .table
      case .void, .other:
        kind = .untyped
        depth += 1
      case .integer, .floating, .named: return nil
      }
      break
    }
    guard depth > (kind == .untyped ? 1 : 0) else { return nil }
    self.depth = depth
  }

  /// Whether such a pointer may have come unseen to the place that it is copied from, which is of
  /// `type` and carries `other`.
  func mayComeUnseen(from other: CarriedPointer?, in type: Type) -> Bool {
    if kind == .table { return other?.kind != .table }
    return other == nil && !type.holdsData
  }

}

extension Type {
  /// Whether this is a pointer to a function.
  var isFunctionPointer: Bool {
    if case .function? = pointee?.unaliased { return true }
    return false
  }

  /// Whether a value of this type is no number, in which a pointer to a function may hide.
  fileprivate var holdsData: Bool {
    switch unaliased {
    case .pointer, .array, .record, .floating: true
    case .void, .integer, .function, .named, .other: false
    }
  }
}

extension Sequence<Record> {
  /// The names of those that have pointers to functions in them.
  var tables: Set<String> {
    var found: Set<String> = []
    var inner: [String: Set<String>] = [:]
    for record in self where !record.fields.isEmpty && inner[record.name] == nil {
      let types = record.fields.map(\.type.element)
      if types.contains(where: \.isFunctionPointer) { found.insert(record.name) }
      inner[record.name] = Set(
        types.compactMap { (type) in
          if case .record(let name) = type { name } else { nil }
        })
    }
    var waiting = inner
    var count = -1
    while count != found.count {
      count = found.count
      waiting = waiting.filter { !found.contains($0.key) }
      for (name, parts) in waiting where !parts.isDisjoint(with: found) { found.insert(name) }
    }
    return found
  }
}

extension Type {
  /// What a value of this type consists of, if it is an array of whatever dimension; else the type.
  fileprivate var element: Type {
    var type = unaliased
    while case .array(let element, _) = type { type = element.unaliased }
    return type
  }
}
