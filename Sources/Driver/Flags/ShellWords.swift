/// Splits command lines as a shell does, without running anything.
public enum ShellWords {

  /// Returns the words of `text`, where quotes and backslashes group and escape.
  public static func split(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var iterator = text.makeIterator()
    while let character = iterator.next() {
      switch (character, quote) {
      case ("\\", nil), ("\\", "\""):
        if let next = iterator.next() { word = (word ?? "") + String(next) }
      case ("\"", nil), ("'", nil):
        quote = character
        word = word ?? ""
      case (_, .some(let open)) where character == open: quote = nil
      case (_, nil) where character.isWhitespace:
        if let complete = word { words.append(complete) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return word.map { words + [$0] } ?? words
  }

  /// Returns `arguments` with each `@file` replaced by the words in that file.
  ///
  /// Files may name further files; `directory` is what their paths are relative to. A file that
  /// cannot be read stays as it is.
  public static func expandingResponseFiles(
    in arguments: [String], relativeTo directory: String, depth: Int = 0
  ) -> [String] {
    arguments.flatMap { (argument) -> [String] in
      guard argument.hasPrefix("@"), depth < 16,
        let text = FileSystem.text(of: Path.join(directory, String(argument.dropFirst())))
      else { return [argument] }
      return expandingResponseFiles(
        in: split(text), relativeTo: directory, depth: depth + 1)
    }
  }

}
