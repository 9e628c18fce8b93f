import Clang

/// What stands in the brackets of a lambda: whether variables are captured by reference.
struct CaptureClause {

  private var isReferenceByDefault = false
  private var named: [String: Bool] = [:]

  /// Reads the clause; `nil` if it declares variables of its own, or stands in a macro.
  init?(_ lambda: Cursor, in unit: TranslationUnit) {
    let extent = lambda.extent
    let tokens = unit.tokens(from: extent.start, to: extent.end).map(\.spelling)
    guard tokens.first == "[", let end = tokens.firstIndex(of: "]") else { return nil }
    for item in tokens[1 ..< end].split(separator: ",") {
      switch Array(item) {
      case ["&"]: isReferenceByDefault = true
      case ["="], ["this"]: continue
      case let parts where parts.count == 2 && parts[0] == "&": named[parts[1]] = true
      case let parts where parts.count == 1: named[parts[0]] = false
      default: return nil
      }
    }
  }

  /// Whether a variable is captured by reference.
  func isReference(_ name: String) -> Bool { named[name] ?? isReferenceByDefault }

}
