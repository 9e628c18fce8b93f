extension Module {

  /// Returns the module with other names for some records.
  ///
  /// - Parameter names: The new names, by the old ones.
  public func renaming(records names: [String: String]) -> Module {
    if names.isEmpty { return self }
    var renamed: [String: Record] = [:]
    for (name, record) in records {
      renamed[names[name] ?? name] = record.renaming(records: names)
    }
    return Module(
      file: file, functions: functions.renaming(records: names),
      declarations: declarations.renaming(records: names),
      globals: globals.map { $0.renaming(records: names) }, records: renamed,
      annotatedTypes: annotatedTypes,
      functionTypes: functionTypes.map { $0.renaming(records: names) },
      includedFiles: includedFiles)
  }

}

extension Record {

  fileprivate func renaming(records names: [String: String]) -> Record {
    let fields = fields.map { (field) in
      Field(
        name: field.name, type: field.type.renaming(records: names),
        annotations: field.annotations, range: field.range)
    }
    return Record(
      name: names[name] ?? name, isUnion: isUnion, fields: fields, annotations: annotations)
  }

}

extension FunctionDeclaration {

  fileprivate func renaming(records names: [String: String]) -> FunctionDeclaration {
    let parameters = parameters.map { (parameter) in
      Parameter(
        name: parameter.name, type: parameter.type.renaming(records: names),
        annotations: parameter.annotations)
    }
    return FunctionDeclaration(
      name: name, result: result.renaming(records: names), parameters: parameters,
      isVariadic: isVariadic, isNoReturn: isNoReturn, isDefined: isDefined,
      annotations: annotations, range: range)
  }

}

extension Global {

  fileprivate func renaming(records names: [String: String]) -> Global {
    let values = initialValues?.map { (value) in
      InitialValue(
        path: value.path.map { $0.renaming(records: names) }, value: value.value,
        type: value.type.renaming(records: names))
    }
    return Global(
      name: name, sourceName: sourceName, type: type.renaming(records: names),
      isConstant: isConstant, isThreadLocal: isThreadLocal, isInternal: isInternal,
      initialValues: values, range: range)
  }

}

extension Place.Projection {

  /// The same step; the index of an element in an initialiser is a constant.
  fileprivate func renaming(records names: [String: String]) -> Place.Projection {
    switch self {
    case .field(let name, let record): .field(name, record: names[record] ?? record)
    case .dereference, .index: self
    }
  }

}

extension Type {

  /// Returns the type with other names for some records.
  func renaming(records names: [String: String]) -> Type {
    switch self {
    case .void, .integer, .floating, .other: self
    case .pointer(let target): .pointer(to: target.renaming(records: names))
    case .array(let element, let count):
      .array(of: element.renaming(records: names), count: count)
    case .record(let name): .record(names[name] ?? name)
    case .function(let result, let parameters, let isVariadic):
      .function(
        result: result.renaming(records: names),
        parameters: parameters.map { $0.renaming(records: names) }, isVariadic: isVariadic)
    case .named(let alias, let type): .named(alias, type.renaming(records: names))
    }
  }

}
