import Source

/// A structure or union.
public struct Record: Hashable, Sendable {

  /// One member of a record.
  public struct Field: Hashable, Sendable {
    /// The name; a member without a name is called `<n>` after its index.
    public let name: String
    public let type: Type
    /// The texts of its `annotate` attributes.
    public let annotations: [String]
    /// Where it is declared, if that is known.
    public let range: SourceRange?
    public init(
      name: String, type: Type, annotations: [String] = [], range: SourceRange? = nil
    ) {
      self.range = range
      self.name = name
      self.type = type
      self.annotations = annotations
    }
  }

  /// The tag; for a record without a tag the `typedef` that names it; else a name made from its
  /// position in the source.
  public let name: String
  public let isUnion: Bool
  /// The members in order; empty if the record is incomplete.
  public let fields: [Field]
  /// The texts of its `annotate` attributes.
  public let annotations: [String]

  public init(name: String, isUnion: Bool, fields: [Field], annotations: [String] = []) {
    self.name = name
    self.isUnion = isUnion
    self.fields = fields
    self.annotations = annotations
  }

}
