import Source

// Where a rule would speak if more were known, and says in the ledger why it does not.

extension FunctionAnalyzer {

  /// Records that something at `range` is not judged, and why.
  mutating func doubt(_ reason: String, at range: SourceRange) {
    doubts.insert(.init(reason, at: range))
  }

  /// Whether an object is known well enough to be judged at `range`.
  mutating func isCertain(
    _ old: ObjectState, named name: Designation, at range: SourceRange
  ) -> Bool {
    if !old.isUncertain { return true }
    doubt("what became of \(name.quoted(or: "a value")) is not known on every path", at: range)
    return false
  }

  /// Whether it is known well enough that an object was ended to judge a use of it at `range`.
  ///
  /// One that stands for several was perhaps ended in an earlier round of the loop, when it stood
  /// for another. After that loop it is likely, but not certain, that all were.
  mutating func isEndingCertain(
    of old: ObjectState, since ending: CauseID, named name: Designation, at range: SourceRange
  ) -> Bool {
    guard old.isSummary else { return isCertain(old, named: name, at: range) }
    doubtEnded(among: name, since: ending, at: range)
    return false
  }

  /// Whether it is known well enough that the handle of a pointer was ended to judge a use of the
  /// pointer at `range`.
  mutating func isEndingCertain(
    of old: LoanState, named name: Designation, at range: SourceRange, in state: AbstractState
  ) -> Bool {
    guard let ending = old.ending, let handle = old.handle,
      state.objects[handle]?.isSummary == true
    else { return true }
    doubtEnded(among: name, since: ending, at: range)
    return false
  }

  /// Records that a value is one of several that were ended, perhaps not all of them.
  private mutating func doubtEnded(
    among name: Designation, since ending: CauseID, at range: SourceRange
  ) {
    if isInLoop(with: ending) { return }
    doubt(
      "\(name.quoted(or: "a value")) is one of several, of which it is not known which are ended",
      at: range)
  }

  /// Whether what is executed now and what happened before can be rounds of one loop.
  private func isInLoop(with cause: CauseID) -> Bool {
    shape.isLoop(through: causes.point(of: cause), and: executed)
  }

  /// Whether a pointer is known well enough to be judged at `range`.
  mutating func isCertain(
    _ old: LoanState, named name: Designation, at range: SourceRange
  ) -> Bool {
    if !old.isUncertain { return true }
    let subject = name.quoted(or: "a value")
    doubt("what became of the handle of \(subject) is not known on every path", at: range)
    return false
  }

  /// Makes an object stand for several, of which it is not known what becomes of each: it is in a
  /// struct that is one of an array's, at an index that is not known.
  func blur(_ value: Value, in state: inout AbstractState) {
    guard case .object(let object) = value, state.objects[object]?.isSummary == false else {
      return
    }
    state.objects[object]?.isSummary = true
    state.objects[object]?.isUncertain = true
  }

  /// Gives up the handles that a call may end or not, because it is not known on which paths.
  func doubtEnded(
    by summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    for (index, value) in site.arguments.enumerated() where summary.endsBehind(index) {
      switch value {
      case .object(let object): state.objects[object]?.isUncertain = true
      case .pointer(let target, _):
        let root = names.root(of: target)
        for (location, held) in state.memory where names.root(of: location) == root {
          if case .object(let object) = held { state.objects[object]?.isUncertain = true }
        }
      case .unknown, .constant, .symbol, .truth, .anyOf, .function, .copy: continue
      }
    }
  }

  /// Gives up what a call writes besides its result, because it is not known with which result.
  func doubtWritten(
    by summaryCase: SummaryCase, _ applied: AppliedCase, in state: inout AbstractState
  ) {
    for (index, object) in applied.fresh.enumerated() where summaryCase.result != .fresh(index) {
      state.objects[object]?.isUncertain = true
    }
  }

  /// Records that a value that may be one of several objects is used, of which some are ended.
  mutating func doubtChoice(
    among objects: [ObjectID], named name: Designation, at range: SourceRange,
    in state: AbstractState
  ) {
    let isPossible = objects.contains { (object) in
      state.objects[object]?.ending.map { !isInLoop(with: $0) } ?? false
    }
    guard isPossible else { return }
    doubt("\(name.quoted(or: "a value")) is one of several, of which some are ended", at: range)
  }

}
