/// Why a call of a runtime's function could collect.
public enum CollectionClass: String, Hashable, Sendable, CaseIterable {
  /// Runs arbitrary code of the language.
  case python = "py"
  /// Allocates an object.
  case alloc
  /// Allocates an object that the collector tracks.
  case allocTracked = "alloc_gc"
  /// Lets other threads run.
  case threads
  /// May drop the last reference to an object.
  case drop
  /// Does something only while failing.
  case error = "err"
  /// No promise by the interface, though implementations do nothing.
  case implementation = "impl"
  /// Plain C.
  case none

  /// Whether such a call can collect under `model`.
  public func collects(under model: CollectionModel) -> Bool {
    switch self {
    case .python, .alloc, .allocTracked, .threads: true
    case .drop, .error, .implementation: model == .strict
    case .none: false
    }
  }

  /// What the call does, in a clause.
  public var reason: String {
    switch self {
    case .python: "it can run arbitrary code"
    case .alloc, .allocTracked: "it allocates an object"
    case .threads: "it lets other threads run"
    case .drop: "it may drop the last reference to an object"
    case .error: "it may raise an error"
    case .implementation: "it makes no promise not to"
    case .none: "it does nothing"
    }
  }
}

/// Which calls count as able to collect.
public enum CollectionModel: String, Hashable, Sendable, CaseIterable {
  /// What some implementation does.
  case normal
  /// Every call that takes the context.
  case strict
}
