import Clang
import IR
import Lowering
import Source

/// Returns the module that a source text lowers to.
func lowered(
  _ source: String, path: String = "t.c", arguments: [String] = ["-std=gnu11"],
  options: @escaping @Sendable () -> LoweringOptions = { LoweringOptions() }
) throws -> Module {
  try withLargeStack {
    let library = try Library.open()
    let unit = try TranslationUnit(
      path: path, contents: source, arguments: arguments, library: library)
    return lower(unit, options: options())
  }
}

/// Returns the IR of the last function of a source text, without positions.
func body(_ source: String, arguments: [String] = ["-std=gnu11"]) throws -> String {
  let module = try lowered(source, arguments: arguments)
  guard let function = module.functions.last else { return "" }
  return withoutPositions(function.description).split(separator: "\n").dropFirst()
    .joined(separator: "\n")
}

/// Returns a text in which no line says where its code is.
func withoutPositions(_ text: String) -> String {
  text.split(separator: "\n").map { (line) in
    guard let position = line.range(of: "  @") else { return String(line) }
    return String(line[..<position.lowerBound])
  }.joined(separator: "\n")
}

extension Substring {

  /// Returns where a text occurs last.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).last }

}
