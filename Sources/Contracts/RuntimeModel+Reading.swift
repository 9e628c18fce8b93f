import IR
import Lifetimes
import Source

extension RuntimeModel {

  /// Adds what a contract says: a module that was lowered with all its declarations.
  ///
  /// - Throws: `ContractError` for a text that is not understood.
  public mutating func read(
    _ contract: Module, under model: CollectionModel
  ) throws(ContractError) {
    for (name, texts) in contract.annotatedTypes {
      let annotations = Annotations(texts)
      for annotation in annotations.all {
        if let role = TypeRole(rawValue: annotation.name) { roles[name] = role }
      }
      if let members = annotations.arguments(of: "context-members") { addPrefix(members) }
    }
    for record in contract.records.values {
      for field in record.fields {
        for annotation in Annotations(field.annotations).all {
          guard let role = MemberRole(rawValue: annotation.name) else { continue }
          members[record.name, default: [:]][field.name] = role
        }
      }
    }
    generatedVariables.formUnion(contract.globals.map(\.sourceName))
    for declaration in contract.declarations {
      let name = declaration.name.name
      writtenNames[name] = Annotations(declaration.annotations).arguments(of: "written")
      let reader = DeclarationReader(
        declaration, model: model, runtime: self, isRuntime: true)
      var summary = try reader.summary()
      summary.isRuntime = true
      for name in [name] + Annotations(declaration.annotations).words(of: "also") {
        summaries[name] = summary
      }
    }
  }

  /// Returns what a module of the program declares of its functions.
  ///
  /// - Throws: `ContractError` for a text that is not understood.
  public func declaredEffects(
    in module: Module, under model: CollectionModel
  ) throws(ContractError) -> [FunctionName: DeclaredEffects] {
    try declaredEffects(of: module.declarations, under: model)
  }

  /// Returns what a module of the program declares of the functions that have a type, by the name
  /// of the type.
  ///
  /// - Throws: `ContractError` for a text that is not understood.
  public func declaredTypes(
    in module: Module, under model: CollectionModel
  ) throws(ContractError) -> [String: FunctionSummary] {
    let declared = try declaredEffects(of: module.functionTypes, under: model)
    return Dictionary(
      uniqueKeysWithValues: declared.map { ($0.key.name, $0.value.summary) })
  }

  private func declaredEffects(
    of declarations: some Sequence<FunctionDeclaration>, under model: CollectionModel
  ) throws(ContractError) -> [FunctionName: DeclaredEffects] {
    var declared: [FunctionName: DeclaredEffects] = [:]
    for declaration in declarations {
      let texts = declaration.annotations + declaration.parameters.flatMap(\.annotations)
      if Annotations(texts).isEmpty { continue }
      let reader = DeclarationReader(
        declaration, model: model, runtime: self, isRuntime: false)
      declared[declaration.name] = try reader.declaredEffects()
    }
    return declared
  }

  /// Adds how members of a context stand for functions: `PREFIX, CANDIDATE, …`.
  private mutating func addPrefix(_ text: String) {
    let names = text.split { $0 == "," || $0 == " " }.map(String.init)
    guard let prefix = names.first else { return }
    memberPrefixes.append((prefix, Array(names.dropFirst())))
  }

}
