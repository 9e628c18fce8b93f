/// The lines of a function's definition in a C source.
struct FunctionLines: Hashable {

  /// The lines from the body's opening brace to its closing brace, counted from 1.
  let lines: ClosedRange<Int>

  /// Returns the functions of `source`: the braces at file scope that stand behind a parameter
  /// list.
  static func all(in source: String) -> [FunctionLines] {
    var scanner = FunctionScanner()
    for character in source.utf8 { scanner.read(character) }
    return scanner.functions
  }

}
