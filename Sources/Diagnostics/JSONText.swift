#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Returns `value` as JSON with sorted keys, so that equal values give equal bytes.
///
/// - Requires: nothing in `value` fails to encode; the renderers' values are strings, integers,
///   arrays and objects.
func jsonText(_ value: some Encodable, pretty: Bool = true) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
  do {
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  } catch {
    preconditionFailure("a renderer's value is not JSON: \(error)")
  }
}

extension Array {

  /// The array, unless it is empty: what is not there is left out of JSON.
  var nonEmpty: Self? { isEmpty ? nil : self }

}
