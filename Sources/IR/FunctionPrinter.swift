import Source

/// The text form of a function's parts, with each local under a name of its own.
///
/// | text    | place                          |
/// |---------|--------------------------------|
/// | `s.f`   | local s, field f               |
/// | `p->f`  | local p, dereference, field f  |
/// | `a[i]`  | local a, index i               |
/// | `p->[i]`| local p, dereference, index i  |
/// | `*p`    | local p, dereference           |
struct FunctionPrinter {

  private let function: Function
  private let names: [String]

  /// A printer for the parts of a function.
  init(_ function: Function) {
    self.function = function
    var uses: [String: Int] = [:]
    var temporaries = 0
    names = function.locals.map { (local) in
      if local.kind == .temporary || local.name.isEmpty {
        temporaries += 1
        return "%\(temporaries)"
      }
      uses[local.name, default: 0] += 1
      let number = uses[local.name, default: 1]
      return number == 1 ? local.name : "\(local.name).\(number)"
    }
  }

  /// The whole function.
  var text: String {
    let parameters = function.parameters.indices.map { (index) in
      "\(names[index]): \(function.locals[index].type)"
    }
    let signature = (parameters + (function.isVariadic ? ["..."] : [])).joined(separator: ", ")
    var lines = ["func \(function.name)(\(signature)) -> \(function.result):"]
    for gap in function.gaps { lines.append("  gap: \(gap.reason)  @\(position(gap.range))") }
    for (index, block) in function.blocks.enumerated() {
      lines.append("bb\(index):")
      for instruction in block.instructions {
        lines.append(line(text(of: instruction), instruction.range))
      }
      lines.append(line(text(of: block.terminator), block.terminator.range))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns a line with the position of its code at the end.
  private func line(_ text: String, _ range: SourceRange) -> String {
    let macro = range.macro.map { " \($0.name)" } ?? ""
    return "  \(text)  @\(position(range))\(macro)"
  }

  /// Returns where a range begins; the file is left out where it is the function's.
  private func position(_ range: SourceRange) -> String {
    let place = "\(range.start.line):\(range.start.column)"
    return range.start.file == function.range.start.file ? place : "\(range.start.file):\(place)"
  }

}

extension FunctionPrinter {

  /// Returns the text of an instruction.
  func text(of instruction: Instruction) -> String {
    switch instruction.kind {
    case .assign(let place, let expression): "\(text(of: place)) = \(text(of: expression))"
    case .call(let call): text(of: call)
    case .storageLive(let local): "live \(names[local.index]): \(function[local].type)"
    case .storageDead(let local): "dead \(names[local.index])"
    case .opaque(let reason, let reads, let writes):
      "opaque \"\(reason)\" reads (\(list(reads))) writes "
        + "(\(writes.map(text(of:)).joined(separator: ", ")))"
    }
  }

  /// Returns the text of a terminator.
  func text(of terminator: Terminator) -> String {
    switch terminator.kind {
    case .jump(let target): "jump bb\(target.index)"
    case .branch(let operand, let nonzero, let zero):
      "branch \(text(of: operand)) ? bb\(nonzero.index) : bb\(zero.index)"
    case .switch(let operand, let cases, let otherwise):
      "switch \(text(of: operand)) {"
        + (cases.map(text(of:)) + ["default: bb\(otherwise.index)"]).joined(separator: ", ") + "}"
    case .anyOf(let targets): "any of \(targets.map { "bb\($0.index)" }.joined(separator: ", "))"
    case .return(let operand): "return" + (operand.map { " \(text(of: $0))" } ?? "")
    case .unreachable: "unreachable"
    }
  }

  /// Returns the text of a case.
  private func text(of switchCase: SwitchCase) -> String {
    let values = switchCase.values
    let range =
      values.count == 1
      ? "\(values.lowerBound)" : "\(values.lowerBound) ... \(values.upperBound)"
    return "\(range): bb\(switchCase.target.index)"
  }

  /// Returns the text of a call.
  private func text(of call: Call) -> String {
    let callee =
      switch call.callee {
      case .direct(let name): "\(name)"
      case .indirect(let operand): "(\(text(of: operand)))"
      }
    let result = call.result.map { "\(text(of: $0)) = " } ?? ""
    return "\(result)call \(callee)(\(list(call.arguments)))"
  }

  /// Returns the text of what is assigned.
  private func text(of expression: Expression) -> String {
    switch expression {
    case .operand(let operand): text(of: operand)
    case .unary(let operation, let operand): "\(operation.symbol)\(text(of: operand))"
    case .binary(let operation, let l, let r): "\(text(of: l)) \(operation.symbol) \(text(of: r))"
    case .cast(let operand, let type): "\(text(of: operand)) as \(type)"
    case .zero: "zero"
    }
  }

  /// Returns the texts of operands.
  private func list(_ operands: [Operand]) -> String {
    operands.map(text(of:)).joined(separator: ", ")
  }

  /// Returns the text of an operand.
  func text(of operand: Operand) -> String {
    switch operand {
    case .copy(let place): text(of: place)
    case .address(let place): "&\(text(of: place))"
    case .constant(let value): "\(value)"
    case .floating(let value): "\(value)"
    case .function(let name): "function \(name)"
    case .string(let value): "\"\(value)\""
    case .unknown: "unknown"
    }
  }

  /// Returns the text of a place.
  func text(of place: Place) -> String {
    var text =
      switch place.base {
      case .local(let local): names[local.index]
      case .global(let name): shortened(name)
      }
    for (index, projection) in place.projections.enumerated() {
      let isBehindPointer = index > 0 && place.projections[index - 1] == .dereference
      switch projection {
      case .dereference:
        let isLast = index == place.projections.count - 1
        let next = isLast ? nil : place.projections[index + 1]
        if isLast || next == .dereference { text = "*" + text }
      case .field(let name, _): text += (isBehindPointer ? "->" : ".") + name
      case .index(let operand):
        text += (isBehindPointer ? "->[" : "[") + self.text(of: operand) + "]"
      }
    }
    return text
  }

  /// Returns the name of a global without the directory of its file.
  private func shortened(_ name: String) -> String {
    guard let separator = name.firstRange(of: "::"),
      let slash = name[..<separator.lowerBound].lastIndex(of: "/")
    else { return name }
    return String(name[name.index(after: slash)...])
  }

}
