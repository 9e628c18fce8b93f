import Clang
import IR
import Source

/// The types of a translation unit, each converted once, and the records that they name.
struct TypeTable {

  private let unit: TranslationUnit

  init(_ unit: TranslationUnit) { self.unit = unit }

  /// The records that were met.
  private(set) var records: [String: Record] = [:]

  /// The annotations of the aliases that were met and have any.
  private(set) var annotatedTypes: [String: [String]] = [:]

  /// The aliases that were met and have annotations, or parameters that have any.
  private(set) var annotatedAliases: [Cursor] = []

  private var types: [ClangType.Identity: Type] = [:]
  private var recordNames: [Cursor.Identity: String] = [:]
  private var aliases: [Cursor.Identity: Type] = [:]
  /// In C++ the first alias of each record that has one: the type that `auto` stands for is known
  /// without its alias, and it is the alias that a runtime describes.
  private var recordAliases: [Cursor.Identity: String] = [:]
  /// For each member that is reached without naming it, the way from the record.
  private var memberPaths: [Cursor.Identity: [Place.Projection]] = [:]
  /// The declarations of the records that were met, and whose members were not converted.
  private var unconverted: [String: Cursor] = [:]

  /// How deeply the type at work is nested, and how deeply types may be: what is deeper is not
  /// looked into.
  private var depth = 0
  private let maximumDepth = 100

  /// Returns the type that a type of the source is.
  mutating func type(_ type: ClangType) -> Type {
    if let known = types[type.identity] { return known }
    guard depth < maximumDepth else { return .other }
    depth += 1
    let converted = convert(type)
    depth -= 1
    types[type.identity] = converted
    return converted
  }

  /// Returns the name of the record that is declared.
  mutating func recordName(_ declaration: Cursor) -> String {
    if let name = recordNames[declaration.identity] { return name }
    let canonical = declaration.canonical
    if let name = recordNames[canonical.identity] {
      recordNames[declaration.identity] = name
      return name
    }
    let name = makeRecordName(declaration)
    recordNames[declaration.identity] = name
    recordNames[canonical.identity] = name
    if records[name] == nil {
      records[name] = Record(name: name, isUnion: declaration.kind == .union, fields: [])
      unconverted[name] = declaration.definition ?? declaration
    }
    return name
  }

  /// Returns the way from a record, through members without a name, to a member.
  mutating func path(toField field: Cursor, in record: Type) -> [Place.Projection] {
    guard let parent = field.semanticParent else { return [] }
    let parentName = recordName(parent)
    var scope: Cursor? = parent
    while let inner = scope, inner.isUnnamedMember, let outer = inner.semanticParent {
      convertRecord(recordName(outer))
      scope = outer
    }
    let spelling = field.spelling
    if spelling.isEmpty || spelling.contains("(") { convertRecord(parentName) }
    let own = memberPaths[field.identity] ?? [.field(spelling, record: parentName)]
    guard case .record(let name) = record.unaliased else { return Array(own.suffix(1)) }
    return suffix(of: own, from: name) ?? Array(own.suffix(1))
  }

  /// Returns the way to a member by its identity, from the record that encloses it.
  func path(toFieldWith identity: Cursor.Identity, in record: String) -> [Place.Projection]? {
    memberPaths[identity].flatMap { suffix(of: $0, from: record) }
  }

  /// Returns the part of a way that begins in a record.
  private func suffix(of path: [Place.Projection], from record: String) -> [Place.Projection]? {
    let start = path.firstIndex { (projection) in
      if case .field(_, record) = projection { return true }
      return false
    }
    return start.map { Array(path[$0...]) }
  }

  /// Returns the type of the member at the end of a path.
  func type(at path: [Place.Projection]) -> Type? {
    guard case .field(let name, let record) = path.last else { return nil }
    return records[record]?.fields.first { $0.name == name }?.type
  }

  /// Converts the members of the records of which a value of a type consists.
  mutating func complete(_ type: Type) {
    switch type.unaliased {
    case .record(let name):
      guard unconverted[name] != nil else { return }
      convertRecord(name)
      for field in records[name]?.fields ?? [] { complete(field.type) }
    case .array(let element, _): complete(element)
    default: return
    }
  }

  /// Converts the members of the records whose declarations satisfy a condition.
  mutating func convertRecords(where condition: (Cursor) -> Bool) {
    var seen: Set<String> = []
    while true {
      let names = unconverted.keys.filter { seen.insert($0).inserted }.sorted()
      if names.isEmpty { return }
      for name in names {
        if let declaration = unconverted[name], condition(declaration) { convertRecord(name) }
      }
    }
  }

  /// Notes what a record is called, if an alias is for a record itself.
  mutating func addRecordAlias(_ declaration: Cursor) {
    let aliased = declaration.aliasedType
    guard aliased.kind == .record || (aliased.kind == .elaborated && aliased.named.kind == .record)
    else { return }
    let record = aliased.canonical.declaration.canonical.identity
    if recordAliases[record] == nil { recordAliases[record] = declaration.spelling }
  }

  /// Sets the members of a record that libclang does not name.
  mutating func define(_ record: Record) {
    records[record.name] = record
    unconverted[record.name] = nil
  }

