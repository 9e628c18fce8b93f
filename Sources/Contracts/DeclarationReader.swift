import IR
import Lifetimes
import Source

/// Reads what the annotations of one declaration say.
struct DeclarationReader {

  let declaration: FunctionDeclaration
  let model: CollectionModel
  let runtime: RuntimeModel
  /// Whether the function belongs to a runtime, of which the worst is assumed.
  let isRuntime: Bool
  let annotations: Annotations
  let parameters: [Annotations]

  init(
    _ declaration: FunctionDeclaration, model: CollectionModel, runtime: RuntimeModel,
    isRuntime: Bool
  ) {
    self.isRuntime = isRuntime
    self.declaration = declaration
    self.model = model
    self.runtime = runtime
    annotations = Annotations(declaration.annotations)
    parameters = declaration.parameters.map { Annotations($0.annotations) }
  }

  /// Returns the summary of a function that is described by its declaration alone.
  func summary() throws(ContractError) -> FunctionSummary {
    var summary = FunctionSummary(
      cases: try cases(), parameters: parameterContracts, variadic: variadicContract,
      format: try format(),
      runtimeAccess: takesContext ? CallChain(reason: "it belongs to the runtime") : nil)
    summary.isTrampoline = annotations.has("trampoline")
    summary.tellsFailure = annotations.has("tells-failure")
    summary.clearsFailure = annotations.has("clears-failure")
    summary.canFail = annotations.has("fails")
    summary.isRepeatable = annotations.has("repeatable")
    return summary
  }

  /// Returns what a program declares of a function of its own.
  func declaredEffects() throws(ContractError) -> DeclaredEffects {
    var effects = DeclaredEffects(summary: try summary())
    for (index, texts) in parameters.enumerated() {
      if texts.has("closes") { effects.closes.insert(index) }
      if texts.has("borrows") { effects.borrows.insert(index) }
      if texts.has("keeps") { effects.keeps.insert(index) }
      if texts.has("null-ok") { effects.nullAllowed.insert(index) }
    }
    if annotations.has("collects") { effects.collects = try collection() != nil }
    effects.isNoReturn = annotations.has("noreturn")
    effects.declaresResult = annotations.has("returns")
    return effects
  }

  private var takesContext: Bool {
    declaration.parameters.contains { runtime.isContext($0.type) }
  }

  /// The position of the parameter called `name`.
  func position(of name: String) throws(ContractError) -> Int {
    guard let index = declaration.parameters.firstIndex(where: { $0.name == name }) else {
      throw error("there is no parameter '\(name)'")
    }
    return index
  }

  func error(_ message: String) -> ContractError {
    ContractError("\(message) in the declaration of '\(declaration.name)'", at: declaration.range)
  }

  /// Why a call can collect; `nil` if it cannot.
  func collection() throws(ContractError) -> CallChain? {
    guard let name = annotations.arguments(of: "collects") else {
      if !isRuntime && !takesContext { return nil }
      return CallChain(
        reason: isRuntime ? CollectionClass.python.reason : "its body is not known")
    }
    guard let kind = CollectionClass(rawValue: name) else {
      throw error("unknown class of collection '\(name)'")
    }
    return kind.collects(under: model) ? CallChain(reason: kind.reason) : nil
  }

  private var parameterContracts: [ParameterContract] {
    zip(declaration.parameters, parameters).map { (parameter, annotations) in
      let isPointer = parameter.type.isPointer && runtime.role(of: parameter.type) == nil
      let type = isPointer ? parameter.type.pointee ?? .other : parameter.type
      let counts = annotations.words(of: "array").map { (name) in
        declaration.parameters.firstIndex { $0.name == name }
      }
      return ParameterContract(
        role: runtime.role(of: type), isPointer: isPointer,
        allowsNull: annotations.has("null-ok") || annotations.has("closes"), isUsed: true,
        isUsedLate: annotations.has("uses-late"),
        isWritten: annotations.has("out") || annotations.has("inout"),
        isUnchanged: annotations.has("copied-to") || annotations.has("keeps")
          || isGrown(parameter),
        count: counts.first ?? nil, continuation: counts.dropFirst().first ?? nil)
    }
  }

  /// Whether the function returns the memory that a parameter points to, in another size.
  private func isGrown(_ parameter: FunctionDeclaration.Parameter) -> Bool {
    let words = annotations.words(of: "returns")
    return words.first == "grown" && words.dropFirst().first == parameter.name
  }

  private var variadicContract: ParameterContract {
    ParameterContract(
      role: annotations.has("variadic-handles") ? .handle : nil,
      allowsNull: !annotations.has("variadic-handles"),
      isUsedLate: annotations.has("variadic-uses-late"))
  }

  /// How the format string governs the variable arguments, if there is one.
  private func format() throws(ContractError) -> FormatContract? {
    for (index, texts) in parameters.enumerated() {
      let writes = texts.allArguments(of: "format-out")
      let reads = texts.allArguments(of: "format-in")
      if writes.isEmpty && reads.isEmpty { continue }
      var format = FormatContract(parameter: index)
      for text in writes { try add(text, isWritten: true, to: &format) }
      for text in reads { try add(text, isWritten: false, to: &format) }
      format.skipped = Set(texts.allArguments(of: "format-skip").joined())
      format.ends = Set(texts.allArguments(of: "format-end").joined())
      return format
    }
    return nil
  }

  /// Adds `LETTER:MEANING`.
  private func add(
    _ text: String, isWritten: Bool, to format: inout FormatContract
  ) throws(ContractError) {
    guard let letter = text.first, text.dropFirst().first == ":" else {
      throw error("a letter and ':' are wanted in '\(text)'")
    }
    let words = text.dropFirst(2).split(separator: " ").map(String.init)
    let meaning: FormatContract.Meaning
    switch (words.first, words.dropFirst().first) {
    case ("plain", _): meaning = isWritten ? .writesPlain : .plain
    case ("handle", _): meaning = .handle
    case ("borrowed", _): meaning = .writesBorrowed
    case ("tracked", let name?): meaning = .writesTracked(try position(of: name))
    case ("interior", let name?): meaning = .writesInterior(try position(of: name))
    default: throw error("'\(text)' is not understood")
    }
    if letter == "*" { format.otherwise = meaning } else { format.letters[letter] = meaning }
  }

}
