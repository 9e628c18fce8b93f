import Diagnostics
import Source

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ReadinessReport {

  /// The shape of the report in JSON.
  private struct Content: Encodable {

    /// A function.
    struct FunctionEntry: Encodable {
      let name: String
      let file: String
      let line: Int
      let canCollect: Bool
      let chain: [String]
      let reason: String?
      /// The configurations in which it can collect; absent if those are all.
      let configurations: [String]?
    }

    /// A use of a pointer after a call that can collect.
    struct PointerEntry: Encodable {
      let file: String
      let line: Int
      let column: Int
      let function: String?
      let message: String
      let notes: [NoteEntry]
      /// The configurations in which it was found; absent if those are all.
      let configurations: [String]?
    }

    /// A step on the way to such a use.
    struct NoteEntry: Encodable {
      let file: String
      let line: Int
      let column: Int
      let message: String
    }

    let functions: [FunctionEntry]
    let pointers: [PointerEntry]

  }

  /// Returns the report as one JSON object.
  public func json() -> String {
    let content = Content(
      functions: functions.map { (function) in
        .init(
          name: function.name, file: function.position.file, line: function.position.line,
          canCollect: function.chain != nil, chain: function.chain ?? [], reason: function.reason,
          configurations: function.configurations.isEmpty ? nil : function.configurations)
      },
      pointers: pointers.map { (pointer) in
        .init(
          file: pointer.range.start.file, line: pointer.range.start.line,
          column: pointer.range.start.column, function: pointer.function,
          message: pointer.message,
          notes: pointer.notes.map { (note) in
            .init(
              file: note.range.start.file, line: note.range.start.line,
              column: note.range.start.column, message: note.message)
          }, configurations: pointer.configurations.isEmpty ? nil : pointer.configurations)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

}
