import IR
import Source

extension FunctionAnalyzer {

  /// Judges whether a pointer stays somewhere while its handle ends. What is in allocated memory
  /// that only the function knows is judged where somebody else gets it.
  mutating func judgeKept(_ loan: LoanID, why ending: CauseID, in state: AbstractState) {
    for (location, store) in state.stores.sorted(by: { $0.key < $1.key }) {
      guard case .pointer(_, loan)? = state.memory[location],
        isLasting(location, returning: nil, in: state), outlives(location, loan, in: state)
      else { continue }
      reportKept(loan, at: location, store: store, until: ending, in: state)
    }
  }

  /// Judges everything that is stored in memory that outlives the function, at its return.
  mutating func judgeKeptAtExit(
    returning value: Value?, at point: ProgramPoint, range: SourceRange, in state: AbstractState
  ) {
    for (location, store) in state.stores.sorted(by: { $0.key < $1.key }) {
      guard isLasting(location, returning: value, in: state),
        isEntryPoint || !hasCallers || !isSharedBehindPointer(location)
      else { continue }
      switch state.memory[location] {
      case .pointer(_, let loan?)?:
        if isOutArgument(location), hasCallers && !isEntryPoint || state.loans[loan]?.ending == nil
        {
          continue
        }
        if isJudgedByCaller(location, loan, in: state) { continue }
        if outlives(location, loan, in: state) {
          let end = end(of: loan, at: point, range: range, in: state)
          reportKept(loan, at: location, store: store, until: end, in: state)
        }
      case .pointer(let target, nil)? where names[names.root(of: target)] == .context:
        if hasCallers && !isEntryPoint && contextParameter != nil { continue }
        guard !isOutArgument(location), !isCallers(location, in: state),
          !isEmptiedLater(location, in: state),
          case .stored(let name, let place) = causes[store].what
        else { continue }
        observe(
          .contextKept(name: name, place: place), at: causes[store].range, family: 8,
          origin: nil, blame: store, steps: passing(to: store))
      case .object(let object)?:
        if isOutArgument(location) || isCallers(location, in: state) { continue }
        if isPassed(object) && hasCallers && !isEntryPoint { continue }
        if isEmptiedLater(location, in: state) { continue }
        reportKept(object, store: store, in: state)
      default: continue
      }
    }
  }

  /// Whether memory outlives the function: it is static, an object's, or allocated and neither
  /// freed nor still the function's own.
  private func isLasting(
    _ location: LocationID, returning value: Value?, in state: AbstractState
  ) -> Bool {
    switch names[names.root(of: location)] {
    case .global, .keeper, .content, .pointee: return true
    case .heap(let object): return isReachableFromOutside(object, returning: value, in: state)
    case .local, .context, .string, .part: return false
    }
  }

  /// Whether memory is the caller's, to whom the function gives what it stores there.
  private func isOutArgument(_ location: LocationID) -> Bool {
    guard case .pointee = names[names.root(of: location)] else { return false }
    return !isShared(location)
  }

  /// Whether memory was there before the call, and a static variable or an object's struct leads
  /// to it. Where a function has callers these judge what it stores there, for they may know the
  /// memory, or empty it again.
  private func isSharedBehindPointer(_ location: LocationID) -> Bool {
    guard case .pointee = names[names.root(of: location)] else { return false }
    return isShared(location)
  }

  /// Whether memory is static or an object's, or such memory or the runtime has a pointer to it:
  /// then it is there when the function has returned.
  private func isShared(_ location: LocationID) -> Bool {
    switch names[names.root(of: location)] {
    case .global, .keeper, .content: return true
    case .pointee(let symbol):
      switch names[symbol] {
      case .initial(let holder, _): return isShared(holder)
      case .made(let point, CallSite.Slot.result): return isRuntimeCall(at: point)
      case .made, .merged, .kept, .computed, .applied, .floating: return false
      }
    case .local, .heap, .context, .string, .part: return false
    }
  }

  /// Whether a function of the runtime is called at a point.
  private func isRuntimeCall(at point: ProgramPoint) -> Bool {
    let block = function.blocks[Int(point.block)]
    guard block.instructions.indices.contains(Int(point.index)),
      case .call(let call) = block.instructions[Int(point.index)].kind,
      case .direct(let name) = call.callee,
      call.argumentTypes.contains(where: { runtime.isContext($0) })
    else { return false }
    return runtime.summaries[name.name]?.isRuntime ?? false
  }

  /// Whether a place was emptied under another name, which it has where the pointer to it was
  /// loaded again after a call that can change the memory that the pointer is in.
  private func isEmptiedLater(_ location: LocationID, in state: AbstractState) -> Bool {
    guard case .pointee(let symbol) = names[names.root(of: location)],
      case .initial(let holder, let epoch) = names[symbol]
    else { return false }
    let path = steps(to: location, from: names.root(of: location))
    return state.memory.contains { (other, value) in
      guard value == .null, case .pointee(let symbol) = names[names.root(of: other)],
        case .initial(holder, let later) = names[symbol], later != epoch
      else { return false }
      return steps(to: other, from: names.root(of: other)) == path
    }
  }

