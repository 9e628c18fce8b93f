extension Module: CustomStringConvertible {

  /// The variables that are defined in the file and its functions as text, in source order.
  public var description: String {
    let variables = globals.filter { $0.initialValues != nil }.map(\.description)
    let bodies = functions.map(\.description)
    return (variables.isEmpty ? bodies : [variables.joined()] + bodies).joined(separator: "\n")
  }

}

extension Global: CustomStringConvertible {

  /// The variable and the scalars of its initialiser as text.
  public var description: String {
    let storage = isInternal ? "static " : ""
    let qualifier = isConstant ? "const " : ""
    let name = sourceName.isEmpty ? "(literal)" : sourceName
    let place = "\(range.start.line):\(range.start.column)"
    guard let values = initialValues else { return "extern \(qualifier)\(name): \(type)\n" }
    var text = "\(storage)\(qualifier)\(name): \(type)  @\(place)\n"
    let printer = GlobalPrinter()
    for value in values { text += "  \(printer.text(of: value))\n" }
    return text
  }

}

/// The text form of initial values.
private struct GlobalPrinter {

  /// Returns the text of one scalar.
  func text(of value: Global.InitialValue) -> String {
    path(value.path) + " = " + operand(value.value)
  }

  /// Returns the text of the way to a part.
  private func path(_ projections: [Place.Projection]) -> String {
    projections.map { (projection) in
      switch projection {
      case .dereference: "->"
      case .field(let name, _): ".\(name)"
      case .index(let index): "[\(operand(index))]"
      }
    }.joined()
  }

  /// Returns the text of a value.
  private func operand(_ operand: Operand) -> String {
    switch operand {
    case .copy(let place): base(place) + path(place.projections)
    case .address(let place): "&" + base(place) + path(place.projections)
    case .constant(let value): "\(value)"
    case .floating(let value): "\(value)"
    case .function(let name): "function \(name)"
    case .string(let text): text.hasPrefix("\"") ? text : "\"\(text)\""
    case .unknown: "unknown"
    }
  }

  /// Returns the variable from which a place starts, without the directory of its file.
  private func base(_ place: Place) -> String {
    switch place.base {
    case .local(let local): "%\(local.index)"
    case .global(let name): name.split(separator: "/").last.map(String.init) ?? name
    }
  }

}
