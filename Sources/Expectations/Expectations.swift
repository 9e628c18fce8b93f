import Diagnostics

/// The findings that a test source expects, written in comments on the lines that should get them:
///
///     Array *self = array_struct(context, handle);  // note pointer-spans-gc "is obtained"
///     array_length(context, handle);                // note pointer-spans-gc 2 "can collect"
///     self->size = 0;                               // want pointer-spans-gc "'self' is used"
///
/// Comments and findings are matched both ways: a finding that nothing wants is a difference, and
/// so is a comment that nothing meets. Each `want` stands for one finding. The text in quotes must
/// occur in the message; it may be left out. `want+1` and `want-1` speak of the line below and
/// above, for lines that have no room for a comment.
///
/// A `note` comment stands for notes of any finding of its rule. Where a function contains one,
/// every note of that rule's findings in this function needs such a comment, wherever in the file
/// the note is. A number behind the rule is the note's place among the finding's notes.
public struct Expectations: Sendable {

  /// The findings that must be there.
  private let wants: [Comment]

  /// The notes that must be there.
  private let notes: [Comment]

  /// The functions of the source.
  private let functions: [FunctionLines]

  /// Reads the comments of `source`.
  public init(in source: String) {
    let comments = Comment.all(in: source)
    self.wants = comments.filter({ $0.kind == .want })
    self.notes = comments.filter({ $0.kind == .note })
    self.functions = FunctionLines.all(in: source)
  }

  /// Whether the source expects nothing at all.
  public var isEmpty: Bool { wants.isEmpty && notes.isEmpty }

  /// Returns one line for each comment that nothing in `diagnostics` meets and for each diagnostic
  /// or note in `file` that no comment expects; empty if the two agree.
  public func differences(from diagnostics: [Diagnostic], file: String) -> [String] {
    let sorted = diagnostics.sorted()
    let local = sorted.filter({ $0.range.start.file == file })
    return findingDifferences(from: local, file: file) + noteDifferences(from: sorted, file: file)
  }

  /// Returns the differences between the `want` comments and the findings in this file.
  private func findingDifferences(from local: [Diagnostic], file: String) -> [String] {
    var unmet = wants.sorted(by: Comment.isMoreExact)
    var differences: [String] = []
    for diagnostic in local {
      if let match = unmet.firstIndex(where: { $0.isMet(by: diagnostic) }) {
        unmet.remove(at: match)
      } else {
        differences.append("unexpected: \(Self.describe(diagnostic))")
      }
    }
    return differences
      + unmet.sorted().map({ "\(file):\($0.line): no finding [\($0.rule)] \"\($0.text)\"" })
  }

  /// Returns the differences between the `note` comments and the notes in this file.
  private func noteDifferences(from diagnostics: [Diagnostic], file: String) -> [String] {
    var met: Set<Comment> = []
    var differences: [String] = []
    for diagnostic in diagnostics {
      let isStrict = expectsAllNotes(of: diagnostic, file: file)
      for (index, note) in diagnostic.notes.enumerated() where note.range.start.file == file {
        let matches = notes.filter({ $0.isMet(by: note, number: index + 1, of: diagnostic.rule) })
        met.formUnion(matches)
        if isStrict && matches.isEmpty {
          differences.append(
            "unexpected note: \(note.range.start): (\(index + 1)) \(note.message) "
              + "[\(diagnostic.rule)]")
        }
      }
    }
    let unmet = notes.filter({ !met.contains($0) }).sorted()
    return differences
      + unmet.map({ "\(file):\($0.line): no note [\($0.rule)] \"\($0.text)\"" })
  }

  /// Whether the function that contains `diagnostic` has a `note` comment for its rule.
  private func expectsAllNotes(of diagnostic: Diagnostic, file: String) -> Bool {
    guard diagnostic.range.start.file == file,
      let function = functions.first(where: { $0.lines ~= diagnostic.range.start.line })
    else { return false }
    return notes.contains(where: { $0.rule == diagnostic.rule && function.lines ~= $0.line })
  }

  /// Returns the first line of a report about `diagnostic`.
  private static func describe(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.range.start): \(diagnostic.severity.rawValue): \(diagnostic.message) "
      + "[\(diagnostic.rule)]"
  }

}
