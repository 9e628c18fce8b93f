extension Type: CustomStringConvertible {

  /// The type in a notation near C's: aliases by their names, pointers with a star behind.
  public var description: String {
    switch self {
    case .void: "void"
    case .integer(let bits, let isSigned): (isSigned ? "int" : "uint") + "\(bits)"
    case .floating: "float"
    case .pointer(let target): "\(target)*"
    case .array(let element, let count): "\(element)[\(count.map { "\($0)" } ?? "")]"
    case .record(let name): name
    case .function(let result, let parameters, let isVariadic):
      "(\((parameters.map(\.description) + (isVariadic ? ["..."] : [])).joined(separator: ", ")))"
        + " -> \(result)"
    case .named(let name, _): name
    case .other: "?"
    }
  }

}
