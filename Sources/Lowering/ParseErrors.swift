import Clang
import Source

/// The errors that the parser reported, by file and line.
struct ParseErrors {

  private let errors: [ParseDiagnostic]

  /// The errors of a unit.
  init(_ unit: TranslationUnit) {
    errors = unit.diagnostics
      .filter { $0.severity >= .error && $0.position != nil }
      .sorted { Self.isBefore($0, $1) }
  }

  /// No errors.
  init() { errors = [] }

  /// Returns the errors between two positions of a file.
  func errors(in range: SourceRange) -> ArraySlice<ParseDiagnostic> {
    let start = firstIndex { $0 >= range.start }
    let end = firstIndex { $0 >= range.end }
    return start < end ? errors[start ..< end] : []
  }

  /// Whether one error stands before another one.
  private static func isBefore(_ l: ParseDiagnostic, _ r: ParseDiagnostic) -> Bool {
    guard let left = l.position, let right = r.position else { return false }
    return left < right
  }

  /// Returns the index of the first error whose position satisfies a monotonous condition.
  private func firstIndex(where condition: (SourcePosition) -> Bool) -> Int {
    var low = 0
    var high = errors.count
    while low < high {
      let middle = (low + high) / 2
      if let position = errors[middle].position, condition(position) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

}