  /// Notes the annotations of an alias.
  mutating func addAlias(_ declaration: Cursor) {
    let texts = declaration.annotations
    if !texts.isEmpty { annotatedTypes[declaration.spelling] = texts }
    let parameters = declaration.parameters
    if !texts.isEmpty || parameters.contains(where: { !$0.annotations.isEmpty }) {
      annotatedAliases.append(declaration)
    }
  }

}

extension TypeTable {

  /// Converts a type that was not met before.
  private mutating func convert(_ type: ClangType) -> Type {
    if let isSigned = type.kind.integerIsSigned {
      return .integer(bits: type.kind == .bool ? 1 : max(1, type.size) * 8, isSigned: isSigned)
    }
    if type.kind.isFloating { return .floating }
    switch type.kind {
    case .void: return .void
    case .pointer, .blockPointer, .lvalueReference, .rvalueReference:
      return .pointer(to: self.type(type.pointee))
    case .nullPointer: return .pointer(to: .void)
    case .elaborated: return self.type(type.named)
    case .attributed: return self.type(type.modified)
    case .atomic: return self.type(type.value)
    case .typedef: return alias(type.declaration)
    case .record: return record(type.declaration)
    case .enumeration: return self.type(type.declaration.enumerationType)
    case .constantArray: return .array(of: self.type(type.element), count: max(0, type.count))
    case .incompleteArray, .variableArray, .dependentArray:
      return .array(of: self.type(type.element), count: nil)
    case .function, .functionWithoutPrototype:
      return .function(
        result: self.type(type.result), parameters: type.parameters.map { self.type($0).decayed },
        isVariadic: type.isVariadic)
    default:
      let canonical = type.canonical
      return canonical.identity == type.identity ? .other : self.type(canonical)
    }
  }

  /// Converts a record.
  private mutating func record(_ declaration: Cursor) -> Type {
    let record = Type.record(recordName(declaration))
    guard !recordAliases.isEmpty,
      let alias = recordAliases[declaration.canonical.identity]
    else { return record }
    return .named(alias, record)
  }

  /// Converts an alias.
  private mutating func alias(_ declaration: Cursor) -> Type {
    if let known = aliases[declaration.identity] { return known }
    addAlias(declaration)
    let target = self.type(declaration.aliasedType)
    let name = declaration.spelling
    var type = Type.named(name, target)
    if case .named(name, _) = target { type = target }
    aliases[declaration.identity] = type
    return type
  }

  /// Returns a name for a record: its tag, or the alias that names it, or its position.
  private func makeRecordName(_ declaration: Cursor) -> String {
    let tag = declaration.spelling
    if unit.isCPlusPlus {
      let qualified = declaration.type.canonical.spelling
      if !qualified.isEmpty && !qualified.contains("(") { return qualified }
    }
    if !tag.isEmpty && !tag.contains("(") { return tag }
    let spelling = declaration.type.spelling
    if !spelling.contains("(") {
      let name = spelling.split(separator: " ").last.map(String.init)
      if let name, name != "struct", name != "union" { return name }
    }
    let place = declaration.location.inFile
    return "\(declaration.kind == .union ? "union" : "struct")@\(place.line):\(place.column)"
  }

  /// Returns where the name of a member stands.
  private func range(of field: Cursor, _ name: String) -> SourceRange? {
    guard let start = unit.position(of: field.location.inFile) else { return nil }
    return SourceRange(
      start: start,
      end: SourcePosition(
        file: start.file, line: start.line, column: start.column + name.utf8.count))
  }

  /// Converts the members of a record, if that was not done before.
  private mutating func convertRecord(_ name: String) {
    guard let declaration = unconverted.removeValue(forKey: name) else { return }
    let type = declaration.type
    var fields: [Record.Field] = []
    for (index, field) in type.fields.enumerated() {
      let spelling = field.spelling
      let fieldName = spelling.isEmpty || spelling.contains("(") ? "<\(index)>" : spelling
      let fieldType = self.type(field.type)
      if spelling.isEmpty && field.isBitField { continue }
      fields.append(
        Record.Field(
          name: fieldName, type: fieldType, annotations: field.annotations,
          range: range(of: field, fieldName)))
      let path = [Place.Projection.field(fieldName, record: name)]
      if memberPaths[field.identity] == nil { memberPaths[field.identity] = path }
      if fieldName.hasPrefix("<") { addUnnamedMembers(of: field.type, behind: path) }
    }
    records[name] = Record(
      name: name, isUnion: declaration.kind == .union, fields: fields,
      annotations: declaration.annotations)
  }

  /// Notes the way to the members of a record that is itself a member without a name.
  private mutating func addUnnamedMembers(of type: ClangType, behind path: [Place.Projection]) {
    let declaration = type.canonical.declaration
    guard declaration.kind == .structure || declaration.kind == .union else { return }
    let record = recordName(declaration)
    for (index, field) in type.canonical.fields.enumerated() {
      let spelling = field.spelling
      let fieldName = spelling.isEmpty || spelling.contains("(") ? "<\(index)>" : spelling
      let fieldPath = path + [.field(fieldName, record: record)]
      memberPaths[field.identity] = fieldPath
      if fieldName.hasPrefix("<") { addUnnamedMembers(of: field.type, behind: fieldPath) }
    }
  }

}
