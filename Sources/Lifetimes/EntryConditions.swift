/// On what it depends, as far as a caller can tell, whether something in a function happens: on one
/// of several lists of requirements.
public struct EntryConditions: Hashable, Sendable, Codable {

  /// More lists than this are put together.
  private static let maximumAlternatives = 4

  public private(set) var alternatives: [[SummaryCase.Requirement]]

  public init(_ alternatives: [[SummaryCase.Requirement]]) { self.alternatives = alternatives }

  /// Whether it happens in every call, as far as is known.
  var isAlways: Bool { alternatives.contains([]) }

  /// Whether it is known already that it happens if `requirements` hold.
  func cover(_ requirements: [SummaryCase.Requirement]) -> Bool {
    alternatives.contains { $0.allSatisfy(requirements.contains) }
  }

  /// Adds that it happens if `requirements` hold.
  mutating func add(_ requirements: [SummaryCase.Requirement]) {
    if cover(requirements) { return }
    alternatives.removeAll { requirements.allSatisfy($0.contains) }
    if alternatives.count == Self.maximumAlternatives {
      add(SummaryCase.Requirement.either(alternatives.removeLast(), requirements))
    } else {
      alternatives.append(requirements)
    }
  }

}

extension SummaryCase.Requirement {

  /// What holds if one of two lists of requirements does.
  static func either(_ left: [Self], _ right: [Self]) -> [Self] {
    left.compactMap { (requirement) in
      guard let same = right.first(where: requirement.isAbout) else { return nil }
      let both = requirement.interval.union(same.interval)
      return both == .all ? nil : requirement.with(both)
    }
  }

}
