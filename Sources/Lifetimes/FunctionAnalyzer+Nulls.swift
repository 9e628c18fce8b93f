import IR
import Source

// Handles that are null because a call failed, and are passed where null is not allowed.

extension FunctionAnalyzer {

  /// How many handles of the caller are remembered that must not be null.
  private static let maximumLatentNulls = 16

  /// Judges a handle that is passed by itself.
  mutating func judgeNull(
    _ object: ObjectID, _ index: Int, _ summary: FunctionSummary, at site: CallSite,
    in state: inout AbstractState
  ) {
    guard forbidsNull(index, summary, at: site, in: &state) else { return }
    judgeNull(
      object, named: subject(index, at: site), passedAs: index, at: site, in: &state)
  }

  /// Judges the handles behind pointers, or in aggregates, that the callee passes on.
  mutating func judgeNullsBehind(
    _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) {
    for latent in summary.latentNulls where !latent.handle.steps.isEmpty {
      guard case .argument(let index) = latent.handle.root,
        isPossible(latent.requirements, at: site, in: &state),
        let place = location(of: latent.handle, AppliedCase(site: site), in: &state),
        case .object(let object) = read(
          place, type: runtime.handleType ?? .other, in: &state)
      else { continue }
      judgeNull(object, named: describe(place), passedAs: index, at: site, in: &state)
    }
  }

  mutating func judgeNull(
    _ object: ObjectID, named name: Designation, passedAs index: Int, at site: CallSite,
    in state: inout AbstractState
  ) {
    guard let old = state.objects[object], old.nullness != .nonnull, old.kind == .handle,
      !old.isSummary
    else { return }
    if !old.isUncertain { noteLatentNull(object, in: state) }
    let range = site.range(ofArgument: index)
    guard old.canFail, isCertain(old, named: name, at: range) else { return }
    observe(
      .uncheckedPassed(name: name, callee: site.callee), at: range, family: 12,
      origin: old.origin, blame: nil, steps: steps(from: old.origin, [], in: state))
    state.objects[object]?.canFail = false
  }

  /// Whether a call does not allow null as an argument, as far as its other arguments tell.
  private mutating func forbidsNull(
    _ index: Int, _ summary: FunctionSummary, at site: CallSite, in state: inout AbstractState
  ) -> Bool {
    let contract = summary.parameter(index)
    if contract.role == .handle, !contract.isPointer, !contract.allowsNull { return true }
    for latent in summary.latentNulls where latent.handle == .init(.argument(index)) {
      if isPossible(latent.requirements, at: site, in: &state) { return true }
    }
    return false
  }

  /// Remembers that a handle that the caller passed, by itself or behind a pointer or two, is
  /// passed on where null is not allowed.
  private mutating func noteLatentNull(_ object: ObjectID, in state: AbstractState) {
    guard case .initial(let location) = names[object], names.depth(of: location) <= 2,
      let path = path(ofValueIn: location), case .argument = path.root,
      latentNulls.count < Self.maximumLatentNulls
    else { return }
    let latent = LatentNull(
      handle: path, requirements: requirements(in: state).filter { $0.path != path })
    if !latentNulls.contains(latent) { latentNulls.append(latent) }
  }

}
