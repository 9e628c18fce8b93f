/// The functions of a module, kept as bytes: a body takes about a tenth of what it takes unpacked,
/// and is unpacked each time that it is asked for.
///
/// A program has far more code than is looked at in one moment; what is kept of all of it decides
/// how much memory a large program takes.
public struct PackedFunctions: Sendable {

  /// The names of the functions, in order.
  public let names: [FunctionName]
  private let bodies: [[UInt8]]
  private let tables: PackTables

  public init(_ functions: [Function]) {
    var writer = PackWriter()
    names = functions.map(\.name)
    bodies = functions.map { (function) in
      function.pack(into: &writer)
      return writer.finish()
    }
    tables = writer.tables
  }

  private init(names: [FunctionName], bodies: [[UInt8]], tables: PackTables) {
    self.names = names
    self.bodies = bodies
    self.tables = tables
  }

  /// Returns the functions with other names for some records.
  func renaming(records names: [String: String]) -> PackedFunctions {
    var renamed = tables
    renamed.records = tables.records.map { names[$0] ?? $0 }
    renamed.types = tables.types.map { $0.renaming(records: names) }
    return PackedFunctions(names: self.names, bodies: bodies, tables: renamed)
  }

}

extension PackedFunctions: RandomAccessCollection {

  public var startIndex: Int { 0 }

  public var endIndex: Int { bodies.count }

  public subscript(_ position: Int) -> Function {
    var reader = PackReader(bodies[position], tables)
    return Function(from: &reader)
  }

}
