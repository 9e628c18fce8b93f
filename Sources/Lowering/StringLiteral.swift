import Clang

extension Cursor {

  /// The text of a string literal, without its quotes and prefix; escapes are left as they are.
  var literalText: String {
    let text = spelling
    guard let open = text.firstIndex(of: "\""), let close = text.lastIndex(of: "\""), open < close
    else { return text }
    return String(text[text.index(after: open) ..< close])
  }

}