  /// Whether a place is in allocated memory that only a caller in the program gets: whether what
  /// is in it outlives the call is judged there.
  private func isCallers(_ location: LocationID, in state: AbstractState) -> Bool {
    guard hasCallers, !isEntryPoint, case .heap = names[names.root(of: location)] else {
      return false
    }
    return !memory(leadingTo: names.root(of: location), in: state).contains { isShared($0) }
  }

  /// Returns the memory in which pointers are that lead to `memory`, itself among it; only what is
  /// in allocated memory is followed further.
  func memory(leadingTo memory: LocationID, in state: AbstractState) -> Set<LocationID> {
    var leading: Set<LocationID> = []
    var waiting = [memory]
    while let target = waiting.popLast() {
      guard leading.insert(target).inserted, case .heap = names[target] else { continue }
      for (holder, value) in state.memory {
        guard case .pointer(let location, _) = value, names.root(of: location) == target else {
          continue
        }
        waiting.append(names.root(of: holder))
      }
    }
    return leading
  }

  /// Whether allocated memory is still there and somebody else can get at it.
  private func isReachableFromOutside(
    _ object: ObjectID, returning value: Value?, in state: AbstractState
  ) -> Bool {
    guard state.objects[object]?.ending == nil,
      let memory = names.location(existing: .heap(object))
    else { return false }
    let leading = self.memory(leadingTo: memory, in: state)
    if case .pointer(let target, _)? = value, leading.contains(names.root(of: target)) {
      return true
    }
    return leading.contains {
      switch names[$0] {
      case .global, .keeper, .content, .pointee: true
      case .heap, .local, .context, .string, .part: false
      }
    }
  }

  /// Whether the caller, which knows the handle and goes on after the return, is to judge.
  private func isJudgedByCaller(
    _ location: LocationID, _ loan: LoanID, in state: AbstractState
  ) -> Bool {
    guard hasCallers, !isEntryPoint else { return false }
    guard let handle = state.loans[loan]?.handle else { return true }
    if case .initial = names[handle] { return true }
    return false
  }

  /// Whether the caller passed a handle, and knows what is done after the return with the place
  /// that it is stored in.
  private func isPassed(_ object: ObjectID) -> Bool {
    guard case .initial(let location) = names[object], let path = path(ofValueIn: location),
      case .argument = path.root
    else { return false }
    return true
  }

  /// Whether memory is not part of the very object that the pointer points into.
  private func outlives(
    _ location: LocationID, _ loan: LoanID, in state: AbstractState
  ) -> Bool {
    switch names[names.root(of: location)] {
    case .content(let object): return object != state.loans[loan]?.handle
    case .heap(let object): return state.objects[object]?.ending == nil
    case .global, .keeper: return true
    case .pointee:
      return state.loans[loan]?.ending != nil
        || isShared(location) && !isEmptiedLater(location, in: state)
    case .local, .context, .string, .part: return false
    }
  }

  /// Why a pointer is good no longer behind the return.
  private mutating func end(
    of loan: LoanID, at point: ProgramPoint, range: SourceRange, in state: AbstractState
  ) -> CauseID? {
    guard let loanState = state.loans[loan], let handle = loanState.handle else { return nil }
    if let ending = loanState.ending { return ending }
    return cause(at: point, slot: Int(handle.index), range: range) {
      .returned(handle: $0.describe(handle, in: state))
    }
  }

  /// The call in which a value is stored, if it is stored in one.
  private func passing(to store: CauseID) -> [CauseID] {
    let key = Causes.Key(point: causes.point(of: store), slot: CallSite.Slot.passing)
    guard let call = causes[key], causes[call].range != causes[store].range else { return [] }
    return [call]
  }

  private mutating func reportKept(
    _ loan: LoanID, at location: LocationID, store: CauseID, until end: CauseID?,
    in state: AbstractState
  ) {
    guard let loanState = state.loans[loan], loanState.handle != nil, loanState.nullness != .null,
      case .stored(let name, let place) = causes[store].what,
      isCertain(loanState, named: name, at: causes[store].range)
    else { return }
    observe(
      .pointerKept(pointer: name, place: place), at: causes[store].range, family: 6,
      origin: nil, blame: nil,
      steps: steps(
        from: loanState.origin, passing(to: store) + [end].compactMap { $0 }, in: state),
      each: true)
  }

  private mutating func reportKept(
    _ object: ObjectID, store: CauseID, in state: AbstractState
  ) {
    guard let old = state.objects[object], old.kind == .handle, old.nullness != .null,
      case .stored(let name, let place) = causes[store].what,
      isCertain(old, named: name, at: causes[store].range)
    else { return }
    if case .initial(let location) = names[object], isShared(location) { return }
    observe(
      .handleKept(name: name, place: place), at: causes[store].range, family: 7,
      origin: nil, blame: store,
      steps: steps(from: old.origin, passing(to: store), in: state))
  }

}
