import IR

extension ProgramAnalysis {

  /// What a declaration says of a function and its body does not do.
  func broken(
    _ declared: DeclaredEffects, _ computed: FunctionSummary, _ function: Function
  ) -> [Observation] {
    var broken: [String] = []
    let name = function.name.name
    if declared.collects == false, let chain = computed.collection {
      broken.append("'\(name)' is declared not to collect but calls \(chain.description)")
    }
    if declared.isNoReturn && !computed.cases.isEmpty {
      broken.append("'\(name)' is declared not to return but does")
    }
    broken += brokenParameters(declared, computed, function)
    broken += brokenWrites(declared, computed, function)
    if let lie = brokenResult(declared, computed) { broken.append("'\(name)' \(lie)") }
    return broken.map { .init(.effectBroken($0), at: function.range, in: name) }
  }

  /// What a declaration says of handles that are passed in, if the body does something else.
  private func brokenParameters(
    _ declared: DeclaredEffects, _ computed: FunctionSummary, _ function: Function
  ) -> [String] {
    var broken: [String] = []
    let name = function.name.name
    for index in declared.closes.sorted() where function.parameters.indices.contains(index) {
      let value = SummaryValue.argument(index)
      let isKept = computed.cases.allSatisfy { (way) in
        way.effects.contains {
          if case .closes(value, _) = $0 { return true }
          return false
        } || way.requires(nullAt: value)
      }
      if isKept { continue }
      let parameter = function.parameters[index].name
      broken.append("'\(name)' is declared to close '\(parameter)' but does not on every path")
    }
    for index in declared.borrows.sorted() where function.parameters.indices.contains(index) {
      let isEnded = computed.ends(index)
      if isEnded {
        broken.append(
          "'\(name)' is declared to borrow '\(function.parameters[index].name)' but closes it")
      }
    }
    for index in declared.nullAllowed.sorted() where function.parameters.indices.contains(index) {
      let isForbidden = computed.latentNulls.contains {
        $0.handle == AccessPath(.argument(index)) && $0.requirements.isEmpty
      }
      if isForbidden {
        let parameter = function.parameters[index].name
        broken.append(
          "'\(name)' is declared to take null for '\(parameter)' but passes it on untested")
      }
    }
    return broken
  }

  /// What a declaration says of what a success writes through pointers, if the body writes handles
  /// that are somebody else's.
  private func brokenWrites(
    _ declared: DeclaredEffects, _ computed: FunctionSummary, _ function: Function
  ) -> [String] {
    guard let promised = declared.summary.cases.first else { return [] }
    return promised.effects.compactMap { (effect) in
      guard case .writes(let path, .fresh(let made), _) = effect,
        promised.fresh[made].ownership == .owned, case .argument(let index) = path.root,
        function.parameters.indices.contains(index),
        computed.cases.contains(where: { $0.canEnd(like: promised) && $0.writesForeign(to: path) })
      else { return nil }
      let (name, parameter) = (function.name.name, function.parameters[index].name)
      return "'\(name)' is declared to write a new handle to '\(parameter)' but writes another's"
    }
  }

  /// What a declaration says of the result, if the body returns something else.
  private func brokenResult(
    _ declared: DeclaredEffects, _ computed: FunctionSummary
  ) -> String? {
    guard declared.declaresResult, let promised = declared.summary.cases.first else { return nil }
    if promised.result == .null {
      let isKept = !computed.cases.contains { $0.returnsObject }
      return isKept ? nil : "is declared to return null but returns a handle"
    }
    if case .interior(of: let handle, _, _) = promised.result {
      let isKept = computed.cases.allSatisfy { !$0.returnsInterior(ofOtherThan: handle) }
      return isKept ? nil : "is declared to return a pointer of one handle but returns another's"
    }
    guard case .fresh(let index) = promised.result else { return nil }
    let isOwned = promised.fresh[index].ownership == .owned
    for way in computed.cases {
      switch way.result {
      case .initial where isOwned:
        return "is declared to return a new handle but returns its argument"
      case .fresh(let made):
        let isNew = way.fresh[made].ownership == .owned
        if isOwned, case .borrowed = way.fresh[made].ownership {
          return "is declared to return a new handle but returns a borrowed one"
        }
        if !isOwned && isNew {
          return "is declared to return a borrowed handle but returns a new one"
        }
      default: continue
      }
    }
    return nil
  }

}

extension SummaryCase {
  /// Whether the result is an object that need not be null.
  fileprivate var returnsObject: Bool {
    guard case .fresh(let made) = result else { return false }
    return !fresh[made].isNull
  }

  /// Whether the result is a pointer that is good while another argument is open.
  fileprivate func returnsInterior(ofOtherThan handle: SummaryValue) -> Bool {
    guard case .interior(of: .initial(let path), _, _) = result,
      case .argument = path.root
    else { return false }
    return handle != .initial(path)
  }

  /// Whether the result can be one of another case.
  fileprivate func canEnd(like other: SummaryCase) -> Bool {
    guard case .integer(let own) = result, case .integer(let others) = other.result else {
      return true
    }
    return !own.intersection(others).isEmpty
  }

  /// Whether the case writes a handle that its caller must not close.
  fileprivate func writesForeign(to path: AccessPath) -> Bool {
    effects.contains { (effect) in
      guard case .writes(path, let value, _) = effect else { return false }
      switch value {
      case .initial(let source): return source != path
      case .fresh(let made):
        if case .borrowed = fresh[made].ownership { return true }
        return false
      case .unknown, .integer, .sum, .whole, .address, .interior, .function: return false
      }
    }
  }

  /// Whether the case is only possible if the value is null.
  fileprivate func requires(nullAt value: SummaryValue) -> Bool {
    requirements.contains {
      value == .initial($0.path) && $0.operation == nil && $0.interval == .init(0)
    }
  }
}
