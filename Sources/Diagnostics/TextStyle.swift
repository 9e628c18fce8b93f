/// The colours of compiler output, or none.
struct TextStyle {

  /// Whether escape sequences are written.
  let isColored: Bool

  /// Returns `text` in bold.
  func bold(_ text: String) -> String { wrapped(text, in: "1") }

  /// Returns `text` in the colour of carets.
  func caret(_ text: String) -> String { wrapped(text, in: "1;32") }

  /// Returns the name of `severity` in its colour.
  func name(of severity: Severity) -> String {
    switch severity {
    case .error: wrapped("error", in: "1;31")
    case .warning: wrapped("warning", in: "1;35")
    case .note, .off: wrapped("note", in: "1;36")
    }
  }

  /// Returns `text` between an escape sequence and the one that ends it.
  private func wrapped(_ text: String, in code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

}
