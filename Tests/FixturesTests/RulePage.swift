import Driver

/// The page of a rule, whose examples are programs.
struct RulePage: Sendable, CustomStringConvertible {

  /// A code block of the page.
  struct Example: Sendable, CustomStringConvertible {
    /// The identifier of the rule.
    let rule: String
    /// The heading above the example and its number on the page.
    let description: String
    /// The program: the prelude, then the block.
    let text: String
  }

  /// The path of the page, relative to the root of the repository.
  let description: String

  /// The identifier of the rule.
  var rule: String { String(Path.name(of: description).dropLast(3)) }

  /// Every page, in the order of the rules.
  static let all = Repository.files(in: "rules", suffixes: [".md"])
    .map(RulePage.init(description:))

  /// The headings, in the order in which a page has them.
  static let headings = ["Why", "Wrong", "Right", "Known limits"]

  /// Returns the lines of the page.
  func lines() throws -> [Substring] {
    let bytes = try FileSystem.contents(of: Repository.path(description))
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Returns the programs on the page.
  func examples() throws -> [Example] {
    let prelude = String(
      decoding: try FileSystem.contents(of: Repository.path("rules/prelude.h")), as: UTF8.self)
    var examples: [Example] = []
    var heading = ""
    var block: [Substring]?
    for line in try lines() {
      if let lines = block {
        block = line == "```" ? nil : lines + [line]
        guard block == nil else { continue }
        let text = prelude + "\n" + lines.joined(separator: "\n") + "\n"
        examples.append(
          .init(
            rule: rule, description: "\(rule), \(heading) (\(examples.count + 1))", text: text))
      } else if line == "```c" {
        block = []
      } else if line.hasPrefix("## ") {
        heading = String(line.dropFirst(3))
      }
    }
    return examples
  }

}
