import IR

/// The members of structs that are shown to a collector.
///
/// A collector hands out its visitor as a pointer to a function, and no context with it: a field is
/// visited if its address is passed to a function that is called through a pointer. A function that
/// visits also counts what it puts into variables or passes to another one that visits; it is not
/// followed which of these the visitor gets.
struct VisitedFields {

  /// The members by the name of their record.
  private(set) var members: [String: Set<String>] = [:]
  /// The members from which a function that visits reads a pointer, by the name of their record:
  /// what it points to may be visited.
  private var followed: [String: Set<String>] = [:]

  /// Finds the members that functions of `program` visit.
  init(in program: Program, runtime: RuntimeModel) {
    let visiting = Self.visitingFunctions(of: program, runtime: runtime)
    for function in program.functions {
      let isVisiting = visiting.contains(function.name)
      for member in function.passedMembers {
        let isVisited = member.callee.map { isVisiting && visiting.contains($0) } ?? true
        if isVisited { members[member.record, default: []].insert(member.name) }
      }
      guard isVisiting else { continue }
      for member in function.heldMembers {
        members[member.record, default: []].insert(member.name)
      }
      for member in function.followedMembers {
        followed[member.record, default: []].insert(member.name)
      }
    }
  }

  /// Whether a function that visits reads a pointer from one of these members of a record.
  func follows(_ fields: [Record.Field], of record: String) -> Bool {
    fields.contains { followed[record]?.contains($0.name) == true }
  }

  /// The functions without a context that call through a pointer, or call one that does.
  private static func visitingFunctions(
    of program: Program, runtime: RuntimeModel
  ) -> Set<FunctionName> {
    let candidates = program.functions.filter { !$0.parameters.contains(where: runtime.isContext) }
    var callers: [FunctionName: [FunctionName]] = [:]
    for function in candidates {
      for callee in function.callees { callers[callee, default: []].append(function.name) }
    }
    var pending = candidates.filter(\.callsIndirectly).map(\.name)
    var found = Set(pending)
    while let next = pending.popLast() {
      for caller in callers[next] ?? [] where found.insert(caller).inserted {
        pending.append(caller)
      }
    }
    return found
  }

}
