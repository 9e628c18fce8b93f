import IR
import Source

/// What a configuration file says of the functions of one name, in the words of annotations.
public struct ConfiguredFunction: Hashable, Sendable {

  /// The plain name, which functions of several files may have.
  public let name: String
  /// The texts on the function.
  public var texts: [String] = []
  /// The texts on its parameters, by their positions counted from 0.
  public var parameters: [Int: [String]] = [:]
  /// All that is said, as the configuration spells it.
  public var text = ""
  /// Where the configuration says so.
  public let range: SourceRange

  public init(_ name: String, at range: SourceRange) {
    self.name = name
    self.range = range
  }

  /// Returns the declaration with what is said here instead of what contradicts it.
  ///
  /// - Throws: `ContractError` if the declaration has too few parameters.
  func applied(
    to declaration: FunctionDeclaration
  ) throws(ContractError) -> FunctionDeclaration {
    let count = declaration.parameters.count
    let last = parameters.keys.max() ?? -1
    // A function without a prototype shows no parameters.
    let takesMore = declaration.isVariadic || (count == 0 && !declaration.isDefined)
    if last >= count, !takesMore {
      let noun = count == 1 ? "parameter" : "parameters"
      throw ContractError(
        "'\(name)' has \(count) \(noun), but \(last + 1) is configured", at: range)
    }
    let missing = Array(
      repeating: FunctionDeclaration.Parameter(name: "", type: .other, annotations: []),
      count: max(0, last + 1 - count))
    let described = (declaration.parameters + missing).enumerated().map { (index, parameter) in
      FunctionDeclaration.Parameter(
        name: parameter.name, type: parameter.type,
        annotations: Self.merged(parameters[index] ?? [], over: parameter.annotations))
    }
    return FunctionDeclaration(
      name: declaration.name, result: declaration.result, parameters: described,
      isVariadic: declaration.isVariadic, isNoReturn: declaration.isNoReturn,
      isDefined: declaration.isDefined,
      annotations: Self.merged(texts, over: declaration.annotations), range: declaration.range)
  }

  /// Returns the texts of both, without the old ones that speak of the same as a new one.
  private static func merged(_ new: [String], over old: [String]) -> [String] {
    let subjects = Set(new.compactMap(subject))
    return old.filter { subject(of: $0).map { !subjects.contains($0) } ?? true } + new
  }

  /// What a text speaks of: texts that speak of the same exclude each other.
  private static func subject(of text: String) -> String? {
    guard let name = Annotation(text)?.name else { return nil }
    switch name {
    case "closes", "borrows", "tracked-by": return "duty"
    case "returns", "null-from": return "result"
    default: return name
    }
  }

}

extension Module {

  /// Returns the module with what the configuration says of its functions.
  ///
  /// - Throws: `ContractError` for a position behind the parameters of a function.
  public func configured(
    by functions: [ConfiguredFunction]
  ) throws(ContractError) -> Module {
    if functions.isEmpty { return self }
    var known: [String: ConfiguredFunction] = [:]
    for function in functions { known[function.name] = function }
    var described: [FunctionDeclaration] = []
    for declaration in declarations {
      described.append(
        try known[declaration.name.name]?.applied(to: declaration) ?? declaration)
    }
    return declaring(described)
  }

}
