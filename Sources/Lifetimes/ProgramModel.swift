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
  /// The functions that the runtime calls, by linked name.
  public let entryPoints: [FunctionName: RuntimeModel.MemberRole]

  public init(
    runtime: RuntimeModel, records: [String: Record], globals: [String: Global],
    collectionModel: CollectionModel, targets: FunctionTargets,
    entryPoints: [FunctionName: RuntimeModel.MemberRole]
  ) {
    self.runtime = runtime
    self.records = records
    self.globals = globals
    self.collectionModel = collectionModel
    self.targets = targets
    self.entryPoints = entryPoints
  }

  /// The type of a member.
  func type(ofField name: String, in record: String) -> Type {
    records[record]?.fields.first { $0.name == name }?.type ?? .other
  }

}
