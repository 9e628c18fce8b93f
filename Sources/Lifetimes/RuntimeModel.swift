import IR

/// All that the contracts of a run say: about types, members, and functions.
public struct RuntimeModel: Sendable {

  /// The part of a function table that a member is.
  public enum MemberRole: String, Hashable, Sendable {
    /// The runtime calls the function; its handle parameters are borrowed.
    case entryPoint = "entry-point"
    /// A string that begins with the names of such functions, where they are not declared yet.
    case entryPointNames = "entry-point-names"
    /// The same for a function that must not reach the runtime.
    case destructor
    /// A handle stored here belongs to the runtime from then on.
    case owns
    /// The table in which global references must be listed.
    case moduleGlobals = "module-globals"
  }

  /// The roles of types, by `typedef` name and by record name.
  public var roles: [String: TypeRole] = [:]
  /// The roles of members, by record and member.
  public var members: [String: [String: MemberRole]] = [:]
  /// Summaries of declared functions, by name.
  public var summaries: [String: FunctionSummary] = [:]
  /// How sources write the functions that they call by other names, as those of macros.
  public var writtenNames: [String: String] = [:]
  /// Variables that only generated code writes.
  public var generatedVariables: Set<String> = []
  /// How members of a context stand for functions: a prefix, and what may replace it.
  public var memberPrefixes: [(prefix: String, candidates: [String])] = []

  /// The type of handles; `nil` before a contract was read.
  public var handleType: Type? {
    roles.filter { $0.value == .handle }.keys.min().map { .named($0, .other) }
  }

  public init() {}

  /// The role of a type, seen through its aliases.
  public func role(of type: Type) -> TypeRole? {
    if roles.isEmpty { return nil }
    var type = type
    while case .named(let name, let next) = type {
      if let role = roles[name] { return role }
      type = next
    }
    if case .record(let name) = type { return roles[name] }
    return nil
  }

  /// Whether a type is a pointer to a context.
  public func isContext(_ type: Type) -> Bool {
    type.isPointer && type.pointee.flatMap(role) == .context
  }

  /// The name by which sources call a function.
  public func writtenName(of function: String) -> String { writtenNames[function] ?? function }

  /// The function that a member of a context stands for, if it is known.
  public func function(forMember name: String) -> String? {
    for (prefix, candidates) in memberPrefixes where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      for candidate in candidates where summaries[candidate + rest] != nil {
        return candidate + rest
      }
    }
    return nil
  }

}
