import IR
import Source

// What the caller calls what a function gives, keeps and ends.

extension FunctionAnalyzer {

  /// How the source writes the pointer that `target` is called through; `nil` if it is called by
  /// name.
  func pointerName(_ call: Call, to target: FunctionName) -> String? {
    guard call.callee.isIndirect else { return nil }
    let name = calleeExpression(call)
    return name == target.name ? nil : name
  }

  /// Adds to the path that a value is passed to a function that stores it.
  mutating func noteCall(at site: CallSite, in state: inout AbstractState) {
    let call = cause(
      at: site.point, slot: CallSite.Slot.passing, range: site.range
    ) { (_) in .called(site.link) }
    state.trace.append(call)
  }

  /// The place that a pointer obtained by a call goes to.
  func pointerName(_ applied: AppliedCase, _ slot: Int) -> Designation {
    let site = applied.site
    let index = slot - CallSite.Slot.written
    if slot == CallSite.Slot.result {
      return resultName(of: site) ?? .result(of: site.callee)
    }
    let effects = applied.summaryCase?.effects ?? []
    if effects.indices.contains(index), case .writes(let path, _, _) = effects[index],
      let name = describe(path, applied)
    {
      return name
    }
    return .phrase("a pointer")
  }

  /// The place that the result of a call goes to.
  private func resultName(of site: CallSite) -> Designation? {
    guard let place = site.call.result else { return nil }
    guard case .local(let local) = place.base, function[local].kind == .temporary else {
      return describe(place)
    }
    return shape.target(of: local).map {
      describe(Place($0.base, $0.projections + place.projections, type: place.type))
    }
  }

  /// The place that an object made by a call goes to.
  func resultName(
    _ applied: AppliedCase, _ index: Int, _ summaryCase: SummaryCase
  ) -> Designation {
    if summaryCase.result == .fresh(index), let place = applied.site.call.result {
      return describe(place)
    }
    for case .writes(let path, .fresh(index), _) in summaryCase.effects {
      if let name = describe(path, applied) { return name }
    }
    return .result(of: applied.site.callee)
  }

  /// What the source calls a value that is ended: the argument, if it is one.
  func name(
    of what: SummaryValue, _ value: Value, at site: CallSite, in state: AbstractState
  ) -> Designation {
    if case .initial(let path) = what, case .argument(let index) = path.root, path.steps.isEmpty,
      site.call.arguments.indices.contains(index), !isMacros(site.call.arguments[index])
    {
      let name = describe(site.call.arguments[index])
      if name != .unnamed { return name }
    }
    if case .object(let object) = value { return describe(object, in: state) }
    return .unnamed
  }

  /// What the source calls an argument that is kept.
  func name(ofKept what: SummaryValue, at site: CallSite) -> Designation? {
    guard case .initial(let path) = what, case .argument(let index) = path.root,
      site.call.arguments.indices.contains(index)
    else { return nil }
    return describe(site.call.arguments[index])
  }

  /// Whether an operand is a variable that a macro declares for itself.
  private func isMacros(_ operand: Operand) -> Bool {
    guard case .copy(let place) = operand, case .local(let local) = place.base else { return false }
    return isMacros(local)
  }

  /// Whether a macro declares a variable.
  func isMacros(_ local: Local.ID) -> Bool {
    function[local].kind == .variable && function[local].range.macro != nil
  }

  /// Returns a place that a summary names as the caller writes it; `nil` if it has no name there.
  private func describe(_ path: AccessPath, _ applied: AppliedCase) -> Designation? {
    var steps = path.steps[...]
    guard let root = describe(path.root, &steps, applied), !steps.contains(.content) else {
      return nil
    }
    let whole = root.extended { expression(of: steps, behind: $0) }
    return whole == .unnamed ? nil : whole
  }

  /// Returns the part of `whole` behind `steps` as the source writes it.
  private func expression(of steps: ArraySlice<AccessPath.Step>, behind whole: String) -> String {
    var text = whole
    var isPending = false
    for step in steps {
      switch step {
      case .dereference, .content:
        if isPending { text = "(*\(text))" }
        isPending = true
        continue
      case .field(let name) where name.first == "<": continue
      case .field(let name): text += "\(isPending ? "->" : ".")\(name)"
      case .index(let index): text += "[\(index)]"
      case .anyIndex, .indexHeld: text += "[…]"
      }
      isPending = false
    }
    return isPending ? "*\(text)" : text
  }

  /// Returns what a path starts from, and takes the step off `steps` that an address is for.
  private func describe(
    _ root: AccessPath.Root, _ steps: inout ArraySlice<AccessPath.Step>, _ applied: AppliedCase
  ) -> Designation? {
    let site = applied.site
    switch root {
    case .global(let name): return program.globals[name].map { .source($0.sourceName) }
    case .keeper(let function): return .memory(of: function)
    case .result: return resultName(of: site)
    case .fresh(let index):
      guard applied.summaryCase?.result == .fresh(index) else { return nil }
      return resultName(of: site) ?? .source(text(of: site.call))
    case .argument(let index):
      guard site.call.arguments.indices.contains(index) else { return nil }
      let operand = shape.definitions.source(of: site.call.arguments[index])
      guard case .address(let place) = operand, steps.first == .dereference else {
        return describe(operand)
      }
      steps = steps.dropFirst()
      if case .index? = steps.first { return describe(operand) }
      return describe(place)
    }
  }

}
