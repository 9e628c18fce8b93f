/// How much a finding matters, and whether its rule is on at all.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case off, note, warning, error

  private var rank: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }

  public static func < (l: Self, r: Self) -> Bool { l.rank < r.rank }
}
