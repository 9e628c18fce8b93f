/// What to lower of a translation unit, and how to name it.
public struct LoweringOptions {

  /// Whether the file at a path belongs to the runtime: bodies in it are not lowered.
  public var isRuntimeFile: (String) -> Bool

  /// Whether all declarations of functions are kept, not only those of functions that are called,
  /// defined or annotated, and all annotated types.
  public var allDeclarations: Bool

  /// How deeply statements and expressions may nest; what is deeper becomes a gap.
  public var maximumDepth: Int

  public init(
    isRuntimeFile: @escaping (String) -> Bool = { _ in false }, allDeclarations: Bool = false,
    maximumDepth: Int = 4000
  ) {
    self.isRuntimeFile = isRuntimeFile
    self.allDeclarations = allDeclarations
    self.maximumDepth = maximumDepth
  }

}
