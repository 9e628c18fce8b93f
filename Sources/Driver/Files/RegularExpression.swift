#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An extended regular expression of POSIX, which matches anywhere in a text.
///
/// Repetitions with a number and references to groups are refused: with them a few characters of a
/// configuration can take all memory or time.
final class RegularExpression {

  private var compiled = regex_t()

  /// The number of characters that an expression may have.
  private static let limit = 1000

  /// Compiles `text`, which stands in `place`.
  init(_ text: String, from place: String) throws(InputError) {
    if text.utf8.count > Self.limit { throw InputError("\(place): longer than \(Self.limit)") }
    let isBounded = zip(text, text.dropFirst()).allSatisfy { !($0 == "\\" && $1.isNumber) }
    if text.contains("{") || !isBounded {
      throw InputError("\(place): '\(text)' has a repetition in braces or refers to a group")
    }
    let status = regcomp(&compiled, text, REG_EXTENDED | REG_NOSUB)
    if status != 0 {
      var message = [CChar](repeating: 0, count: 256)
      regerror(status, &compiled, &message, message.count)
      let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let reason = String(decoding: bytes, as: UTF8.self)
      throw InputError("\(place): '\(text)' is no regular expression: \(reason)")
    }
  }

  deinit { regfree(&compiled) }

  /// Whether the expression matches a part of `text`.
  func matches(_ text: String) -> Bool { regexec(&compiled, text, 0, nil, 0) == 0 }

}
