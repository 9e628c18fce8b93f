import IR

/// What the analysis of every function of a program may look up.
public struct ProgramModel: Sendable {

  /// What the contracts say.
  public let runtime: RuntimeModel
  /// Records by name.
  public let records: [String: Record]
  /// Variables with static storage by name.
  public let globals: [String: Global]
  public let collectionModel: CollectionModel
  /// Who can be called through what.
  public let targets: FunctionTargets
  /// What is declared of all functions of a type, by the name of the type.
  public let declaredTypes: [String: FunctionSummary]
  /// The functions that the runtime calls, by linked name.
  public let entryPoints: [FunctionName: RuntimeModel.MemberRole]

  public init(
    runtime: RuntimeModel, records: [String: Record], globals: [String: Global],
    collectionModel: CollectionModel, targets: FunctionTargets,
    declaredTypes: [String: FunctionSummary],
    entryPoints: [FunctionName: RuntimeModel.MemberRole]
  ) {
    self.runtime = runtime
    self.records = records
    self.globals = globals
    self.collectionModel = collectionModel
    self.targets = targets
    self.declaredTypes = declaredTypes
    self.entryPoints = entryPoints
  }

  /// The type of a member.
  func type(ofField name: String, in record: String) -> Type {
    records[record]?.fields.first { $0.name == name }?.type ?? .other
  }

  /// The number of bytes of a type that consists of pointers and integers, of which a pointer has
  /// `pointer`; `nil` of other types.
  func size(of type: Type, pointer: Int) -> Int? {
    layout(of: type, pointer: pointer)?.size
  }

  private static func aligned(_ size: Int, to alignment: Int) -> Int {
    (size + alignment - 1) / alignment * alignment
  }

  private func layout(of type: Type, pointer: Int) -> (size: Int, alignment: Int)? {
    switch type.unaliased {
    case .pointer: return (pointer, pointer)
    case .integer(let bits, _): return bits % 8 == 0 ? (bits / 8, bits / 8) : nil
    case .array(let element, let count?):
      return layout(of: element, pointer: pointer).map { ($0.size * count, $0.alignment) }
    case .record(let name):
      guard let record = records[name], !record.fields.isEmpty else { return nil }
      var (size, alignment) = (0, 1)
      for field in record.fields {
        guard let next = layout(of: field.type, pointer: pointer) else { return nil }
        let start = record.isUnion ? 0 : Self.aligned(size, to: next.alignment)
        size = max(size, start + next.size)
        alignment = max(alignment, next.alignment)
      }
      return (Self.aligned(size, to: alignment), alignment)
    case .void, .floating, .array, .function, .named, .other: return nil
    }
  }

}
